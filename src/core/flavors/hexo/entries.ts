// What a file of the site is for Hexo, told by its path: its processors of posts and of assets.
import { extensionOf } from '../../files';
import type { Site } from '../../site';
import { matchesGlob } from '../glob';
import { hexoConfig, type HexoConfig } from './config';

export type Entry =
  /** Of a post the path is the one below `_posts` or `_drafts`. `isRead` is false for a name that Hexo skips. */
  | { readonly kind: 'post'; readonly isDraft: boolean; readonly isRead: boolean; readonly path: string }
  /** Rendered to a page; the path is the one below the sources. */
  | { readonly kind: 'page'; readonly path: string }
  /** Published as it is, or as a file of another kind that Hexo makes of it. */
  | { readonly kind: 'copy'; readonly path: string };

/** Hexo's renderers know extensions in lower case only. */
const PAGE = /\.(?:md|markdown|mkd|mkdn|mdwn|mdtxt|mdtext|html?)$/;
/** A post in the writer's eyes. */
const WRITING = /\.(?:md|markdown|html?)$/i;
/** What else Hexo's renderers make of files. */
const MADE: Readonly<Record<string, string>> = { '.yml': '.json', '.yaml': '.json', '.styl': '.css', '.stylus': '.css', '.less': '.css', '.scss': '.css', '.sass': '.css' };

export function entryOf(path: string, site: Pick<Site, 'config'>): Entry | undefined {
  const config = hexoConfig(site);
  const { source, themeFolder, skipRender, include, exclude } = config;
  const theme = themeFolder === undefined ? undefined : below(path, `${themeFolder}/source`);
  if (theme !== undefined) return isHidden(theme) || isTemporary(theme) ? undefined : { kind: 'copy', path: made(theme) };
  const rest = below(path, source);
  if (rest === undefined || isTemporary(rest)) return undefined;
  const [, area, name = ''] = /^(_posts|_drafts)\/(.+)$/s.exec(rest) ?? [];
  if (area !== undefined) return PAGE.test(name) || WRITING.test(name) ? { kind: 'post', isDraft: area === '_drafts', isRead: !isHidden(name) && isRendered(rest, config), path: name } : undefined;
  if (matches(rest, exclude) || (isHidden(rest) && !matches(rest, include))) return undefined;
  if (PAGE.test(rest)) return { kind: matches(rest, skipRender) ? 'copy' : 'page', path: rest };
  return { kind: 'copy', path: matches(rest, skipRender) ? rest : made(rest) };
}

const below = (path: string, folder: string): string | undefined => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined);
const isTemporary = (path: string): boolean => /[%~]$/.test(path);
const isHidden = (path: string): boolean => /(?:^|\/)[_.]/.test(path);
const made = (path: string): string => path.replace(/\.[^./]+$/, extension => MADE[extension.toLowerCase()] ?? extension);

/** With folders for assets only files of one extension are posts. */
function isRendered(path: string, { skipRender, hasAssetFolders, data }: HexoConfig): boolean {
  const extension = extensionOf(typeof data['new_post_name'] === 'string' ? data['new_post_name'] : '.md');
  return PAGE.test(path) && !matches(path, skipRender) && (!hasAssetFolders || extensionOf(path) === extension);
}

/** micromatch, as far as configurations use it. */
const matches = (path: string, patterns: readonly string[]): boolean => patterns.some(pattern => matchesGlob(pattern, path));
