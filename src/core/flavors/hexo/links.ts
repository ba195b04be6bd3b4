// What Hexo makes of links: https://hexo.io/docs/tag-plugins and https://github.com/hexojs/hexo-renderer-marked
import type { LinkFact } from '../../facts';
import { joinPath } from '../../files';
import { decode, plainTarget, type LinkText, type Written } from '../../links';
import type { Site } from '../../site';
import { fieldText, type Source } from '../../source';
import type { Span } from '../../span';
import { hexoConfig } from './config';
import { entryOf } from './entries';
import { assetFolder, outputsOf } from './outputs';
import { slugOf } from './permalinks';

const TAG = /\{%-?\s*(post_link|post_path|asset_link|asset_path|asset_img|asset_image)\s+((?:(?!%\})[\s\S]){0,1000}?)\s*-?%\}/g;

export function writeLink(link: LinkText, from: Source, site: Site): Written {
  const target = link.target.trim();
  if (/\{[{%]/.test(target)) return byTag(target, from, site);
  const url = plainTarget(link);
  const { rootsImages, basePath } = hexoConfig(site);
  if (link.place !== 'markdown' || !link.isImage || !rootsImages || /^(?:#|\/\/|[a-z][a-z\d+.-]*:)/i.test(url)) return { kind: 'url', url };
  // Markdown's images begin at the root, wherever the post is
  const asset = url.startsWith('/') ? undefined : postAsset(url, from, site);
  return { kind: 'url', url: asset ?? `${basePath}/${url}`.replace(/\/{2,}/g, '/') };
}

/** With `marked.postAsset` a picture of the post's own folder is found by its name. */
function postAsset(url: string, from: Source, site: Site): string | undefined {
  const { hasAssetFolders, data } = hexoConfig(site);
  const marked = data['marked'] as { readonly postAsset?: unknown } | undefined;
  return hasAssetFolders && marked?.postAsset === true ? addressOfAsset(decode(url), from, site) : undefined;
}

function addressOfAsset(name: string, from: Source, site: Site): string | undefined {
  const file = joinPath(assetFolder(from.path), name);
  const found = outputsOf(from, site).find(output => output.file !== undefined && output.file === file);
  return found && encodeURI(`/${found.address}`);
}

function byTag(target: string, from: Source, site: Site): Written {
  const found = new RegExp(`^${TAG.source}$`).exec(target);
  if (!found) return { kind: 'unknown' };
  const [, tag = '', given = ''] = found;
  const args = wordsOf(given);
  if (tag.startsWith('post')) {
    const [slug = '', fragment = ''] = tag === 'post_link' ? (args[0] ?? '').split('#') : [args[0] ?? ''];
    const page = postNamed(slug, site);
    return page === undefined ? { kind: 'fails', name: slug } : { kind: 'page', path: page, fragment: decode(fragment) };
  }
  const names = tag === 'asset_img' || tag === 'asset_image' ? args : args.slice(0, 1);
  const address = names.map(name => addressOfAsset(name, from, site)).find(asset => asset !== undefined);
  if (address !== undefined) return { kind: 'url', url: address };
  return hexoConfig(site).hasAssetFolders ? { kind: 'fails', name: names.find(name => name.includes('.')) ?? names[0] ?? '' } : { kind: 'unknown' };
}

/** Words, and what is in quotes as one. */
export const wordsOf = (text: string): readonly string[] => [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');

const bySlug = new WeakMap<Site['index'], { readonly version: number; readonly found: ReadonlyMap<string, string> }>();

/** A post by its slug, else by its title. */
export function postNamed(name: string, site: Site): string | undefined {
  let known = bySlug.get(site.index);
  if (known?.version !== site.index.version) {
    const found = new Map<string, string>();
    const posts = [...site.index.all()].filter(page => entryOf(page.path, site)?.kind === 'post');
    for (const page of posts) {
      const title = fieldText(page, ['title']);
      if (title !== undefined) found.set(title, page.path);
    }
    for (const page of posts) found.set(slugOf(page, site)!, page.path);
    known = { version: site.index.version, found };
    bySlug.set(site.index, known);
  }
  return known.found.get(name);
}

/** Code is shown as it is, tags and all. */
const CODE = /^[ \t]*(`{3,}|~{3,})[\s\S]*?(?:^[ \t]*\1|(?![\s\S]))|(`+)(?!`)[\s\S]{0,2000}?[^`]\2(?!`)|\{%\s*raw\s*%\}[\s\S]*?\{%\s*endraw\s*%\}|\{%\s*(?:codeblock|code)\b[\s\S]*?\{%\s*end(?:codeblock|code)\s*%\}/gm;

export function tagLinks(text: string, body: Span): readonly LinkFact[] {
  const source = text.slice(body.start, body.end);
  if (!source.includes('{%')) return [];
  const plain = source.replace(CODE, code => ' '.repeat(code.length));
  return [...plain.matchAll(TAG)].map((found): LinkFact => {
    const span = { start: body.start + found.index, end: body.start + found.index + found[0].length };
    return { target: found[0], targetSpan: span, isImage: found[1]!.startsWith('asset_im'), place: 'tag' };
  });
}
