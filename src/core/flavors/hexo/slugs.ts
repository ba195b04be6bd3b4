// Where the last name in an address comes from: https://hexo.io/docs/permalinks
import { splitPath } from '../../files';
import type { Site } from '../../site';
import { fieldText, type Source } from '../../source';
import type { SlugWay } from '../flavor';
import { withLastName } from '../slugs';
import { hexoConfig } from './config';
import { parts, undated } from './drafts';
import { entryOf } from './entries';
import { urlOf } from './outputs';

export function slugWays(page: Source, site: Site): readonly SlugWay[] {
  const entry = entryOf(page.path, site);
  const address = urlOf(page, site);
  if (!entry || entry.kind === 'copy' || address === undefined) return [];
  const own = fieldText(page, ['permalink']);
  const byPermalink: SlugWay = { key: 'permalink', written: slug => withLastName(own ?? address.slice(site.config.basePath.length + 1), slug) };
  if (own !== undefined) return [byPermalink];
  if (entry.kind === 'page') return named(page.path);
  const { permalink, postName } = hexoConfig(site);
  // a pattern may ask for fields of the post: `:abbrlink`
  const fields = [...permalink.matchAll(/:(\w*[^_\W])/g)].map(([, name]) => name!).filter(name => page.frontMatter?.field(name)?.key === name && !['title', 'date', 'category'].includes(name));
  const { folder, name } = splitPath(page.path);
  const { stem, extension } = parts(name);
  const title = undated(stem, postName);
  const at = stem.lastIndexOf(title);
  return [
    ...fields.reverse().map((key): SlugWay => ({ key, written: slug => slug })),
    { path: slug => `${folder}/${stem.slice(0, at)}${slug}${stem.slice(at + title.length)}${extension}` },
    byPermalink,
  ];
}

function named(path: string): readonly SlugWay[] {
  const { folder, name } = splitPath(path);
  const { stem, extension } = parts(name);
  if (stem !== 'index') return [{ path: slug => `${folder}/${slug}${extension}` }];
  // the folder of the sources is no page's
  return folder.includes('/') ? [{ path: slug => `${splitPath(folder).folder}/${slug}/${name}` }] : [];
}
