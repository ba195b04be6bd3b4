// The keys that Hugo knows: https://gohugo.io/content-management/front-matter/#fields, and `setParams` in hugolib/page__meta.go.
import { DESCRIPTION, themeKeys, TITLE, type KeyShape, type KnownKey } from '../keys';
import type { Site } from '../../site';
import { hugoConfig } from './config';
import { has } from './versions';

const FRONT_MATTER = 'https://gohugo.io/content-management/front-matter/';
const page = (name: string): string => `https://gohugo.io/${name}/`;

/** Those of the version that builds the site. Dates are read under several names, which the configuration may change (`frontmatter`). */
export function keys(site: Site): readonly KnownKey[] {
  const { config, say } = site;
  const { dateKeys, publishKeys, expiryKeys, taxonomies } = hugoConfig(site);
  const key = (name: string, shape: KeyShape, meaning: string, source = FRONT_MATTER): KnownKey => ({ key: name, shape, meaning, source });
  const old = (known: KnownKey): KnownKey => ({ ...known, isOld: true });
  const forLists = (known: KnownKey): KnownKey => ({ ...known, isForLists: true });
  const dates = page('configuration/front-matter');
  const date = say('The post’s date: lists are sorted by it, and a post of the future is not built.');
  const publishDate = say('Not built before this date; without it the post’s date counts.');
  const expiryDate = say('Not built from this date on.');
  const lastmod = say('When the post was last changed, for the site map and themes.');
  return [
    key('title', 'text', TITLE(say)),
    key('date', 'date', date),
    key('description', 'text', DESCRIPTION(say)),
    key('summary', 'text', say('Shown in lists instead of the first words of the text.'), page('content-management/summaries')),
    key('draft', 'switch', say('A draft is built only by `hugo server -D`, and not published.')),
    { ...key('slug', 'text', say('The last part of the address, instead of the file’s name.'), page('content-management/urls')), isOfAddress: true },
    { ...key('url', 'text', say('The whole address, whatever folder and permalinks say.'), page('content-management/urls')), isOfAddress: true },
    key('aliases', 'list', say('Earlier addresses, each with a page that leads here.'), page('content-management/urls')),
    key('lastmod', 'date', lastmod),
    key('publishDate', 'date', publishDate),
    key('expiryDate', 'date', expiryDate),
    key('keywords', 'list', say('Words for the page’s meta tags and for related posts.')),
    key('weight', 'number', say('The place in lists: light ones come first, and pages without a weight last.')),
    key('linkTitle', 'text', say('A shorter title, for links in menus and lists.')),
    key('type', 'text', say('Which folder of templates is used, instead of the section’s.'), page('templates/lookup-order')),
    key('layout', 'text', say('Which template is used, instead of the usual one.'), page('templates/lookup-order')),
    key('images', 'list', say('Pictures for link cards, by Hugo’s own templates for Open Graph and X.'), page('templates/embedded')),
    key('isCJKLanguage', 'switch', say('Whether words are counted letter by letter, as Korean needs it for summaries and reading times.')),
    key('markup', 'text', say('The markup language of the text, if the file’s extension does not tell.'), page('content-management/formats')),
    key('menus', 'list', say('The menus that the page stands in.'), page('content-management/menus')),
    key('outputs', 'list', say('The formats in which the page is built.'), page('configuration/output-formats')),
    key('resources', 'list', say('Names, titles and values for the files of the bundle.'), page('content-management/page-resources')),
    key('translationKey', 'text', say('The same for all translations of a page whose file names differ.'), page('content-management/multilingual')),
    key('sitemap', 'map', say('Whether and how the page stands in the site map.'), page('templates/sitemap')),
    ...(has(config, 'buildKey') ? [key('build', 'map', say('Whether the page is built, listed and published with its files.'), page('content-management/build-options'))] : []),
    ...(has(config, 'refusesOldBuildKey') ? [] : [{ ...key('_build', 'map', say('Whether the page is built, listed and published with its files.'), page('content-management/build-options')), isOld: has(config, 'buildKey') }]),
    ...(has(config, 'paramsKey') ? [key('params', 'map', say('Values of your own, for templates.'))] : []),
    old(key('headless', 'switch', say('A bundle that is not published itself, and whose files others use.'), page('content-management/page-bundles'))),
    forLists(key('cascade', 'map', say('Values for this page and all below it.'))),
    old(key('menu', 'list', say('The menus that the page stands in.'), page('content-management/menus'))),
    ...taxonomies.map((name): KnownKey => key(name, 'list', name === 'series' ? say('The series that the post belongs to.') : name === 'tags' ? say('Words by which readers find posts; each has a page.') : name === 'categories' ? say('Groups that the post belongs to; each has a page.') : say('A taxonomy of this site: each value has a page.'), page('content-management/taxonomies'))),
    // `[frontmatter]` of the configuration, and the names that Hugo knew before
    ...[[dateKeys, date], [publishKeys, publishDate], [expiryKeys, expiryDate], [['modified'], lastmod]].flatMap(([names, meaning]) => (names as readonly string[]).filter(name => !name.startsWith(':')).map(name => old(key(name, 'date', meaning as string, dates)))),
    ...themeKeys(say),
  ];
}

/** https://gohugo.io/templates/lookup-order/: what lies in the site's and the theme's folders of templates. */
export function keyValues(key: string, site: Site): readonly string[] {
  const { config, files } = site;
  const wanted = key.toLowerCase();
  if (wanted !== 'layout' && wanted !== 'type') return [];
  const themes = [config.data['theme']].flat().filter(name => typeof name === 'string').map(name => `themes/${name}/layouts`);
  const templates = ['layouts', ...themes].flatMap(folder => [...files.below(folder)].map(file => file.slice(folder.length + 1))).filter(file => /\.html$/i.test(file));
  const pages = templates.map(file => file.split('/')).filter(([top]) => top !== undefined && !/^_?(?:partials|shortcodes|markup|internal)$/.test(top));
  const names = wanted === 'layout' ? pages.map(parts => parts.at(-1)!.replace(/\..*$/, '')).filter(name => !USUAL.has(name)) : pages.filter(parts => parts.length > 1 && !parts[0]!.startsWith('_')).map(([top]) => top!);
  return [...new Set(names)].sort();
}

/** Templates that are found without being named. */
const USUAL = new Set(['single', 'list', 'baseof', 'index', 'home', 'section', 'taxonomy', 'term', 'terms', 'page', 'all', 'rss', 'sitemap', '404', 'robots', 'summary', 'li']);
