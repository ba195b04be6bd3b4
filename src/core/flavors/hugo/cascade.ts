// Front matter that pages have without writing it: https://gohugo.io/content-management/front-matter/#cascade
import { get, isData, text } from '../../data';
import { rememberAnswers } from '../../files';
import { matchesGlob } from '../glob';
import { withInherited, type Source } from '../../source';
import type { Site } from '../../site';
import { cascadesOf, hugoConfig, type Cascade } from './config';
import { kindOf, pageFile, type PageFile } from './pages';

/** The page with what it inherits: as Hugo sees it. */
export function whole(page: Source, site: Site): Source {
  const values = inherited(page, site);
  return values === NOTHING ? page : { path: page.path, frontMatter: withInherited(page.frontMatter, values) };
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** What is nearest to the page counts; its own values are not in it. */
export function inherited(page: Source, site: Site): Readonly<Record<string, unknown>> {
  const file = pageFile(page.path, site);
  if (!file) return NOTHING;
  const cascades = [...hugoConfig(site).cascades, ...listsAbove(file, site).flatMap(list => cascadesOf(list.frontMatter?.field('cascade')?.value))];
  const values = cascades.filter(cascade => isFor(cascade, file, site)).map(cascade => cascade.values);
  return values.length ? Object.assign({}, ...values) as Record<string, unknown> : NOTHING;
}

/** The list pages that a page is in, the outermost first; of a list itself the last. */
export function listsAbove(file: PageFile, site: Pick<Site, 'files' | 'index' | 'config'>): readonly Source[] {
  const folders = file.folder === '' ? [] : file.folder.split('/');
  const found: Source[] = [];
  for (let depth = 0; depth <= folders.length; depth++) {
    const list = listFile(folders.slice(0, depth).join('/'), file, site);
    const source = list === undefined ? undefined : site.index.of(list);
    if (source) found.push(source);
  }
  return found;
}

/** The `_index.md` of a folder below the content folder, in the language of the page. */
export function listFile(folder: string, of: Pick<PageFile, 'language' | 'contentDir'>, site: Pick<Site, 'files' | 'config'>): string | undefined {
  return rememberLists(site, `${of.contentDir}\0${of.language ?? ''}\0${folder}`, () => findList(folder, of, site));
}

const rememberLists = rememberAnswers<string | undefined>();

function findList(folder: string, { language, contentDir }: Pick<PageFile, 'language' | 'contentDir'>, site: Pick<Site, 'files' | 'config'>): string | undefined {
  const { contentDirs, defaultLanguage } = hugoConfig(site);
  const dir = contentDirs.find(candidate => candidate.folder === contentDir);
  const below = dir && dir.below !== '' ? (folder === dir.below ? '' : folder.startsWith(`${dir.below}/`) ? folder.slice(dir.below.length + 1) : undefined) : folder;
  if (below === undefined) return undefined;
  const at = below === '' ? contentDir : `${contentDir}/${below}`;
  const codes = language === undefined ? ['', `.${defaultLanguage}`] : language === dir?.language ? ['', `.${language}`] : [`.${language}`];
  return codes.flatMap(code => ['md', 'markdown', 'html', 'org'].map(extension => `${at}/_index${code}.${extension}`)).find(path => site.files.has(path));
}

function isFor({ target }: Cascade, file: PageFile, site: Site): boolean {
  const path = text(get(target, 'path'));
  const kind = text(get(target, 'kind'));
  const language = text(get(target, 'lang'));
  if (!isData(target)) return true;
  if (path !== undefined && !pathsOf(file).some(candidate => fits(path, candidate))) return false;
  if (kind !== undefined && !fits(kind, kindOf(file, site))) return false;
  return language === undefined || fits(language, file.language ?? hugoConfig(site).defaultLanguage);
}

/** With and without the extension, as its versions differ in which they ask. */
const pathsOf = (file: PageFile): readonly string[] => {
  const page = `/${[file.folder, file.isList ? '' : file.name].filter(Boolean).join('/')}`;
  return [`/${file.path}`, page, page.toLowerCase()];
};

/** Case does not matter. Two stars stand for any text, so that a slash behind them is one: `***` in the words of `matchesGlob`. */
const fits = (pattern: string, text: string): boolean => matchesGlob(pattern.toLowerCase().replaceAll('**/', '***/'), text.toLowerCase());
