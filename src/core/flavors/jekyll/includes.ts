// The files that a post may put in by name: https://jekyllrb.com/docs/includes/
import { extensionOf, joinPath, splitPath, type Files } from '../../files';
import { text } from '../../data';
import type { Site } from '../../site';
import type { PageVocabulary } from '../../templating/liquidpage';
import { jekyllConfig } from './config';
import { DATED } from './entries';

/** More are not read: a theme has some dozens. */
const MOST = 300;
const TEXTS = new Set(['.html', '.htm', '.md', '.markdown', '.liquid', '.txt', '.svg']);

export const includeFiles = (files: Files): readonly string[] =>
  ['_includes', 'docs/_includes', 'src/_includes'].flatMap(folder => files.below(folder)).filter(file => TEXTS.has(extensionOf(file).toLowerCase())).sort().slice(0, MOST);

/** Files beside posts that are none themselves, which can only be there to be put in by `include_relative`. */
export const partFiles = (files: Files): readonly string[] =>
  [...files].filter(file => /(?:^|\/)_posts\//.test(file) && TEXTS.has(extensionOf(file).toLowerCase()) && !DATED.test(splitPath(file).name)).sort().slice(0, MOST);

/** Of what is longer nobody knows what it would do. */
const LONGEST = 60_000;

/** IncludeTag::VALID_SYNTAX */
const PARAMETERS = /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/g;

/** https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/tags/include.rb: the file's name may be an expression, its values as well. */
export function includeTag(site: Site): PageVocabulary['includes'][string] {
  const { source, data } = jekyllConfig(site);
  return includeFrom([source, text(data['includes_dir']) ?? '_includes'].filter(Boolean).join('/'), site);
}

/** `include_relative`: files in the folder of the page that is built, or below, as far as they are read. */
export const includeRelativeTag = (page: string, site: Site): PageVocabulary['includes'][string] => includeFrom(splitPath(page).folder, site);

function includeFrom(folder: string, site: Site): PageVocabulary['includes'][string] {
  const { includes } = jekyllConfig(site);
  return (given, evaluate) => {
    const [, written = '', rest = ''] = /^\s*((?:\{\{[\s\S]*?\}\}|[^\s{])+)([\s\S]*)$/.exec(given) ?? [];
    const name = written.replace(/\{\{([\s\S]*?)\}\}/g, (_, expression: string) => String(evaluate(expression.trim()) ?? ''));
    const path = joinPath(folder, name);
    const found = path === undefined || (folder !== '' && !path.startsWith(`${folder}/`)) || /(?:^|\/)\.\.?(?:\/|$)/.test(name) ? undefined : includes.get(path);
    if (found === undefined || found.length > LONGEST) throw new Error(`include ${name}`);
    const variables = Object.create(null) as Record<string, unknown>;
    for (const [, key, double, single, expression] of rest.matchAll(PARAMETERS)) variables[key!] = double?.replace(/\\"/g, '"') ?? single?.replace(/\\'/g, "'") ?? evaluate(expression!);
    return { text: found, variables };
  };
}
