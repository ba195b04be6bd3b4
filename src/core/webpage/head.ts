// What a page says of itself to those who link to it.
import { attribute, elementsIn, readPage, textOf, type Element } from '../look/tree';
import { oneLine, withoutSite } from './words';

export interface Head {
  /** Empty where the page has none. */
  readonly title: string;
  readonly description: string;
  readonly siteName: string | undefined;
  /** Where a page that is only a sign post leads at once, as it is written. */
  readonly refresh: string | undefined;
}

/** Pages that wait longer are meant to be read meanwhile. */
const AT_ONCE = 3;

const NOTHING: Head = { title: '', description: '', siteName: undefined, refresh: undefined };

/** @param html the page, or its beginning */
export function headOf(html: string): Head {
  // a body too deep to be read does not take the head with it
  const page = readPage(html) ?? readPage(/^[\s\S]*?(?=<\/head\s*>|<body[\s>])/i.exec(html)?.[0] ?? '');
  if (!page) return NOTHING;
  const metas = new Map<string, string>();
  let title: string | undefined;
  let heading: string | undefined;
  let refresh: string | undefined;
  const data: string[] = [];
  for (const element of elementsIn(page, node => /^(?:svg|noscript|template|style)$/.test(node.nodeName))) {
    if (element.tagName === 'meta') {
      const content = attribute(element, 'content') ?? '';
      const name = (attribute(element, 'property') ?? attribute(element, 'name') ?? attribute(element, 'itemprop') ?? '').trim().toLowerCase();
      if (name !== '' && content.trim() !== '' && !metas.has(name)) metas.set(name, content);
      if (attribute(element, 'http-equiv')?.toLowerCase() === 'refresh') refresh ??= refreshOf(content);
    } else if (element.tagName === 'title') title ??= rawText(element);
    else if (element.tagName === 'h1') heading ||= textOf(element).trim() || undefined;
    else if (element.tagName === 'script' && /^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '')) data.push(rawText(element));
  }
  const article = data.flatMap(articlesIn)[0];
  const first = (...found: readonly (string | undefined)[]): string => found.map(text => oneLine(text ?? '', 1000)).find(Boolean) ?? '';
  const siteName = first(metas.get('og:site_name'), metas.get('application-name')) || undefined;
  const whole = first(metas.get('og:title'), metas.get('twitter:title'), article?.headline, title, heading);
  return {
    title: oneLine(withoutSite(whole, siteName)),
    description: oneLine(first(metas.get('og:description'), metas.get('twitter:description'), metas.get('description'), article?.description)),
    siteName, refresh,
  };
}

const rawText = (element: Element): string => element.childNodes.map(node => ('value' in node ? node.value : '')).join('');

/** https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh */
function refreshOf(content: string): string | undefined {
  const found = /^\s*(\d+)(?:\.[\d.]*)?\s*[;,\s]\s*(?:url\s*=\s*)?(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(content);
  return found && Number(found[1]) <= AT_ONCE ? (found[2] ?? found[3] ?? found[4])?.trim() || undefined : undefined;
}

interface Article {
  readonly headline: string;
  readonly description: string | undefined;
}

/** https://developers.google.com/search/docs/appearance/structured-data/article: what has a headline, in a list or an `@graph` too. */
function articlesIn(source: string): readonly Article[] {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    return [];
  }
  const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const all = (Array.isArray(data) ? data : [data]).flatMap(each => (isObject(each) && Array.isArray(each['@graph']) ? each['@graph'] : [each])) as readonly unknown[];
  return all.flatMap(each => (isObject(each) && typeof each['headline'] === 'string' ? [{ headline: each['headline'], description: typeof each['description'] === 'string' ? each['description'] : undefined }] : []));
}

/** Whether what follows will not change what is known: the head is over and has a title. */
export const isWholeHead = (start: string): boolean => /<\/head\s*>|<body[\s>]/i.test(start) && /<title[\s>]|["']og:title["']/i.test(start);
