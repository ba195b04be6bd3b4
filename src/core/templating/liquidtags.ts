// Tags for liquidjs: those that stand for text, and pairs.
import { Tag, type Context, type Emitter, type Liquid, type TagToken, type Template, type TopLevelToken } from 'liquidjs/dist/liquid.browser.mjs';
import { textOf } from './rubytext';

/** Characters that one run may give. */
export const MOST_WRITTEN = 4_000_000;

/** A tag that stands for text. */
export function single(engine: Liquid, name: string, made: (given: string, evaluate: (expression: string) => unknown, token: TagToken) => string): void {
  engine.registerTag(name, class extends Tag {
    private readonly tag: TagToken;

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      this.tag = token;
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      emitter.write(made(this.tag.args, expression => engine.evalValueSync(expression, context), this.tag));
    }
  });
}

/** A tag with an end, and what stands between the two after it was run. */
export function pair(engine: Liquid, name: string, made: (token: TagToken, inner: () => string) => string): void {
  engine.registerTag(name, class extends Tag {
    private readonly tag: TagToken;
    private readonly inner: Template[] = [];

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid, parser: { parseStream(tokens: TopLevelToken[]): ParseStream }) {
      super(token, remaining, liquid);
      this.tag = token;
      let isEnded = false;
      const stream = parser.parseStream(remaining);
      stream.on(`tag:end${name}`, () => {
        isEnded = true;
        stream.stop();
      }).on('template', (template: unknown) => void this.inner.push(template as Template));
      stream.start();
      if (!isEnded) throw new Error(`${name} is not closed`);
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const inner = (yield engine.renderer.renderTemplates(this.inner, context, new Written() as unknown as Emitter)) as string;
      emitter.write(made(this.tag, () => inner));
    }
  });
}

interface ParseStream {
  on(event: string, then: (given: unknown) => void): ParseStream;
  start(): unknown;
  stop(): unknown;
}

/** An emitter that has an end. */
export class Written {
  buffer = '';

  write(value: unknown): void {
    this.buffer += textOf(value);
    if (this.buffer.length > MOST_WRITTEN) throw new Error('memory alloc limit exceeded');
  }
}
