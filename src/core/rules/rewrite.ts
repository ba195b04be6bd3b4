// Another file for a link, written in the way the link was written.
import { splitPath } from '../files';
import { decode, destinationOf } from '../links';
import type { Post } from '../post';
import type { Site } from '../site';

/** @returns undefined when no way of writing it leads to the file. */
export function rewriteTarget(target: string, file: string, post: Post, site: Site): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target)!;
  const isEncoded = /%[\da-f]{2}/i.test(path);
  const needsCode = isEncoded || !/[\s()]/.test(path);
  const write = (plain: string): string => (needsCode ? plain.replace(/[\s()%]/g, code).replace(/[^\x00-\x7f]+/g, text => (isEncoded ? encodeURI(text) : text)) : plain) + rest;
  for (const candidate of candidates(decode(path), file, post.path, site)) {
    const written = write(candidate);
    const destination = destinationOf(written, post, site);
    if (destination.kind === 'file' && destination.path === file) return written;
  }
  return undefined;
}

const code = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

function* candidates(path: string, file: string, from: string, site: Site): Iterable<string> {
  const { folder, name } = splitPath(file);
  const slash = path.lastIndexOf('/') + 1;
  yield path.slice(0, slash) + name;
  if (!path.startsWith('/')) yield relative(splitPath(from).folder, file);
  const base = site.config.basePath !== '' && path.startsWith(`${site.config.basePath}/`) ? site.config.basePath : '';
  const parts = [...folder.split('/').filter(Boolean), name];
  for (let from = 0; from < parts.length; from++) yield `${base}/${parts.slice(from).join('/')}`;
}

function relative(folder: string, file: string): string {
  const from = folder.split('/').filter(Boolean);
  const to = file.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
