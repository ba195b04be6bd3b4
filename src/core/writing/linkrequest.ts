// A link that comes from a browser, by an address that makes the editor open.
import { decode } from '../links';
import { oneLine } from '../webpage/words';
import { cleanAddress } from './tracking';

export interface LinkRequest {
  readonly address: string;
  /** What the browser's tab said; empty where nothing. */
  readonly title: string;
}

/** Of everything that is sent; a title alone may be some hundred letters. */
const LONGEST = 8000;

/**
 * @param query `url=…&title=…` as VS Code hands it over: decoded once, so that an address with `&` in it stands there as it is
 * @returns undefined for what names no address of http or https
 */
export function linkRequest(query: string): LinkRequest | undefined {
  if (query.length > LONGEST) return undefined;
  const [, first, before, , after, last] = /^(?:url=(.*?)(?:&title=((?:(?!&title=).)*))?|title=(.*?)&(url=)(.*))$/s.exec(query) ?? [];
  const title = after === undefined ? before : /^title=(.*?)&url=/s.exec(query)?.[1];
  const address = cleanAddress(whole(after === undefined ? first : last));
  return address === undefined ? undefined : { address, title: oneLine(whole(title)) };
}

/** What a host left encoded is decoded here. */
const whole = (value = ''): string => (/^https?:\/\//i.test(value) || !/%[\da-f]{2}/i.test(value) ? value : decode(value));
