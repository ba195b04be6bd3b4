// The words in HTML that an engine wrote, tag by tag and without a tree: cheap enough to be asked at every pause in writing.

export interface HtmlPiece {
  /** In lower case; undefined for text between tags. */
  readonly tag: string | undefined;
  readonly isClosing: boolean;
  /** As it stands there: the whole tag, or text that is not decoded. */
  readonly source: string;
}

/** Between these nothing is read, not even by those who take out tags. */
const SILENT = /^(?:script|style)$/;

/**
 * Tags and texts in their order, comments and what stands in scripts and styles left out. A `<` that begins no tag is text, as for
 * Go's html/template (`stripTags`) and for browsers. The time it takes grows with the length and nothing else.
 */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
  let begin = 0;
  let at = html.indexOf('<');
  const text = (end: number): HtmlPiece => ({ tag: undefined, isClosing: false, source: html.slice(begin, end) });
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      if (at > begin) yield text(at);
      const end = html.indexOf('-->', at + 4);
      if (end < 0) return;
      begin = end + 3;
      at = html.indexOf('<', begin);
      continue;
    }
    const isClosing = html[at + 1] === '/';
    const name = nameAt(html, at + (isClosing ? 2 : 1));
    if (name === '') {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > begin) yield text(at);
    const end = tagEnd(html, at + 1 + name.length);
    const tag = name.toLowerCase();
    yield { tag, isClosing, source: html.slice(at, end) };
    begin = end;
    if (!isClosing && SILENT.test(tag)) begin = closingOf(tag, html, end);
    if (begin < 0) return;
    at = html.indexOf('<', begin);
  }
  if (begin < html.length) yield text(html.length);
}

const NAME = /[a-z][a-z\d:-]*/iy;

function nameAt(html: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(html)?.[0] ?? '';
}

/** Behind the `>`; one in a quoted value does not count. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const sign = html[at];
    if (sign === '>') return at + 1;
    if (sign !== '"' && sign !== "'") continue;
    if (!/=\s*$/.test(html.slice(Math.max(from, at - 4), at))) continue;
    const end = html.indexOf(sign, at + 1);
    if (end < 0) return html.length;
    at = end;
  }
  return html.length;
}

function closingOf(tag: string, html: string, from: number): number {
  const closing = new RegExp(`</${tag}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}
