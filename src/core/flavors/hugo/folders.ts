// Where pages and files lie, from `contentDir`, `staticDir`, languages, themes and mounts (https://gohugo.io/configuration/module/#mounts).
import { get, text, texts, type Data } from '../../data';

export interface Dir {
  readonly folder: string;
  /** Where its files stand: empty, or `docs` for a mount on `content/docs`. */
  readonly below: string;
}

export interface ContentDir extends Dir {
  readonly language: string | undefined;
}

const clean = (folder: string): string => folder.replace(/^\.?\/|\/$/g, '');

/** Mounts on a folder of Hugo's (`content`, `static`) or on one inside of it. */
function mountsOn(target: string, mounts: readonly Data[]): readonly ContentDir[] {
  return mounts.flatMap(mount => {
    const at = clean(text(mount['target']) ?? '');
    if (at !== target && !at.startsWith(`${target}/`)) return [];
    return [{ folder: clean(text(mount['source']) ?? ''), below: at.slice(target.length + 1), language: text(mount['lang']) }];
  });
}

export function contentDirsOf(data: Data, languages: Data, defaultLanguage: string, mounts: readonly Data[], themes: readonly string[]): readonly ContentDir[] {
  const other = (language: string | undefined): string | undefined => (language === defaultLanguage ? undefined : language);
  const perLanguage = Object.entries(languages).flatMap(([language, settings]): ContentDir[] => {
    const folder = text(get(settings, 'contentdir'));
    return folder ? [{ folder: clean(folder), language: other(language), below: '' }] : [];
  });
  const mounted = mountsOn('content', mounts).map(dir => ({ ...dir, language: other(dir.language) }));
  // a content mount of one's own removes the usual one
  const usual = mounted.length ? mounted : [{ folder: clean(text(data['contentdir']) ?? 'content'), language: undefined, below: '' }];
  const inThemes = themes.map((theme): ContentDir => ({ folder: `${theme}/content`, language: undefined, below: '' }));
  // the longest first: `content/en` before `content`
  return [...perLanguage, ...usual, ...inThemes].sort((a, b) => b.folder.length - a.folder.length);
}

export function staticDirsOf(data: Data, mounts: readonly Data[], themes: readonly string[]): readonly Dir[] {
  const written = texts(data['staticdir']);
  return [...(written.length ? written : ['static']), ...themes.map(theme => `${theme}/static`)].map((folder): Dir => ({ folder: clean(folder), below: '' })).concat(mountsOn('static', mounts));
}
