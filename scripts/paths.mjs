// Where things are in the repository.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

export const VSIX = inRoot('out/tech-post.vsix');

/** True when this module is the script that Node was asked to run, not an import of another one. */
export const isMain = (/** @type {string} */ url) => process.argv[1] !== undefined && fileURLToPath(url) === path.resolve(process.argv[1]);
