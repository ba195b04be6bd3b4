// Which files Hugo makes pages of, and what each page is called: https://gohugo.io/content-management/page-bundles/
import { rememberByFiles, splitPath } from '../../files';
import type { Site } from '../../site';
import { hugoConfig } from './config';

export interface PageFile {
  /** Below the content folder: `post/2026/x.md`. */
  readonly path: string;
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

const CONTENT = /\.(?:md|markdown|mdown|html?|org|adoc|pandoc|rst)$/i;

/** Undefined for a file that is no content of Hugo's. */
export function pageFile(path: string, site: Pick<Site, 'config'>): PageFile | undefined {
  const { contentDirs, languages, defaultLanguage } = hugoConfig(site);
  const dir = contentDirs.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!dir || !CONTENT.test(path)) return undefined;
  const below = `${dir.below === '' ? '' : `${dir.below}/`}${path.slice(dir.folder.length + 1)}`;
  const { folder, name: file } = splitPath(below);
  if (/^[.#]|~$/.test(file)) return undefined;
  let name = file.replace(CONTENT, '');
  let language = dir.language;
  const code = /\.([a-z]{2,3}(?:-[a-z\d]+)*)$/i.exec(name)?.[1]?.toLowerCase();
  if (code !== undefined && (code === defaultLanguage || languages.includes(code))) {
    name = name.slice(0, -code.length - 1);
    language = code === defaultLanguage ? undefined : code;
  }
  const isBundle = name === 'index' && folder !== '';
  return {
    path: below, folder: isBundle ? splitPath(folder).folder : folder, section: below.includes('/') ? below.slice(0, below.indexOf('/')) : '',
    name: isBundle ? splitPath(folder).name : name, isBundle, isList: name === '_index', language, contentDir: dir.folder,
  };
}

/** Markdown beside or below an `index.md` is a resource of that bundle and no page. */
export function isInsideBundle(path: string, site: Pick<Site, 'config' | 'files'>): boolean {
  const { contentDirs, languages, defaultLanguage } = hugoConfig(site);
  const dir = contentDirs.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!dir) return false;
  const codes = ['', `.${defaultLanguage}`, ...languages.map(code => `.${code}`)];
  for (let { folder, name } = splitPath(path); ; { folder, name } = splitPath(folder)) {
    // asked name by name: listing a folder of thousands on each key stroke would be slow
    const holdsIndex = codes.some(code => ['md', 'markdown', 'html'].some(extension => site.files.has(`${folder}/index${code}.${extension}`)));
    if (holdsIndex && !/^index\./i.test(name)) return true;
    if (folder === dir.folder || folder === '') return false;
  }
}

/** Names that blogs give to the section of their posts. */
const POST_SECTIONS = /^(?:posts?|blogs?|articles?|writings?|notes?|til|diary|news|tech|dev|essays?|글)$/i;
/** Sections of this name are manuals and the like, whatever their size. */
const NO_POST_SECTIONS = /^(?:docs?|documentation|about|pages?|wiki|reference|manual|projects?|authors?|categories|tags|series|search|archives?)$/i;

/** The sections whose pages are posts: those the site names, those of a usual name, else the largest (as Hugo's mainSections). */
export function postSections(site: Pick<Site, 'config' | 'files'>): readonly string[] {
  return hugoConfig(site).mainSections ?? remember(site.files, () => findPostSections(site));
}

function findPostSections(site: Pick<Site, 'config' | 'files'>): readonly string[] {
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
const remember = rememberByFiles<readonly string[]>();
