// Pictures and other files to link to: those that lie beside the post first.
import { addressesOf } from '../addresses';
import { extensionOf, rememberBySite, splitPath } from '../files';
import type { Site } from '../site';
import type { Source } from '../source';
import { searchText } from './hangul';

export interface Asset {
  readonly path: string;
  readonly isImage: boolean;
  readonly search: string;
}

const remember = rememberBySite<readonly Asset[]>();

const IMAGE = /^\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/;
/** What tools and themes are made of. */
const PLUMBING = /^\.(?:md|markdown|html?|css|scss|sass|less|js|mjs|ts|json|ya?ml|toml|lock|xml|map|rb|go|sum|mod|ejs|pug|liquid|woff2?|ttf|eot|otf)$/;

const assetsOf = (site: Site): readonly Asset[] => remember(site, () => [...site.files].sort().flatMap((path): Asset[] => {
  const extension = extensionOf(path);
  const isImage = IMAGE.test(extension);
  return isImage || (extension !== '' && !PLUMBING.test(extension) && !/(?:^|\/)\./.test(path)) ? [{ path, isImage, search: searchText(path) }] : [];
}));

/** What belongs to the site as a whole, and to no post. */
const FURNITURE = /^themes\/|(?:^|\/)(?:fonts?|icons?|favicons?)\/|(?:^|\/)(?:favicon|apple-touch-icon|android-chrome|android-icon|mstile|safari-pinned)[^/]*$/i;

/** How many folders lie between a page and a file. */
function distance(folder: string, path: string): number {
  const from = folder === '' ? [] : folder.split('/');
  const to = splitPath(path).folder.split('/').filter(Boolean);
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return from.length - shared + (to.length - shared);
}

/** In the folder of another post. */
function isOfOther(path: string, folder: string, site: Site): boolean {
  const own = splitPath(path).folder;
  return own !== folder && ['index.md', 'index.markdown'].some(name => site.files.has(`${own}/${name}`));
}

/** Only what readers can see; nearest first, at most `limit`. */
export function assetsFor(typed: string, isImage: boolean, from: Source, site: Site, limit: number): readonly (Asset & { readonly address: string })[] {
  const words = searchText(typed).split(/\s+/).filter(Boolean);
  const { folder } = splitPath(from.path);
  const near = assetsOf(site).filter(asset => asset.isImage === isImage && words.every(word => asset.search.includes(word)))
    .map(asset => ({ asset, far: distance(folder, asset.path) + (FURNITURE.test(asset.path) ? 100 : isOfOther(asset.path, folder, site) ? 50 : 0) })).sort((a, b) => a.far - b.far);
  const addresses = addressesOf(site);
  const assets: (Asset & { readonly address: string })[] = [];
  for (const { asset } of near) {
    const address = addresses.addressOfCopy(asset.path);
    if (address === undefined) continue;
    assets.push({ ...asset, address });
    if (assets.length === limit) break;
  }
  return assets;
}
