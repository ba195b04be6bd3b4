// The attempts of cases/: plain lists, so that one is added by writing it down.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../../scripts/paths.mjs';

/** @typedef {{ name: string, text: string, isOpen: boolean }} Attempt isOpen: it leaves something unclosed, and what follows may be lost */

/** What code of an attempt does; `globalThis.hostile` of no frame may ever be set. */
const RUN = 'globalThis.hostile=1';

/** @param {'html' | 'addresses' | 'texts' | 'drawings' | 'harmless'} list @returns {Attempt[]} */
export function attempts(list) {
  const [, ...blocks] = readFileSync(path.join(inRoot('test/editor/window/hostile/cases'), `${list}.txt`), 'utf8').split(/^=== /m);
  return blocks.map(block => {
    const end = block.indexOf('\n');
    const [, name = '', open] = /^(.*?)( \(open\))?$/.exec(block.slice(0, end)) ?? [];
    return { name, isOpen: open !== undefined, text: block.slice(end + 1).replace(/\n+$/, '').replaceAll('RUN', RUN) };
  });
}
