// marked's own lexer, with what hexo-renderer-marked changes in it (lib/renderer.js) and with limits: marked looks through the rest of a
// paragraph for each star that may open emphasis, and goes down into quotes and lists as deep as a page says.
import { Lexer, type MarkedOptions, Tokenizer, type Tokens } from 'marked';
import type { HexoOptions } from './options';
import { olderRules } from './older';
import { smart } from './smartypants';

const DEEPEST = 60;
/** Characters that searches for the end of an emphasis may look at, all together. */
const MOST = 5_000_000;

export function lex(text: string, options: HexoOptions): Lexer['tokens'] {
  const tokenizer = new HexoTokenizer();
  tokenizer.hexo = options;
  const settings: MarkedOptions = { gfm: options.gfm, breaks: options.breaks, pedantic: options.pedantic, tokenizer };
  const lexer = new Lexer(settings);
  if (options.isOlder) tokenizer.rules = olderRules(tokenizer.rules);
  return lexer.lex(text);
}

class HexoTokenizer extends Tokenizer {
  hexo!: HexoOptions;
  private depth = 0;
  private left = MOST;

  private within<T>(run: () => T | undefined): T | undefined {
    if (this.depth >= DEEPEST) return undefined;
    this.depth++;
    const made = run();
    this.depth--;
    return made;
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.within(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.within(() => super.list(src));
  }

  override emStrong(src: string, maskedSrc: string, prevChar?: string): Tokens.Em | Tokens.Strong | undefined {
    if (src[0] !== '*' && src[0] !== '_') return undefined;
    this.left -= src.length;
    return this.left < 0 ? undefined : this.within(() => super.emStrong(src, maskedSrc, prevChar));
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    if (!/^!?\[/.test(src)) return undefined;
    // marked looks for a title at each bracket of a destination, up to the end of the paragraph
    const open = src.indexOf('](');
    if (open < 0) return undefined;
    const run = /^\S*/.exec(src.slice(open + 2))![0];
    this.left -= run.length / 10 + (run.match(/\(/g)?.length ?? 0) * src.length / 10;
    return this.left < 0 ? undefined : this.within(() => super.link(src));
  }

  override reflink(src: string, links: Parameters<Tokenizer['reflink']>[1]): ReturnType<Tokenizer['reflink']> {
    return this.depth >= DEEPEST ? undefined : this.within(() => super.reflink(src, links));
  }

  override del(src: string): Tokens.Del | undefined {
    return this.within(() => super.del(src));
  }

  override url(src: string): Tokens.Link | undefined {
    return this.hexo.autolinks ? super.url(src) : undefined;
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const found = this.rules.inline.text.exec(src)?.[0];
    if (found === undefined) return undefined;
    const isPlain = this.lexer.state.inRawBlock || this.rules.inline.url.exec(src) !== null || !this.hexo.smartens;
    return { type: 'text', raw: found, text: isPlain ? found : smart(found, this.hexo.quotes), escaped: false };
  }
}
