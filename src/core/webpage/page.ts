// What a link to a page should say, from whatever was answered.
import type { Say } from '../language';
import { charsetIn, decodePage, type Decode } from './charset';
import { headOf } from './head';
import { fileName, isNameOfSite, tidyFor, titleByHost, titleFromAddress } from './hosts';
import { pdfTitle } from './pdf';
import { isDoor, isWall } from './walls';
import { oneLine } from './words';

/** An answer, its body perhaps cut off. */
export interface Answer {
  readonly status: number;
  /** Where it came from, after redirects. */
  readonly address: string;
  readonly contentType: string | undefined;
  readonly disposition: string | undefined;
  readonly bytes: Uint8Array;
}

export interface PageTitle {
  /** One line, never empty. */
  readonly title: string;
  /** One line; empty where there is none. */
  readonly description: string;
  /** The page did not tell it: the writer should look. */
  readonly isGuess: boolean;
}

/** @param address as the writer gave it @param answer undefined where none came */
export function pageTitle(address: string, answer: Answer | undefined, decode: Decode, say: Say): PageTitle {
  const guess: PageTitle = { title: titleFromAddress(address, say), description: '', isGuess: true };
  if (!answer || answer.status >= 400 || isDoor(address, answer.address)) return guess;
  const type = /^[^;\s]*/.exec(answer.contentType ?? '')![0].toLowerCase();
  const told = (title: string | undefined): PageTitle => (title === undefined || title === '' ? guess : { title, description: '', isGuess: false });
  if (type === 'application/pdf' || startsWith(answer.bytes, '%PDF-')) return told(pdfTitle(answer.bytes) ?? fileName(answer.address, answer.disposition));
  if (/^(?:image|audio|video|font)\/|^application\/(?:zip|gzip|x-tar|octet-stream|vnd\.)/.test(type)) return told(fileName(answer.address, answer.disposition));
  if (/json$/.test(type)) return guess;
  const text = decodePage(answer.bytes, answer.contentType, decode);
  if (/^text\/(?:plain|markdown|x-markdown)$/.test(type)) return told(textTitle(text) ?? fileName(answer.address, answer.disposition));
  const head = headOf(text);
  if (head.title === '' || isWall(head.title, answer.status)) return guess;
  if (isNameOfSite(head.title, head.siteName, address)) return { title: titleByHost(address, say) ?? head.title, description: head.description, isGuess: true };
  const { title, description } = tidyFor(address, head.title, head.description);
  return title === '' ? guess : { title, description, isGuess: false };
}

/** Of the answer of a service (https://oembed.com, 2.3.4.1). */
export function serviceTitle(answer: Answer, decode: Decode): string | undefined {
  if (answer.status >= 400) return undefined;
  try {
    const data = JSON.parse(decode(answer.bytes, charsetIn(answer.contentType) ?? 'utf-8') ?? '') as { readonly title?: unknown } | null;
    return typeof data?.title === 'string' ? oneLine(data.title) || undefined : undefined;
  } catch {
    return undefined;
  }
}

/** The first heading of a text in Markdown. */
const textTitle = (text: string): string | undefined => oneLine(/^(?:#{1,2}[ \t]+(.+?)[ \t#]*|(.+)\r?\n={3,}[ \t]*)$/m.exec(text)?.slice(1).find(Boolean) ?? '') || undefined;

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** A title that a browser showed in its tab against the page's own: the page's, where the browser's is that with a site's name around it. */
export function betterTitle(given: string | undefined, found: PageTitle): PageTitle {
  const shown = oneLine(given ?? '');
  if (shown === '' || isWall(shown, 200)) return found;
  return !found.isGuess && shown.includes(found.title) ? found : { ...found, title: shown, isGuess: false };
}
