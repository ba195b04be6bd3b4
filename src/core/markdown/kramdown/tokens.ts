// From kramdown's tree to markdown-it's tokens, so that renderer, lint and preview see the same as for other dialects.
import createMarkdown, { type Token } from 'markdown-it';
import type { Note } from './finish';
import { escapeText, tagsOf, writeAttributes } from './markup';
import { isSpan, type Kind, type Node, node } from './node';
import type { KramdownOptions } from './options';
import { trimmed } from './patterns';

const NAMES: Partial<Record<Kind, readonly [type: string, tag: string]>> = {
  blockquote: ['blockquote', 'blockquote'], ul: ['bullet_list', 'ul'], ol: ['ordered_list', 'ol'], li: ['list_item', 'li'], dl: ['dl', 'dl'], dt: ['dt', 'dt'],
  dd: ['dd', 'dd'], table: ['table', 'table'], thead: ['thead', 'thead'], tbody: ['tbody', 'tbody'], tfoot: ['tfoot', 'tfoot'], tr: ['tr', 'tr'],
};

export function tokensOf(root: Node, notes: readonly Note[], options: KramdownOptions): Token[] {
  const maker = new TokenMaker(options);
  maker.blocks(root);
  if (notes.length) maker.notes(notes);
  return maker.tokens;
}

class TokenMaker {
  readonly tokens: Token[] = [];
  private level = 0;

  constructor(private readonly options: KramdownOptions) {}

  blocks(parent: Node): void {
    let spans: Node[] = [];
    const flush = (): void => {
      if (spans.length) this.inline(parent, spans);
      spans = [];
    };
    for (const child of parent.children) {
      if (isSpan(child)) spans.push(child);
      else {
        flush();
        this.block(child);
      }
    }
    flush();
  }

  private push(type: string, tag: string, nesting: -1 | 0 | 1, from?: Node): Token {
    const token = new createMarkdown.Token(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    if (from?.lines) token.map = [...from.lines];
    if (from && nesting >= 0) token.attrs = attributesOf(from);
    this.tokens.push(token);
    return token;
  }

  private inline(parent: Node, children: readonly Node[]): void {
    const token = this.push('inline', '', 0);
    token.content = parent.raw?.text ?? '';
    if (parent.lines) token.map = [...parent.lines];
    token.children = spanTokens(children, this.options);
  }

  private block(child: Node): void {
    const names = NAMES[child.kind];
    if (names) {
      const [type, tag] = names;
      this.push(`${type}_open`, tag, 1, child);
      if (child.kind === 'thead' || child.kind === 'tbody' || child.kind === 'tfoot' || child.kind === 'table') this.tableParts(child);
      else this.blocks(child);
      this.push(`${type}_close`, tag, -1);
      return;
    }
    switch (child.kind) {
      case 'p': {
        this.push('paragraph_open', 'p', 1, child).hidden = child.isTransparent === true;
        this.inline(child, child.children);
        this.push('paragraph_close', 'p', -1).hidden = child.isTransparent === true;
        return;
      }
      case 'header': {
        const tag = `h${Math.min(6, Math.max(1, child.level! + this.options.headerOffset))}`;
        this.push('heading_open', tag, 1, child);
        this.inline(child, child.children);
        this.push('heading_close', tag, -1);
        return;
      }
      case 'hr': this.push('hr', 'hr', 0, child); return;
      case 'code': {
        const token = this.push('fence', 'code', 0, child);
        token.content = child.value;
        token.info = child.language ?? '';
        return;
      }
      case 'figure': {
        const token = this.push('highlight', 'code', 0, child);
        token.content = child.value;
        token.info = child.language ?? '';
        return;
      }
      case 'math': this.push('math_block', '', 0, child).content = `${mathHtml(child, this.options)}\n`; return;
      case 'comment': this.push('html_block', '', 0).content = `<!-- ${child.value} -->\n`; return;
      case 'raw': this.push('html_block', '', 0, child).content = `${child.value}\n`; return;
      case 'template': this.template(child); return;
      case 'html': this.html(child); return;
      default:
    }
  }

  private template(child: Node): void {
    const token = this.push('template_open', 'div', 1, child);
    token.content = child.value;
    token.meta = { isPair: child.isClosed === true };
    this.blocks(child);
    this.push('template_close', 'div', -1).meta = { isPair: child.isClosed === true };
  }

  private html(child: Node): void {
    const written = writeRaw(child);
    if (written !== undefined) {
      this.push('html_block', '', 0, child).content = `${written}\n`;
      return;
    }
    const [open, close] = tagsOf(child);
    this.push('html_block', '', 0, child).content = open;
    this.blocks(child);
    this.push('html_block', '', 0).content = `${close}\n`;
  }

  private tableParts(part: Node): void {
    if (part.kind === 'table') {
      for (const child of part.children) {
        for (const row of child.children) row.alignments = part.alignments ?? [];
        this.block(child);
      }
      return;
    }
    const tag = part.kind === 'thead' ? 'th' : 'td';
    for (const row of part.children) {
      this.push('tr_open', 'tr', 1, row);
      row.children.forEach((cell, column) => {
        const alignment = row.alignments?.[column];
        if (alignment) cell.attributes['style'] = `text-align: ${alignment}`;
        this.push(`${tag}_open`, tag, 1, cell);
        this.inline(cell, cell.children.length ? cell.children : [node('text', '\u00a0')]);
        this.push(`${tag}_close`, tag, -1);
      });
      this.push('tr_close', 'tr', -1);
    }
  }

  notes(notes: readonly Note[]): void {
    const start = this.options.footnoteStart;
    const verbatim = (html: string): void => { this.push('verbatim', '', 0).content = html; };
    verbatim(`<div class="footnotes" role="doc-endnotes">\n<ol${start === 1 ? '' : ` start="${start}"`}>\n`);
    for (const note of notes) {
      verbatim(`<li id="fn:${this.options.footnotePrefix}${note.name}" role="doc-endnote">\n`);
      this.blocks({ ...note.node, children: withBacklinks(note, this.options) });
      verbatim('</li>\n');
    }
    verbatim('</ol>\n</div>\n');
  }
}

/** In the last paragraph, or in one of their own below a list or code; `footnote_content` of kramdown's converter/html.rb. */
function withBacklinks({ node: { children }, name, uses }: Note, { footnoteBacklink: sign, backlinksInline, footnotePrefix }: KramdownOptions): readonly Node[] & Node[] {
  const links = (hasBlank: boolean): Node[] => (sign === '' ? [] : Array.from({ length: uses }, (_, use) => {
    const id = `${footnotePrefix}${use ? `${name}:${use}` : name}`;
    return node('raw', `${use || hasBlank ? '\u00a0' : ''}<a href="#fnref:${id}" class="reversefootnote" role="doc-backlink">${escapeText(sign)}${use ? `<sup>${use + 1}</sup>` : ''}</a>`, { isBlock: false });
  }));
  const inLast = (all: readonly Node[]): Node[] | undefined => {
    const last = all.at(-1);
    if (last?.kind === 'p' || (backlinksInline && last?.kind === 'header')) return [...all.slice(0, -1), { ...last, children: [...last.children, ...links(true)] }];
    const inner = last && backlinksInline ? inLast(last.children) : undefined;
    return inner && last && [...all.slice(0, -1), { ...last, children: inner }];
  };
  return inLast(children) ?? [...children, node('p', '', { children: links(false) })];
}

const attributesOf = ({ attributes }: Node): [string, string][] | null => {
  const list = Object.entries(attributes).filter(([name, value]) => name !== 'id' || trimmed(value) !== '');
  return list.length ? list : null;
};

/** HTML that holds nothing but HTML. */
function writeRaw(child: Node): string | undefined {
  if (child.kind === 'raw') return child.value;
  if (child.kind !== 'html' || (child.model !== 'raw' && child.children.length > 0)) return undefined;
  const inner = child.children.map(writeRaw);
  if (inner.includes(undefined)) return undefined;
  const [open, close] = tagsOf(child);
  return open + inner.join('') + close;
}

function mathHtml({ value, isBlock, attributes }: Node, { hasMathEngine }: KramdownOptions): string {
  const text = escapeText(value);
  if (!hasMathEngine) {
    const list = writeAttributes({ ...attributes, class: `kdmath${attributes['class'] ? ` ${attributes['class']}` : ''}` });
    return isBlock ? `<div${list}>$$\n${text}\n$$</div>` : `<span${list}>$${text}$</span>`;
  }
  const formula = isBlock ? `\\[${text}\\]` : `\\(${text}\\)`;
  const list = writeAttributes(attributes);
  return list === '' ? formula : isBlock ? `<div${list}>${formula}</div>` : `<span${list}>${formula}</span>`;
}

/** Utils::Html#fix_cjk_line_break */
const joined = (text: string): string => text.replace(/(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, '');

function spanTokens(nodes: readonly Node[], options: KramdownOptions): Token[] {
  const tokens: Token[] = [];
  let rawDepth = 0;
  const push = (type: string, tag: string, nesting: -1 | 0 | 1, content: string, attributes: [string, string][] | null = null): Token => {
    const token = new createMarkdown.Token(type, tag, nesting);
    token.content = content;
    token.attrs = attributes;
    tokens.push(token);
    return token;
  };
  const pair = (type: string, tag: string, child: Node): void => {
    push(`${type}_open`, tag, 1, '', attributesOf(child));
    for (const inner of child.children) visit(inner);
    push(`${type}_close`, tag, -1, '');
  };
  const visit = (child: Node): void => {
    switch (child.kind) {
      // what is raw keeps its entities
      case 'text': if (rawDepth > 0) push('verbatim', '', 0, escapeText(child.value)); else push('text', '', 0, options.joinsCjkLines ? joined(child.value) : child.value); return;
      case 'em': case 'strong': pair(child.kind, child.kind, child); return;
      case 'a': pair('link', 'a', child); if (child.isAuto) tokens.findLast(token => token.type === 'link_open')!.info = 'auto'; return;
      case 'codespan': push('code_inline', 'code', 0, child.value, attributesOf(child)); return;
      case 'img': {
        const alt = new createMarkdown.Token('text', '', 0);
        alt.content = child.attributes['alt'] ?? '';
        const token = push('image', 'img', 0, alt.content, attributesOf(child));
        token.children = [alt];
        return;
      }
      case 'br': push('hardbreak', 'br', 0, ''); return;
      case 'math': push('verbatim', '', 0, mathHtml(child, options)); return;
      case 'task': push('task', 'input', 0, `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${child.value ? ' checked="checked"' : ''} />`); return;
      case 'abbr': push('verbatim', '', 0, `<abbr${writeAttributes(child.attributes)}>${escapeText(child.value)}</abbr>`); return;
      case 'comment': push('html_inline', '', 0, `<!-- ${child.value} -->`); return;
      case 'raw': push('html_inline', '', 0, child.value); return;
      case 'template': push('template', '', 0, child.value); return;
      case 'footnote': {
        const use = child.attributes['use'];
        const name = options.footnotePrefix + child.value;
        const id = use === '0' || use === undefined ? name : `${name}:${use}`;
        push('verbatim', '', 0, `<sup id="fnref:${id}" role="doc-noteref"><a href="#fn:${name}" class="footnote" rel="footnote">${child.level ?? ''}</a></sup>`);
        return;
      }
      case 'html': {
        const [open, close] = tagsOf(child);
        push('html_inline', '', 0, open);
        const isRaw = child.model === 'raw';
        if (isRaw) rawDepth++;
        for (const inner of child.children) visit(inner);
        if (isRaw) rawDepth--;
        if (close) push('html_inline', '', 0, close);
        return;
      }
      default:
    }
  };
  for (const child of nodes) visit(child);
  return tokens;
}
