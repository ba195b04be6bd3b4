// One page, fetched because a writer wants to link to it: little of it, soon, and from nowhere that was not meant.
import { asciiOf } from '../core/webpage/charset';
import { headOf, isWholeHead } from '../core/webpage/head';
import type { Answer } from '../core/webpage/page';
import { isPrivateHost } from './hosts';

export type Failure = 'no-answer' | 'too-slow' | 'too-many-redirects' | 'not-public' | 'stopped';

export type Fetched = { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'failed'; readonly failure: Failure };

export interface FetchOptions {
  /** The writer changed his mind. */
  readonly signal?: AbortSignal | undefined;
  /** For all of it, redirects and body included; in milliseconds. */
  readonly timeLimit?: number;
  /** Of the body, unpacked; in bytes. */
  readonly sizeLimit?: number;
}

const TIME_LIMIT = 8000;
const SIZE_LIMIT = 512 * 1024;
const HOPS = 5;

/** Nothing that says who asks. A browser has a name of its own, and would ask other sites first whether it may have another. */
const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5', 'accept-language': 'ko,en;q=0.8',
  ...('importScripts' in globalThis ? {} : { 'user-agent': 'Mozilla/5.0 (compatible; TechPost)' }),
};

/**
 * The beginning of a page. Never rejects.
 * A writer may name a place in the own network; a page of the public net may not lead there.
 */
export async function fetchPage(address: string, { signal, timeLimit = TIME_LIMIT, sizeLimit = SIZE_LIMIT }: FetchOptions = {}): Promise<Fetched> {
  const clock = new AbortController();
  const stop = (): void => clock.abort('stopped');
  if (signal?.aborted) return { kind: 'failed', failure: 'stopped' };
  signal?.addEventListener('abort', stop);
  const timer = setTimeout(() => clock.abort('too-slow'), timeLimit);
  try {
    return await follow(address, clock.signal, sizeLimit);
  } catch {
    // the platform's errors differ by host, and say nothing that a writer could act on
    return { kind: 'failed', failure: clock.signal.aborted ? (clock.signal.reason as Failure) : 'no-answer' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    clock.abort('stopped');
  }
}

async function follow(address: string, signal: AbortSignal, sizeLimit: number): Promise<Fetched> {
  const first = new URL(address);
  const mayBePrivate = isPrivateHost(first.hostname);
  let at = first;
  for (let hop = 0; hop <= HOPS; hop++) {
    if (!/^https?:$/.test(at.protocol) || at.username !== '' || (!mayBePrivate && isPrivateHost(at.hostname))) return { kind: 'failed', failure: 'not-public' };
    const response = await ask(at, signal);
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location !== null) {
      void response.body?.cancel().catch(() => {});
      at = new URL(asSent(location), at);
      continue;
    }
    const answer = await read(response, at, signal, sizeLimit);
    const next = signPost(answer);
    if (next === undefined) return { kind: 'answer', answer };
    at = new URL(next, at);
  }
  return { kind: 'failed', failure: 'too-many-redirects' };
}

async function ask(at: URL, signal: AbortSignal): Promise<Response> {
  const request = { method: 'GET', headers: HEADERS, signal, credentials: 'omit', referrer: '', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;
  const response = await fetch(at, { ...request, redirect: 'manual' });
  // a browser does not tell where a redirect leads, and guards its own network itself
  return response.type === 'opaqueredirect' ? fetch(at, { ...request, redirect: 'follow' }) : response;
}

/** Servers send a redirect's letters beyond ASCII as bytes of UTF-8, which a header gives as letters of Latin-1. */
function asSent(location: string): string {
  try {
    return /[\x80-\xff]/.test(location) && !/[^\0-\xff]/.test(location) ? decodeURIComponent(location.replace(/[%\x80-\xff]/g, letter => (letter === '%' ? '%25' : `%${letter.charCodeAt(0).toString(16)}`))) : location;
  } catch {
    return location;
  }
}

async function read(response: Response, at: URL, signal: AbortSignal, sizeLimit: number): Promise<Answer> {
  const contentType = response.headers.get('content-type') ?? undefined;
  const isPage = contentType === undefined || /html|xml/i.test(contentType);
  const bytes = response.body === null ? new Uint8Array() : await beginning(response.body, sizeLimit, signal, isPage);
  return { status: response.status, address: response.url || at.href, contentType, disposition: response.headers.get('content-disposition') ?? undefined, bytes };
}

/** As much as is needed: until the head is over, the limit is reached, or the time; what came until then counts. */
async function beginning(body: ReadableStream<Uint8Array>, sizeLimit: number, signal: AbortSignal, isPage: boolean): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let start = '';
  const reader = body.getReader();
  const isTime = new Promise<undefined>(resolve => signal.addEventListener('abort', () => resolve(undefined)));
  try {
    while (size < sizeLimit) {
      const next = await Promise.race([reader.read(), isTime]);
      if (next === undefined || next.done) break;
      parts.push(next.value.subarray(0, sizeLimit - size));
      size += parts.at(-1)!.length;
      // a tag may lie across two parts
      if (isPage && isWholeHead(start = start.slice(0, 65536) + asciiOf(parts.at(-1)!))) break;
    }
  } catch {
    // broken off: what came is a beginning too
  } finally {
    void reader.cancel().catch(() => {});
  }
  if (signal.reason === 'stopped' || size === 0 && signal.aborted) throw new Error('nothing came');
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Where a page leads at once that only says so; one with something to say is read. */
function signPost({ status, contentType, bytes }: Answer): string | undefined {
  if (status >= 300 || (contentType !== undefined && !/html/i.test(contentType)) || bytes.length > 16384) return undefined;
  const text = asciiOf(bytes);
  return /http-equiv/i.test(text) && /refresh/i.test(text) && !/og:title/i.test(text) ? headOf(text).refresh : undefined;
}
