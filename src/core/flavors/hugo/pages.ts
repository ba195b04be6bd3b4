// Which files Hugo makes pages of, and what each page is called: https://gohugo.io/content-management/page-bundles/
import { rememberAnswers, rememberBySite, splitPath } from '../../files';
import type { Site } from '../../site';
import { hugoConfig, type HugoConfig } from './config';
import type { ContentDir } from './folders';
import { has } from './versions';

export interface PageFile {
  /** Below the content folder: `post/2026/x.md`. */
  readonly path: string;
  /** The folder that the page is in; of a bundle the one that its own folder is in, of a list the list's own. */
  readonly folder: string;
  /** The first folder; empty at the content root. */
  readonly section: string;
  /** File name without extension and language; for a leaf bundle the name of its folder. */
  readonly name: string;
  readonly isBundle: boolean;
  /** `_index.md`: a list, not a page. */
  readonly isList: boolean;
  /** Undefined: the default language. */
  readonly language: string | undefined;
  readonly contentDir: string;
}

export type PageKind = 'page' | 'home' | 'section' | 'taxonomy' | 'term';

const CONTENT = /\.(?:md|markdown|mdown|html?|org|adoc|asciidoc|pandoc|rst|ad|pdc)$/i;

type Known = Pick<Site, 'config' | 'files'>;

export const contentDirOf = (path: string, site: Pick<Site, 'config'>): ContentDir | undefined => hugoConfig(site).contentDirs.find(({ folder }) => path.startsWith(`${folder}/`));

/** Below the content folder, mounts counted in. */
export const belowContent = (path: string, dir: ContentDir): string => `${dir.below === '' ? '' : `${dir.below}/`}${path.slice(dir.folder.length + 1)}`;

export const isContent = (path: string, { config }: Pick<Site, 'config'>): boolean => CONTENT.test(path) && (has(config, 'pagesByPath') || !/[A-Z]/.test(/\.[^.]*$/.exec(path)![0]));

/** Undefined for a file that is no content of Hugo's. */
export function pageFile(path: string, site: Pick<Site, 'config'>): PageFile | undefined {
  const config = hugoConfig(site);
  let known = pageFiles.get(config);
  if (!known) pageFiles.set(config, known = new Map());
  if (!known.has(path)) known.set(path, readPath(path, site));
  return known.get(path);
}

/** Asked for each link and again on each key stroke; a path says the same as long as the configuration is. */
const pageFiles = new WeakMap<HugoConfig, Map<string, PageFile | undefined>>();

function readPath(path: string, site: Pick<Site, 'config'>): PageFile | undefined {
  const config = hugoConfig(site);
  const dir = contentDirOf(path, site);
  if (!dir || !isContent(path, site) || isIgnored(path, site)) return undefined;
  const below = belowContent(path, dir);
  const { folder, name: file } = splitPath(below);
  const { name, language } = withoutLanguage(file.replace(CONTENT, ''), dir, site);
  if (language !== undefined && config.languagesOff.has(language)) return undefined;
  const isBundle = isIndexName(name, site);
  return {
    path: below, folder: isBundle ? splitPath(folder).folder : folder, section: below.includes('/') ? below.slice(0, below.indexOf('/')) : '',
    name: isBundle ? splitPath(folder).name : name, isBundle, isList: name === '_index', language, contentDir: dir.folder,
  };
}

/** `x.en` is the English `x`, as long as the site has English; the default language may be written too. */
export function withoutLanguage(name: string, dir: ContentDir, site: Pick<Site, 'config'>): { readonly name: string; readonly language: string | undefined } {
  const { languages, defaultLanguage } = hugoConfig(site);
  const code = /\.([a-z]{2,3}(?:-[a-z\d]+)*)$/i.exec(name)?.[1]?.toLowerCase();
  if (code === undefined || (code !== defaultLanguage && !languages.includes(code))) return { name, language: dir.language };
  return { name: name.slice(0, -code.length - 1), language: code === defaultLanguage ? undefined : code };
}

/** Editors' leavings, and what the site says is to be ignored. */
export function isIgnored(path: string, site: Pick<Site, 'config'>): boolean {
  return /(?:^|\/)[.#][^/]*|~$/.test(path) || hugoConfig(site).ignoredFiles.some(pattern => pattern.test(path));
}

export function kindOf(file: PageFile, site: Pick<Site, 'config'>): PageKind {
  if (!file.isList) return 'page';
  if (file.folder === '') return 'home';
  if (!hugoConfig(site).taxonomies.includes(file.section.toLowerCase())) return 'section';
  return file.folder.includes('/') ? 'term' : 'taxonomy';
}

/** The leaf bundle that a file belongs to, as the path of its page; undefined for one outside of bundles, or for the page itself. */
export const bundleOf = (path: string, site: Known): string | undefined => rememberBundles(site, path, () => findBundle(path, site));

const rememberBundles = rememberAnswers<string | undefined>();

function findBundle(path: string, site: Known): string | undefined {
  const dir = contentDirOf(path, site);
  if (!dir) return undefined;
  const { languages, defaultLanguage } = hugoConfig(site);
  const codes = ['', `.${defaultLanguage}`, ...languages.map(code => `.${code}`)];
  let page: string | undefined;
  for (let { folder, name } = splitPath(path); ; { folder, name } = splitPath(folder)) {
    // with a list page beside it, older versions took `index.md` for just a page
    if (!isIndex(name, dir, site) && (has(site.config, 'indexSwallows') || !site.files.has(`${folder}/_index.md`))) {
      // asked name by name: listing a folder of thousands on each key stroke would be slow
      for (const code of codes) for (const extension of ['md', 'markdown', 'html', 'org']) {
        const index = `${folder}/index${code}.${extension}`;
        const found = site.files.has(index) ? index : has(site.config, 'pagesByPath') && !hugoConfig(site).keepsCase ? site.files.otherSpelling(index) : undefined;
        // a bundle in a bundle is a part of the outer one
        if (found !== undefined) page = found;
      }
    }
    if (folder === dir.folder || folder === '') return page;
  }
}

const isIndexName = (name: string, { config }: Pick<Site, 'config'>): boolean => (has(config, 'pagesByPath') && !hugoConfig({ config }).keepsCase ? name.toLowerCase() : name) === 'index';

const isIndex = (name: string, dir: ContentDir, site: Known): boolean => CONTENT.test(name) && isIndexName(withoutLanguage(name.replace(CONTENT, ''), dir, site).name, site);

/** Whether Hugo makes a page of the file: content that is no part of a bundle. */
export function makesPage(path: string, site: Known): boolean {
  const { config } = site;
  // 0.111 finds no language to build for
  if (!has(config, 'pagesByPath') && hugoConfig(site).defaultLanguage !== 'en' && !hugoConfig(site).hasLanguages) return false;
  return pageFile(path, site) !== undefined && bundleOf(path, site) === undefined;
}

/** Names that blogs give to the section of their posts. */
const POST_SECTIONS = /^(?:posts?|blogs?|articles?|writings?|notes?|til|diary|news|tech|dev|essays?|글)$/i;
/** Sections of this name are manuals and the like, whatever their size. */
const NO_POST_SECTIONS = /^(?:docs?|documentation|about|pages?|wiki|reference|manual|projects?|authors?|categories|tags|series|search|archives?)$/i;

/** The sections whose pages are posts: those the site names, those of a usual name, else the largest (as Hugo's mainSections). */
export function postSections(site: Known): readonly string[] {
  return hugoConfig(site).mainSections ?? remember(site, () => findPostSections(site));
}

function findPostSections(site: Known): readonly string[] {
  const { contentDirs } = hugoConfig(site);
  const sections = new Set(contentDirs.flatMap(({ folder }) => site.files.namesIn(folder).filter(name => site.files.hasFolder(`${folder}/${name}`))));
  const named = [...sections].filter(section => POST_SECTIONS.test(section));
  if (named.length) return named;
  const sizes = [...sections].filter(section => !NO_POST_SECTIONS.test(section)).map(section => ({
    section, size: contentDirs.reduce((sum, { folder }) => sum + site.files.below(`${folder}/${section}`).filter(file => CONTENT.test(file)).length, 0),
  }));
  const largest = sizes.sort((a, b) => b.size - a.size)[0];
  return largest && largest.size > 0 ? [largest.section] : [];
}

/** What was found stays true until a file comes or goes. */
const remember = rememberBySite<readonly string[]>();
