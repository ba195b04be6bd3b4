// Files that templates ask for, of a page's bundle and of `assets`: their addresses, and nothing of what Hugo could make of them.
// https://gohugo.io/methods/page/resources/, https://gohugo.io/functions/resources/get/
import { joinPath, splitPath } from '../../files';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { CannotTell, GoMap, type GoValue } from '../../templating/gotemplate';

export function resourceOfPage(name: string, post: Post, site: Site): GoValue {
  if (/[*?[{]/.test(name)) throw new CannotTell('glob');
  const { folder, name: file } = splitPath(post.path);
  // only a bundle has files of its own
  if (!/^index\./.test(file)) return undefined;
  const path = joinPath(folder, name.replace(/^\.\//, ''));
  const url = site.flavor.url(post, site);
  if (path === undefined || !path.startsWith(`${folder}/`) || !site.files.has(path)) return undefined;
  if (url === undefined) throw new CannotTell('address');
  return resource(path.slice(folder.length + 1), `${url.replace(/[^/]*$/, '')}${path.slice(folder.length + 1)}`, site);
}

export function resourceOfSite(name: string, site: Site): GoValue {
  if (/[*?[{]|^[a-z]+:/.test(name)) throw new CannotTell('resource');
  const path = joinPath('assets', name.replace(/^\/+/, ''));
  if (path === undefined || !path.startsWith('assets/') || !site.files.has(path)) return undefined;
  return resource(path.slice('assets/'.length), `${site.config.basePath}/${path.slice('assets/'.length)}`, site);
}

function resource(name: string, address: string, { config }: Site): GoMap {
  const entries = new Map<string, GoValue>([['Name', name], ['Title', name], ['RelPermalink', encodeURI(address)]]);
  if (config.origin !== undefined) entries.set('Permalink', config.origin + encodeURI(address));
  return new GoMap(entries, false);
}
