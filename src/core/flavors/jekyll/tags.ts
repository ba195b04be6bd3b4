// Tags of Liquid in a body. Jekyll runs them before Markdown is looked at, so they count in code as well, but not between
// `raw` and `endraw` or in a comment.
import type { LinkFact } from '../../facts';
import type { Span } from '../../span';

export interface LiquidTag extends Span {
  /** Empty for one that has no name to read. */
  readonly name: string;
  /** What is behind the name, as written. */
  readonly given: string;
}

const TAG = /\{%-?\s*([\w-]*)\s*((?:"[^"]{0,1000}"|'[^']{0,1000}'|(?!%\})[^"']){0,1000}?)-?%\}/g;

/** Every tag that is run, in order. */
export function* liquidTags(text: string, body: Span): Iterable<LiquidTag> {
  const pattern = new RegExp(TAG);
  pattern.lastIndex = body.start;
  for (let found = pattern.exec(text); found && found.index < body.end; found = pattern.exec(text)) {
    const [whole, name = '', given = ''] = found;
    yield { name, given: given.trim(), start: found.index, end: found.index + whole.length };
    if (name !== 'raw' && name !== 'comment') continue;
    const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g');
    end.lastIndex = pattern.lastIndex;
    const closing = end.exec(text);
    if (!closing || closing.index >= body.end) return;
    pattern.lastIndex = end.lastIndex;
  }
}

const isLeftAlone = (text: string, body: Span): boolean => /^render_with_liquid:[ \t]*false\b/m.test(text.slice(0, body.start));

export function tagLinks(text: string, body: Span): readonly LinkFact[] {
  if (isLeftAlone(text, body)) return [];
  return [...(text.includes('{%') ? namedTags(text, body) : []), ...(text.includes('="{{') ? attributes(text, body) : [])];
}

/** `src="{{ "/a.png" | relative_url }}"`: for HTML the value would end at the second quote, but Liquid comes first. */
const ATTRIBUTE = /<(a|img)\b[^<>{}]{0,500}?\b(?:href|src)="(\{\{-?\s*"[^"{}<>\n]{0,500}"[^"{}<>\n]{0,200}\}\}[^"{}<>\n]{0,500})"/g;

/** Comments and code are no HTML to click on, whatever Liquid makes of them; nor is what Liquid leaves alone. */
const CODE = /<!--[\s\S]*?-->|^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|(?![\s\S]))|(`+)(?!`)[\s\S]{0,2000}?[^`]\2(?!`)|\{%-?\s*(raw|comment|highlight)\b[\s\S]*?\{%-?\s*end\3\s*-?%\}/gm;

function attributes(text: string, body: Span): readonly LinkFact[] {
  const source = text.slice(body.start, body.end).replace(CODE, code => ' '.repeat(code.length));
  return [...source.matchAll(ATTRIBUTE)].map((found): LinkFact => {
    const [whole, element, target = ''] = found;
    const start = body.start + found.index + whole.length - target.length - 1;
    return { target, targetSpan: { start, end: start + target.length }, isImage: element === 'img', place: 'html' };
  });
}

function namedTags(text: string, body: Span): readonly LinkFact[] {
  return [...liquidTags(text, body)].filter(({ name }) => name === 'post_url' || name === 'link').map(({ start, end }): LinkFact => ({
    target: text.slice(start, end), targetSpan: { start, end }, isImage: false, place: 'tag',
  }));
}

/** Tags that leave no ids on a page. */
const PLAIN_TAGS = new Set(['post_url', 'link', 'raw', 'endraw', 'comment', 'endcomment', 'highlight', 'endhighlight', 'assign', 'capture', 'endcapture', 'if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'break', 'continue', 'increment', 'decrement', 'gist', 'youtube']);
const PLAIN_OUTPUT = /^\{\{-?\s*(?:"[^"]*"|'[^']*'|site\.(?:url|baseurl)|page\.(?:url|title|date))\s*(?:\||-?\}\})/;

export function mayMakeAnchors(text: string, body: Span): boolean {
  if (isLeftAlone(text, body)) return false;
  if (text.includes('{%')) for (const { name } of liquidTags(text, body)) if (!PLAIN_TAGS.has(name)) return true;
  for (let at = text.indexOf('{{', body.start); at >= 0 && at < body.end; at = text.indexOf('{{', at + 2)) if (!PLAIN_OUTPUT.test(text.slice(at, at + 300))) return true;
  return false;
}
