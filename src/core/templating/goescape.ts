// What Go's html/template makes of a value, by the place in the HTML where it is put: https://pkg.go.dev/html/template#hdr-Contexts
export type Place = 'text' | 'attribute' | 'address' | 'query' | 'name';

/** The place after some HTML; undefined where it is one that we do not follow: scripts, styles, comments, values without quotes. */
export function placeAfter(html: string): Place | undefined {
  let pos = 0;
  while (pos < html.length) {
    const open = html.indexOf('<', pos);
    if (open < 0) return 'text';
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open);
      if (end < 0) return undefined;
      pos = end + 3;
      continue;
    }
    const tag = /^<(\/?)([a-z][^\s/>]*)/i.exec(html.slice(open, open + 100));
    if (!tag) {
      pos = open + 1;
      continue;
    }
    let at = open + tag[0].length;
    let name = '';
    for (;;) {
      const rest = html[at];
      // `<h{{ .Level }}>`, and between attributes
      if (rest === undefined) return at === open + tag[0].length || /[\s"']/.test(html[at - 1]!) ? 'name' : undefined;
      if (rest === '>') break;
      const attribute = /^\s*([^\s"'>/=]+)(\s*=\s*)?/.exec(html.slice(at, at + 300));
      if (attribute) {
        name = attribute[1]!.toLowerCase();
        at += attribute[0].length;
        if (attribute[2] === undefined) continue;
        const quote = html[at];
        if (quote === '"' || quote === "'") {
          const end = html.indexOf(quote, at + 1);
          if (end < 0) return placeIn(name, html.slice(at + 1));
          at = end + 1;
        } else {
          const bare = /^[^\s>]+/.exec(html.slice(at, at + 3000));
          if (!bare || at + bare[0].length >= html.length) return undefined;
          at += bare[0].length;
        }
      } else at++;
    }
    if (tag[1] === '' && /^(?:script|style|textarea|title)$/i.test(tag[2]!)) {
      const end = html.toLowerCase().indexOf(`</${tag[2]!.toLowerCase()}`, at);
      if (end < 0) return undefined;
      at = end;
    } else at++;
    pos = at;
  }
  return 'text';
}

function placeIn(name: string, before: string): Place | undefined {
  if (/^on|^style$|^srcset$|^srcdoc$/.test(name)) return undefined;
  if (!/^(?:action|archive|background|cite|classid|codebase|data|formaction|href|icon|longdesc|manifest|poster|profile|src|usemap|xmlns)$/.test(name)) return 'attribute';
  return /[?#]/.test(before) ? 'query' : 'address';
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;', '+': '&#43;', '\0': '\uFFFD' };

export const escapeText = (text: string): string => text.replace(/[&<>"'+\0]/g, sign => SIGNS[sign]!);

/** In an attribute even trusted HTML is only text: html/template's htmlNospaceEscaper and stripTags. */
export const escapeAttribute = (text: string, isHtml: boolean): string => (isHtml ? text.replace(/<[^>]*>/g, '').replace(/&(?!#?\w+;)|[<>"'+]/g, sign => SIGNS[sign]!) : escapeText(text));

/** urlFilter and urlNormalizer. */
export function escapeAddress(text: string, isTrusted: boolean): string {
  const scheme = /^([^:/?#]*):/.exec(text)?.[1]?.toLowerCase();
  if (!isTrusted && scheme !== undefined && scheme !== 'http' && scheme !== 'https' && scheme !== 'mailto') return '#ZgotmplZ';
  return escapeText(normalizeAddress(text));
}

/** htmlNameFilter: within the name of a tag, or in place of an attribute, which may be none whose value is more than text. */
export const filterName = (text: string): string => (/^[a-z\d]+$/i.test(text) && placeIn(text.toLowerCase(), '') === 'attribute' ? text.toLowerCase() : 'ZgotmplZ');

/** urlEscaper: behind a question mark or a hash even signs of addresses are only text. */
export const escapeQuery = (text: string, isTrusted: boolean): string =>
  escapeText(isTrusted ? normalizeAddress(text) : text.replace(/[^\w\-.~]+/g, part => encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`).toLowerCase()));

export const normalizeAddress = (text: string): string =>
  text.replace(/%(?![\da-f]{2})|[^\w\-.~!#$&*+,/:;=?@[\]%]+/gi, part => (part === '%' ? '%25' : encodeURIComponent(part.replace(/\p{Cs}/gu, '\uFFFD')).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16)}`).toLowerCase()));
