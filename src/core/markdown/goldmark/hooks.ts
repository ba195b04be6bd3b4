// A site's own render hooks, as far as their templates can be run here (templating/gotemplate.ts); where one cannot, Goldmark's own HTML
// stands. https://gohugo.io/render-hooks/introduction/
import type { Env, MarkdownIt, Token } from 'markdown-it';
import { CannotTell, GoMap, newLimits, runTemplate, textOf, Trusted, type GoValue, type Limits } from '../../templating/gotemplate';
import { plainText } from '../collect';
import { type RenderEnv, shownImages, withLine } from '../dialect';
import { withEmoji, withoutFillers } from './emoji';

/** Sources of templates, by their names without extension: `render-link`, `render-codeblock-mermaid`. */
export type Hooks = ReadonlyMap<string, string>;

/** What a template may ask of the site, whatever the page is. */
export type SiteField = (name: string) => GoValue | 'unknown';

type Fields = Readonly<Record<string, GoValue>>;

/** Calls that a page may make; then each template is tried no more than once. */
const MOST_CALLS = 5000;

type HookEnv = Env & {
  /** Of hooks that could not be run. */
  failed?: Set<string>;
  hookLimits?: Limits;
  hookCalls?: number;
  ordinals?: { fence: number; quote: number; table: number };
};

export function renderHooks(md: MarkdownIt, hooks: Hooks, siteField: SiteField): void {
  if (!hooks.size) return;
  const { renderer } = md;
  const renderInline = renderer.renderInline.bind(renderer);
  const render = renderer.render.bind(renderer);

  /** Images that have no paragraph around them. */
  const alone = new WeakSet<readonly Token[]>();
  const run = (name: string, env: HookEnv, fields: () => Fields): string | undefined => {
    const source = hooks.get(name);
    if (source === undefined || env.failed?.has(name)) return undefined;
    env.hookCalls = (env.hookCalls ?? 0) + 1;
    try {
      if (env.hookCalls > MOST_CALLS) throw new CannotTell('calls');
      const known = fields();
      const html = runTemplate(source, {
        get: () => { throw new CannotTell('.Get'); },
        field: asked => (Object.hasOwn(known, asked) ? known[asked] : asked.startsWith('Attributes.') && known['Attributes'] instanceof GoMap ? known['Attributes'].get(asked.slice(11)) : siteField(asked)),
        // what a page notes about itself is for its template
        functions: { '.Page.Store.Set': () => '', '.Page.Scratch.Set': () => '', emojify: value => withoutFillers(withEmoji(textOf(value))) },
      }, env.hookLimits ??= newLimits());
      const { view } = env as RenderEnv;
      return view ? shownImages(html, view) : html;
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      (env.failed ??= new Set()).add(name);
      return undefined;
    }
  };

  const link = (tokens: readonly Token[], index: number, close: number, env: HookEnv): string | undefined => run('render-link', env, () => {
    const inner = tokens.slice(index + 1, close);
    return { Destination: destination(tokens[index]!, 'href'), Title: attribute(tokens[index]!, 'title'), Text: new Trusted(renderer.renderInline([...inner], md.options, env), 'html'), PlainText: plainText(inner) };
  });

  const image = (token: Token, env: HookEnv, isBlock: boolean): string | undefined => run('render-image', env, () => ({
    Destination: destination(token, 'src'), Title: attribute(token, 'title'), Text: new Trusted(md.utils.escapeHtml(plainText(token.children ?? [])), 'html'), PlainText: plainText(token.children ?? []),
    IsBlock: isBlock, Attributes: attributes(token, ['src', 'alt', 'title']),
  }));

  renderer.renderInline = (tokens, options, env = {}) => {
    if (!tokens.some(({ type }) => (type === 'link_open' && hooks.has('render-link')) || (type === 'image' && hooks.has('render-image')))) return renderInline(tokens, options, env);
    let html = '';
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      const close = token.type === 'link_open' ? closing(tokens, index) : index;
      const made = token.type === 'link_open' ? link(tokens, index, close, env) : token.type === 'image' ? image(token, env, alone.has(tokens)) : undefined;
      html += made ?? renderInline([token], options, env);
      if (made !== undefined) index = close;
    }
    return html;
  };

  renderer.render = (tokens, options, env = {}) => {
    let html = '';
    let plain: Token[] = [];
    const flush = (): void => {
      html += render(plain, options, env);
      plain = [];
    };
    const put = (made: string, token: Token): void => {
      flush();
      html += withLine(made, token, env as RenderEnv);
    };
    const ordinals = (env as HookEnv).ordinals ??= { fence: 0, quote: 0, table: 0 };
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type === 'heading_open') {
        const inline = tokens[index + 1]!;
        const made = run('render-heading', env, () => ({
          Level: Number(token.tag.slice(1)), Anchor: attribute(token, 'id'), Text: new Trusted(renderer.renderInline(inline.children ?? [], options, env), 'html'), PlainText: plainText(inline.children ?? []), Attributes: attributes(token, []),
        }));
        if (made !== undefined) {
          put(made, token);
          index += 2;
          continue;
        }
      } else if (token.type === 'fence') {
        const made = fence(token, ordinals.fence++, env);
        if (made !== undefined) {
          put(made, token);
          continue;
        }
      } else if ((token.type === 'blockquote_open' || token.type === 'table_open') && wants(token.type, env)) {
        const close = closing(tokens, index, token.type, token.type.replace('open', 'close'));
        const before = { ...ordinals };
        const inner = tokens.slice(index + 1, close);
        const made = token.type === 'table_open' ? table(token, inner, env) : quote(token, renderer.render(inner, options, env), env);
        if (made !== undefined) {
          put(made, token);
          index = close;
          continue;
        }
        Object.assign(ordinals, before);
      } else if (token.type === 'inline' && token.children?.length === 1 && tokens[index - 1]?.type === 'paragraph_open' && tokens[index - 1]!.hidden) alone.add(token.children);
      plain.push(token);
    }
    flush();
    return html;
  };

  const wants = (type: string, env: HookEnv): boolean => [...hooks.keys()].some(name => name.startsWith(type === 'table_open' ? 'render-table' : 'render-blockquote') && !env.failed?.has(name));

  /** blockquotes.go: an alert is told by its HTML, and loses the line that makes it one. */
  const quote = (token: Token, text: string, env: HookEnv): string | undefined => {
    const [, line = '', type, sign = '', title = ''] = ALERT.exec(text) ?? [];
    const name = [`render-blockquote-${type === undefined ? 'regular' : 'alert'}`, 'render-blockquote'].find(each => hooks.has(each));
    return name === undefined ? undefined : run(name, env, () => ({
      Type: type === undefined ? 'regular' : 'alert', AlertType: type?.toLowerCase() ?? '', AlertSign: sign, AlertTitle: new Trusted(title.trim().replace(/<\/p>$/, ''), 'html'),
      Text: new Trusted(type === undefined ? text : `<p${line}>${text.slice(text.indexOf('\n') + 1)}`, 'html'), Ordinal: env.ordinals!.quote++, Attributes: attributes(token, []),
    }));
  };

  /** tables.go: lists of rows, which are lists of cells. */
  const table = (token: Token, inner: readonly Token[], env: HookEnv): string | undefined => run('render-table', env, () => {
    const rows: Record<'THead' | 'TBody', GoValue[][]> = { THead: [], TBody: [] };
    let part: GoValue[][] = rows.THead;
    for (const [index, { type, children }] of inner.entries()) {
      if (type === 'tbody_open') part = rows.TBody;
      else if (type === 'tr_open') part.push([]);
      else if (type === 'inline') {
        const alignment = /text-align:\s*(\w+)/.exec(attribute(inner[index - 1]!, 'style'))?.[1] ?? '';
        part.at(-1)!.push(new GoMap(new Map<string, GoValue>([['Text', new Trusted(renderer.renderInline(children ?? [], md.options, env), 'html')], ['Alignment', alignment]])));
      }
    }
    return { ...rows, Ordinal: env.ordinals!.table++, Attributes: attributes(token, []) };
  });

  const fence = (token: Token, ordinal: number, env: HookEnv): string | undefined => {
    const info = md.utils.unescapeAll(token.info).trim();
    const language = /^[^\s{]*/.exec(info)![0];
    const name = hooks.has(`render-codeblock-${language}`) ? `render-codeblock-${language}` : 'render-codeblock';
    // options in braces are the template's; they are read nowhere else
    if (/\{/.test(info)) return undefined;
    return run(name, env, () => ({ Inner: token.content.replace(/\n$/, ''), Type: language, Ordinal: ordinal, Attributes: new GoMap(new Map()), Options: new GoMap(new Map()) }));
  };
}

/** As it was written, as far as that is known: without percent codes for letters. */
const destination = (token: Token, name: string): string => attribute(token, name).replace(/(?:%[89A-F][\dA-F])+/g, codes => {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
});

const attribute = (token: Token, name: string): string => String(token.attrGet(name) ?? '');
const attributes = (token: Token, without: readonly string[]): GoMap => new GoMap(new Map((token.attrs ?? []).filter(([name]) => !without.includes(name)).map(([name, value]) => [name, String(value)])));

/** blockQuoteAlertRe of Hugo's markup/goldmark/blockquotes/blockquotes.go; with the place that a view notes. */
const ALERT = /^<p( data-line="\d+")?>\[!([a-zA-Z]+)\]([-+])?[^\S\r\n]?([^\n]*)\n?/;

function closing(tokens: readonly Token[], open: number, opens = 'link_open', closes = 'link_close'): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]!.type === opens ? 1 : tokens[index]!.type === closes ? -1 : 0;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}
