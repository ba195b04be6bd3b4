// From tokens to what the rest of the product asks: headings, links, comments, anchors.
import type { MarkdownIt, Token } from 'markdown-it';
import { Lines, type Span } from '../span';
import type { Comment, Heading, Link, MissingReference } from './document';
import type { IdMaker } from './ids';
import { ContentMap, noteOf, type BracketNote, type SpanEnv } from './spans';

export interface Collected {
  readonly headings: Heading[];
  readonly links: Link[];
  readonly missingReferences: MissingReference[];
  readonly referenceLabels: string[];
  readonly comments: Comment[];
  readonly anchors: Set<string>;
}

export interface CollectOptions {
  readonly ids: IdMaker;
  /** False when the engine drops raw HTML: what stands in it is not on the page. */
  readonly keepsHtml: boolean;
  /** An id written into the heading, and the heading without it. */
  explicitId(source: string): { readonly id: string; readonly rest: string } | undefined;
}

/** Also sets the ids on the heading tokens, for the renderer. */
export function collect(md: MarkdownIt, tokens: Token[], env: object, text: string, body: Span, options: CollectOptions): Collected {
  const lines = new Lines(text);
  const firstLine = lines.lineAt(body.start);
  const map = new ContentMap(lines, firstLine);
  const found: Collected = { headings: [], links: [], missingReferences: [], referenceLabels: [], comments: [], anchors: new Set() };
  const definitions = readDefinitions(md, text, body);
  found.referenceLabels.push(...[...definitions.values()].map(({ label }) => label));
  const unlinked = (env as SpanEnv).unlinked;

  const visitInline = (token: Token, to: (offset: number) => number): void => {
    const at = (span: Span): Span => ({ start: to(span.start), end: to(span.end) });
    for (const child of token.children ?? []) {
      const note = noteOf(child);
      if (!note) continue;
      const span = at(note.span);
      if (child.type === 'html_inline') {
        readHtml(child.content, offset => to(note.span.start + offset), options.keepsHtml, found);
        continue;
      }
      const isImage = child.type === 'image';
      const isAutolink = child.info === 'auto';
      const shown = note.text ? token.content.slice(note.text.start, note.text.end) : '';
      if (note.target) {
        found.links.push({ kind: isAutolink ? 'autolink' : 'inline', isImage, target: token.content.slice(note.target.start, note.target.end), span, targetSpan: at(note.target), text: isAutolink ? token.content.slice(note.target.start, note.target.end) : shown });
      } else {
        const definition = definitions.get(md.utils.normalizeReference(labelOf(token.content, note.span, note.text)));
        if (definition) found.links.push({ kind: 'reference', isImage, target: definition.target, span, targetSpan: definition.span, text: shown });
      }
    }
    for (const bracket of unlinked?.get(token.content) ?? []) found.missingReferences.push(missing(bracket, token.content, at));
  };

  let row = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.type === 'tr_open' && token.map) {
      map.startRow(token.map[0]);
      row = true;
    } else if (token.type === 'tr_close') {
      map.endRow();
      row = false;
    } else if (token.type === 'inline') {
      if (token.children?.some(noteOf) || unlinked?.has(token.content)) visitInline(token, map.of(token.content, token.map));
      else if (row) map.of(token.content, token.map);
    } else if (token.type === 'html_block') {
      readHtml(token.content, map.of(token.content, token.map), options.keepsHtml, found);
    } else if (token.type === 'heading_open') {
      const inline = tokens[index + 1]!;
      const heading = readHeading(token, inline, lines, firstLine, options);
      if (heading.id !== undefined) token.attrSet('id', heading.id);
      found.headings.push(heading);
    }
  }
  for (const { id } of found.headings) if (id !== undefined) found.anchors.add(id);
  return found;
}

function labelOf(content: string, span: Span, text: Span | undefined): string {
  const inner = text ? content.slice(text.start, text.end) : '';
  const second = /^\]\s?\[([\s\S]*)\]$/.exec(content.slice(text?.end ?? span.start, span.end))?.[1];
  return second?.trim() ? second : inner;
}

function missing(bracket: BracketNote, content: string, at: (span: Span) => Span): MissingReference {
  return { label: content.slice(bracket.label.start, bracket.label.end), span: at(bracket.span), labelSpan: at(bracket.label) };
}

function readHeading(token: Token, inline: Token, lines: Lines, firstLine: number, options: CollectOptions): Heading {
  const explicit = options.explicitId(inline.content);
  if (explicit && inline.children) dropFromEnd(inline.children, inline.content.length - explicit.rest.length);
  const source = explicit ? explicit.rest : inline.content;
  const text = plainText(inline.children ?? []).trim();
  const own = (token.attrGet('id') as string | null) ?? undefined;
  const id = options.ids.next({ source: source.split('\n').at(-1)!, text: plainText(withoutAutolinks(inline.children ?? [])), explicit: explicit?.id ?? own });
  const [first, last] = token.map ?? [0, 1];
  return { level: Number(token.tag.slice(1)), text, id, span: { start: lines.spanOf(firstLine + first).start, end: lines.spanOf(firstLine + last - 1).end } };
}

/** For Hugo an autolink has no text of its own. */
function withoutAutolinks(children: readonly Token[]): readonly Token[] {
  let isIn = false;
  return children.filter(({ type, info }) => {
    if (type === 'link_open') isIn = info === 'auto';
    else if (type === 'link_close') isIn = false;
    return !isIn;
  });
}

/** Takes so many characters off the last text of a heading: `{#id}` is not shown. */
function dropFromEnd(children: Token[], count: number): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.content = last.content.slice(0, Math.max(0, last.content.length - count)).trimEnd();
}

export function plainText(children: readonly Token[]): string {
  return children.map(child => {
    if (child.type === 'image') return child.content;
    if (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special') return child.content;
    return child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : '';
  }).join('');
}

interface Definition { readonly label: string; readonly target: string; readonly span: Span }

/** `[label]: target`, the first of each label. Which ones the parser took it does not say with places. */
function readDefinitions(md: MarkdownIt, text: string, body: Span): Map<string, Definition> {
  const found = new Map<string, Definition>();
  const pattern = /^[ \t>]{0,12}(?:[-*+][ \t]+)?\[(?!\^)((?:[^\]\\\r\n]|\\.)+)\]:[ \t]*(?:\r?\n[ \t]*)?(<[^>\r\n]*>|[^\s]+)/gm;
  pattern.lastIndex = body.start;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, label = '', written = ''] = match;
    const isAngled = written.startsWith('<');
    const start = match.index + whole.length - written.length + (isAngled ? 1 : 0);
    const target = isAngled ? written.slice(1, -1) : written;
    const key = md.utils.normalizeReference(label);
    if (!found.has(key)) found.set(key, { label, target, span: { start, end: start + target.length } });
  }
  return found;
}

const TAG = /<!--([\s\S]*?)-->|<([a-z][a-z\d]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([a-z_:][\w:.-]*)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;

/** https://html.spec.whatwg.org/multipage/: the addresses that a reader follows or a page shows. */
const LINK_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['href'], area: ['href'], img: ['src', 'srcset'], source: ['src', 'srcset'], video: ['src', 'poster'], audio: ['src'], track: ['src'], iframe: ['src'], embed: ['src'],
};

interface Attribute {
  readonly value: string;
  readonly span: Span;
}

/** `a.png 1x, b.png 2x` */
function sourceSet({ value, span }: Attribute): readonly Attribute[] {
  return [...value.matchAll(/[^\s,][^\s]*[^\s,](?=[\s,]|$)/g)].filter(({ index }) => /(?:^|,)\s*$/.test(value.slice(0, index)))
    .map(part => ({ value: part[0], span: { start: span.start + part.index, end: span.start + part.index + part[0].length } }));
}

/** Links, anchors and comments of raw HTML; `to` leads an offset of it to the file. */
export function readHtml(html: string, to: (offset: number) => number, isKept: boolean, found: Pick<Collected, 'links' | 'comments' | 'anchors'>): void {
  for (const tag of html.matchAll(TAG)) {
    const start = tag.index;
    const span = { start: to(start), end: to(start + tag[0].length - 1) + 1 };
    const name = tag[2]?.toLowerCase();
    if (name === undefined) {
      found.comments.push({ text: tag[1] ?? '', span });
      continue;
    }
    if (!isKept) continue;
    const attributes = new Map<string, Attribute>();
    const attributesAt = start + 1 + tag[2]!.length;
    for (const attribute of tag[3]!.matchAll(ATTRIBUTE)) {
      const value = attribute[3] ?? attribute[4] ?? attribute[5] ?? '';
      const quote = attribute[5] === undefined && attribute[2] !== undefined ? 1 : 0;
      const at = attributesAt + attribute.index + attribute[1]!.length + (attribute[2]?.length ?? 0) + quote;
      attributes.set(attribute[1]!.toLowerCase(), { value, span: { start: to(at), end: to(at) + value.length } });
    }
    for (const key of ['id', 'name']) {
      const anchor = attributes.get(key)?.value;
      if (anchor) found.anchors.add(anchor);
    }
    const alt = attributes.get('alt');
    const isDecoration = alt?.value === '' || attributes.get('role')?.value === 'presentation' || attributes.get('aria-hidden')?.value === 'true';
    for (const key of Object.hasOwn(LINK_ATTRIBUTES, name) ? LINK_ATTRIBUTES[name]! : []) {
      const attribute = attributes.get(key);
      if (!attribute) continue;
      const isImage = name === 'img' && key === 'src';
      for (const part of key === 'srcset' ? sourceSet(attribute) : [attribute]) {
        found.links.push({ kind: 'html', isImage, target: part.value, span, targetSpan: part.span, text: isImage ? alt?.value : '', ...(isDecoration ? { isDecoration } : {}) });
      }
    }
  }
}
