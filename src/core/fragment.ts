// The id behind the `#` of a link's target, wherever the form of the target puts it: `{{< ref "x.md#id" >}}`, `{% post_url x %}#id`.
import type { LinkFact } from './facts';
import { percentCode } from './links';
import type { Edit, Span } from './span';

/** In offsets of the text; undefined for a link without one. */
export function fragmentSpan({ target, targetSpan }: Pick<LinkFact, 'target' | 'targetSpan'>): Span | undefined {
  const hash = target.indexOf('#');
  if (hash < 0) return undefined;
  const rest = target.slice(hash + 1);
  const end = /\{[{%]/.test(target.slice(0, hash)) ? /["`)\s>}]/.exec(rest)?.index ?? rest.length : rest.length;
  const start = targetSpan.start + hash + 1;
  return { start, end: start + end };
}

/** Another id in its place: percent-encoded if the old one is, and where Markdown would not bear it as it is. */
export function withFragment(link: Pick<LinkFact, 'target' | 'targetSpan'>, id: string): Edit | undefined {
  const span = fragmentSpan(link);
  if (!span) return undefined;
  const old = link.target.slice(span.start - link.targetSpan.start, span.end - link.targetSpan.start);
  return { ...span, text: /%[\da-f]{2}/i.test(old) ? encodeURIComponent(id) : id.replace(/[\s()<>"%`]/g, percentCode) };
}
