// Addresses that stand in the text as they are. Parsers of GitHub's kind make links of them and take a particle that follows for a
// part of them, as Hangul may be in a host's name; written as a link, one ends where it ends.
import { part, type Piece } from './tree';

/** https://github.github.com/gfm/#autolinks-extension- */
const ADDRESS = /(?<![\w/@.])(?:https?:\/\/|www\.)[!-;=?-Z^-z~]+/gi;
const TAIL = /[)\].,!?:;'"*_~]+$/;

export function withLinks(text: string): readonly Piece[] {
  if (!/:\/\/|www\./i.test(text)) return [text];
  const made: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = withoutTail(found[0]);
    if (!/[^/]\.[^/]|:\/\/[^/]/.test(address)) continue;
    made.push(text.slice(at, found.index), part('a', { href: /^www/i.test(address) ? `http://${address}` : address }, address));
    at = found.index + address.length;
  }
  made.push(text.slice(at));
  return made.filter(piece => piece !== '');
}

/** A bracket at the end belongs to the address only where it was opened in it. */
function withoutTail(address: string): string {
  const tail = TAIL.exec(address)?.[0] ?? '';
  const bare = address.slice(0, address.length - tail.length);
  return tail.startsWith(')') && bare.includes('(') && !bare.includes(')') ? `${bare})` : bare;
}
