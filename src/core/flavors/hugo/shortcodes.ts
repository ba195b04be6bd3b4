// A shortcode as it is written: name and values with their places. https://gohugo.io/content-management/shortcodes/
import type { LinkFact } from '../../facts';
import type { Span } from '../../span';
import { HUGO_SHORTCODES, tagAt } from '../../templating/templates';

export interface Shortcode {
  readonly name: string;
  readonly isClosing: boolean;
  readonly text: string;
  readonly span: Span;
  readonly values: readonly ShortcodeValue[];
}

export interface ShortcodeValue {
  /** Undefined: by its place. */
  readonly key: string | undefined;
  readonly value: string;
  /** Without quotes. */
  readonly span: Span;
}

const VALUE = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`/>%=]+(?:\/[^\s"`>%=]+)*\/?))/gy;

/** The tag that begins at an offset; undefined for none, and for one that is only shown: `{{</* … *​/>}}`. */
export function shortcodeAt(text: string, at: number): Shortcode | undefined {
  const tag = tagAt(HUGO_SHORTCODES, text, at);
  const head = tag === undefined || HUGO_SHORTCODES.unescaped?.(tag) !== undefined ? null : /^\{\{[<%]\s*(\/)?\s*([\w./-]+?)(?=[\s/>%])/.exec(tag);
  if (!tag || !head) return undefined;
  const values: ShortcodeValue[] = [];
  const inner = tag.slice(0, -3);
  VALUE.lastIndex = head[0].length;
  for (;;) {
    while (/[\s/]/.test(inner[VALUE.lastIndex] ?? 'x')) VALUE.lastIndex++;
    const from = VALUE.lastIndex;
    const found = VALUE.exec(inner);
    if (!found) break;
    const value = found[2] ?? found[3] ?? found[4]!;
    const end = at + from + found[0].length - (found[4] === undefined ? 1 : 0);
    values.push({ key: found[1]?.toLowerCase(), value: found[2] === undefined ? value : value.replace(/\\(.)/g, '$1'), span: { start: end - value.length, end } });
  }
  return { name: head[2]!, isClosing: head[1] !== undefined, text: tag, span: { start: at, end: at + tag.length }, values };
}

/** All tags of a text, in code as well: Hugo runs them before it reads any Markdown. */
export function* shortcodesIn(text: string, body: Span): Iterable<Shortcode> {
  for (let at = text.indexOf('{{', body.start); at >= 0 && at < body.end; at = text.indexOf('{{', at)) {
    const found = shortcodeAt(text, at);
    if (found) yield found;
    const skipped = found?.text ?? tagAt(HUGO_SHORTCODES, text, at);
    at += skipped?.length ?? 2;
  }
}

export const valueOf = ({ values }: Shortcode, key: string, place?: number): ShortcodeValue | undefined =>
  values.find(value => value.key === key) ?? (place === undefined ? undefined : values.filter(value => value.key === undefined)[place]);

/** Values of Hugo's own shortcodes that are addresses. */
const ADDRESSES: Readonly<Record<string, readonly (readonly [key: string, place: LinkFact['place'], isImage: boolean])[]>> = {
  figure: [['src', 'resource', true], ['link', 'link', false]],
  img: [['src', 'resource', true], ['link', 'link', false]],
};

/** A site may have a shortcode of its own under the name of Hugo's; then what is a link in it only its template knows. */
export function shortcodeLinks(text: string, body: Span): readonly LinkFact[] {
  if (!text.includes('{{', body.start)) return [];
  const found: LinkFact[] = [];
  for (const code of shortcodesIn(text, body)) {
    if (code.isClosing) continue;
    if (code.name === 'ref' || code.name === 'relref') found.push({ target: code.text, targetSpan: code.span, isImage: false, place: 'tag' });
    for (const [key, place, isImage] of ADDRESSES[code.name] ?? []) {
      const value = valueOf(code, key, key === 'src' ? 0 : undefined);
      if (value) found.push({ target: value.value, targetSpan: value.span, isImage, place });
    }
  }
  return found;
}

/** Shortcodes of Hugo's own that make no ids. */
const QUIET = /^(?:ref|relref|figure|highlight|gist|youtube|vimeo|vimeo_simple|tweet|twitter|twitter_simple|x|x_simple|instagram|instagram_simple|param|qr|comment)$/;

export function mayMakeIds(text: string, body: Span): boolean {
  if (!text.includes('{{', body.start)) return false;
  for (const { name } of shortcodesIn(text, body)) if (!QUIET.test(name)) return true;
  return false;
}
