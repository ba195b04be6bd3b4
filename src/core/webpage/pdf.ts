// The title of a PDF, where it stands in plain sight among its first bytes.
import { asciiOf } from './charset';
import { oneLine } from './words';

/** What programs write when nobody gave a title. */
const UNTOLD = /^(?:untitled|document\d*|microsoft \w+ - .*|.*\.(?:docx?|pptx?|hwp|indd|tex|dvi|pdf))$/i;

/** ISO 32000-1, 14.3.3 and 7.9.2: `/Title` is a string in brackets or in hexadecimal digits, UTF-16 with a mark or ASCII. Undefined where it is packed, or none. */
export function pdfTitle(bytes: Uint8Array): string | undefined {
  const text = asciiOf(bytes);
  if (!text.slice(0, 1024).includes('%PDF-')) return undefined;
  const found = /\/Title\s*(?:\(((?:\\[\s\S]|[^\\()]){1,2000})\)|<([\da-f\s]{2,4000})>)/i.exec(text);
  const raw = found?.[1] !== undefined ? unescape(found[1]) : found?.[2] !== undefined ? fromHex(found[2]) : undefined;
  const title = raw === undefined ? xmpTitle(text) : oneLine(fromBytes(raw));
  return title === undefined || title === '' || UNTOLD.test(title) ? undefined : title;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unescape = (text: string): string => text.replace(/\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]))/g, (_, octal?: string, line?: string, sign?: string) =>
  (octal !== undefined ? String.fromCharCode(parseInt(octal, 8) & 255) : line !== undefined ? '' : ESCAPES[sign!] ?? sign!));

const fromHex = (digits: string): string => (digits.replace(/\s/g, '').match(/../g) ?? []).map(pair => String.fromCharCode(parseInt(pair, 16))).join('');

/** Letters beyond ASCII are told only with a mark: what else they may be differs by the program. */
function fromBytes(raw: string): string {
  if (raw.startsWith('\xfe\xff')) return (raw.slice(2).match(/[\s\S]{2}/g) ?? []).map(pair => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1))).join('');
  return /^[\x09-\x7e]*$/.test(raw) ? raw : utf8(raw.replace(/^\xef\xbb\xbf/, ''));
}

function xmpTitle(text: string): string | undefined {
  const found = /<dc:title>[\s\S]{0,300}?<rdf:li[^>]*>([^<]{1,1000})<\/rdf:li>/i.exec(text)?.[1];
  return found === undefined ? undefined : oneLine(utf8(found)).replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
}

function utf8(bytes: string): string {
  try {
    return decodeURIComponent(bytes.replace(/[^\w]/g, byte => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return '';
  }
}
