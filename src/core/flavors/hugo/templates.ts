// What a site's own templates tell, as far as they are in the folder: render hooks, pagers, scripts that draw.
import { get, text, texts, type Data } from '../../data';
import { signsIn, type Delimiters, type DrawingSigns } from '../../drawing';
import type { Files } from '../../files';
import type { EngineVersion } from '../version';
import { has } from './versions';

/** More are not read: a theme has some dozens. */
const TEMPLATES = 600;

/** The templates of the site and of its themes, as far as they are in the folder. */
export function templateFiles(files: Files): readonly string[] {
  const folders = ['layouts', ...files.namesIn('themes').map(theme => `themes/${theme}/layouts`)];
  return folders.flatMap(folder => files.below(folder)).filter(file => /\.html$/i.test(file)).slice(0, TEMPLATES);
}

const TEMPLATE = /^(?:layouts|themes\/[^/]+\/layouts)\//;

/** https://gohugo.io/content-management/mathematics/: delimiters that Goldmark lets pass are what the site's script looks for. */
export function drawingSigns(written: ReadonlyMap<string, string>, data: Data): DrawingSigns {
  const signs = signsIn([...written].filter(([file]) => TEMPLATE.test(file)).map(([, source]) => source));
  const passthrough = get(data, 'markup', 'goldmark', 'extensions', 'passthrough');
  const pairs = (kind: 'block' | 'inline'): readonly Delimiters[] => {
    const list = get(passthrough, 'delimiters', kind);
    return (Array.isArray(list) ? list : []).flatMap(pair => (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string' ? [{ left: pair[0], right: pair[1], isDisplay: kind === 'block' }] : []));
  };
  const ownDelimiters = get(passthrough, 'enable') === true ? [...pairs('block'), ...pairs('inline')] : [];
  return { ...signs, ownDelimiters, hasDiagrams: signs.hasDiagrams || [...written.keys()].some(file => /render-codeblock-mermaid\.html$/.test(file)) };
}

export function hasPager(written: ReadonlyMap<string, string>, { hasUnseenFiles }: { readonly hasUnseenFiles: boolean }): boolean | undefined {
  const templates = [...written].filter(([file]) => TEMPLATE.test(file));
  if (templates.some(([, source]) => /\.Paginat/.test(source))) return true;
  return hasUnseenFiles || templates.length >= TEMPLATES ? undefined : false;
}

const HOOK = /^_markup\/(render-[\w-]+)\.html$/;

/** https://gohugo.io/templates/lookup-order/: those of a section or a kind of page are not among them. */
export function hooksIn(written: ReadonlyMap<string, string>, data: Data, version: EngineVersion | undefined): ReadonlyMap<string, string> {
  const isRun = (name: string): boolean => (name.startsWith('render-blockquote') ? has({ version }, 'quoteHooks') : name !== 'render-table' || has({ version }, 'tableHooks'));
  const folders = [text(data['layoutdir']) ?? 'layouts', ...texts(data['theme']).map(theme => `${text(data['themesdir']) ?? 'themes'}/${theme}/layouts`)].flatMap(folder => [`${folder}/`, `${folder}/_default/`]);
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const [file, source] of written) {
      const name = file.startsWith(folder) ? HOOK.exec(file.slice(folder.length))?.[1] : undefined;
      if (name !== undefined && !found.has(name) && isRun(name)) found.set(name, source);
    }
  }
  return found;
}
