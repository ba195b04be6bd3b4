// What extends a Jekyll: gems that the configuration or the Gemfile names, Ruby files in `_plugins`, a theme. None of it is
// run; what is known of a plugin counts, and what an unknown one may make is not judged.
import { get, text, texts, type Data } from '../../data';
import type { Files } from '../../files';
import { isAtLeast, type EngineVersion } from '../version';

export interface Plugins {
  /** Gems that run with the build. */
  readonly gems: ReadonlySet<string>;
  /** Whether some plugin that we know nothing of may make pages, or change what they say. */
  readonly mayMakePages: boolean;
  /** Liquid tags that the plugins define; undefined when a plugin that we know nothing of may define others. */
  readonly tags: ReadonlySet<string> | undefined;
  /** Whether it may be GitHub that builds, which turns plugins on by itself: no Gemfile says otherwise. */
  readonly mayBeGitHubs: boolean;
  /** Whether the site's theme lies elsewhere and brings files of its own. */
  readonly hasTheme: boolean;
}

/** Plugins that make no addresses, or such as outputs.ts knows; with the tags that they define. */
const KNOWN: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'jekyll-sitemap', 'jekyll-paginate', 'jekyll-archives', 'jekyll-redirect-from', 'jekyll-relative-links', 'jekyll-optional-front-matter', 'jekyll-readme-index',
    'jekyll-titles-from-headings', 'jekyll-default-layout', 'jemoji', 'jekyll-mentions', 'jekyll-remote-theme', 'jekyll-spaceship', 'jekyll-target-blank',
    'jekyll-coffeescript', 'jekyll-sass-converter', 'jekyll-watch', 'jekyll-compose', 'jekyll-admin', 'jekyll-livereload', 'jekyll-commonmark', 'jekyll-commonmark-ghpages',
    'jekyll-minifier', 'jekyll-loading-lazy', 'jekyll-email-protect', 'jekyll', 'kramdown', 'kramdown-parser-gfm', 'kramdown-math-katex', 'rouge', 'webrick', 'wdm', 'tzinfo',
    'tzinfo-data', 'http_parser.rb', 'csv', 'base64', 'bigdecimal', 'faraday-retry', 'html-proofer',
  ].map((gem): [string, readonly string[]] => [gem, []]),
  ['jekyll-feed', ['feed_meta']], ['jekyll-seo-tag', ['seo']], ['jekyll-gist', ['gist']], ['jekyll-avatar', ['avatar']], ['jekyll-include-cache', ['include_cached']],
  ['jekyll-github-metadata', ['github_edit_link']], ['jekyll-toc', ['toc']], ['jekyll-last-modified-at', ['last_modified_at']], ['jekyll-youtube', ['youtube']],
  ['jekyll-twitter-plugin', ['twitter']], ['jekyll-katex', ['katex', 'katexmm', 'endkatex', 'endkatexmm']],
]);

/** What GitHub Pages turns on by itself: https://docs.github.com/en/pages/setting-up-a-github-pages-site-with-jekyll/about-github-pages-and-jekyll#plugins */
const GITHUB_PAGES = [
  'jekyll-coffeescript', 'jekyll-default-layout', 'jekyll-gist', 'jekyll-github-metadata', 'jekyll-optional-front-matter', 'jekyll-paginate', 'jekyll-readme-index',
  'jekyll-titles-from-headings', 'jekyll-relative-links',
];

/** Themes whose gems need none but plugins without tags; of others Jekyll loads what these need. */
const THEMES = /^(?:minima|jekyll-theme-(?:architect|cayman|dinky|hacker|leap-day|merlot|midnight|minimal|modernist|primer|slate|tactile|time-machine))$/;

/** Ruby in the folder of plugins. */
export const pluginFiles = (files: Files): readonly string[] => files.below('_plugins').filter(file => file.endsWith('.rb')).sort();

export function readPlugins(config: Data, written: ReadonlyMap<string, string>, files: Files, version: EngineVersion): Plugins {
  const gemfile = written.get('Gemfile') ?? written.get('gems.rb') ?? '';
  // Jekyll knew its plugins as `gems` up to 3.4
  const named = [...texts(config['plugins']), ...texts(config['gems']), ...gemsOfGroup(gemfile)];
  const isOnGitHub = named.includes('github-pages') || /^[ \t]*gem[ \t(]+["']github-pages["']/m.test(gemfile);
  const gems = new Set([...named.filter(gem => gem !== 'github-pages'), ...(isOnGitHub ? GITHUB_PAGES : [])]);
  const theme = text(config['theme']);
  const others = [...gems].filter(gem => !KNOWN.has(gem) && gem !== theme);
  const code = pluginFiles(files).map(file => written.get(file));
  const codeTags = code.map(source => (source === undefined ? undefined : tagsIn(source)));
  const isEachKnown = !others.length && codeTags.every(found => found !== undefined) && (theme === undefined || THEMES.test(theme)) && !gems.has('jekyll-remote-theme');
  // GitHub's own Jekyll is still one of version 3
  const mayBeGitHubs = gemfile === '' && (version.from === '' || !isAtLeast(version, '4.0'));
  const built = mayBeGitHubs ? [...gems, ...GITHUB_PAGES] : [...gems];
  return {
    gems, mayBeGitHubs,
    mayMakePages: others.length > 0 || code.some(source => source === undefined || /\bGenerator\b|Hooks\.register|\bPage(?:WithoutAFile)?\.new\b/.test(source)),
    tags: isEachKnown ? new Set([...built.flatMap(gem => KNOWN.get(gem) ?? []), ...codeTags.flatMap(found => found ?? [])]) : undefined,
    hasTheme: theme !== undefined || text(config['remote_theme']) !== undefined || text(get(config, 'remote_theme', 'repo')) !== undefined,
  };
}

/** `group :jekyll_plugins do … end` of a Gemfile, or a gem that is put into it by itself: Jekyll loads these unasked. */
function gemsOfGroup(gemfile: string): readonly string[] {
  const group = [...gemfile.matchAll(/^[ \t]*group[ \t(]+:jekyll_plugins\b[^\n]*\bdo\b([\s\S]*?)^[ \t]*end\b/gm)].map(([, inner]) => inner!).join('\n');
  return [
    ...[...group.matchAll(/^[ \t]*gem[ \t(]+["']([^"'\n]+)["']/gm)].map(([, gem]) => gem!),
    ...[...gemfile.matchAll(/^[ \t]*gem[ \t(]+["']([^"'\n]+)["'][^\n]*:jekyll_plugins\b/gm)].map(([, gem]) => gem!),
  ];
}

/** The names under which Ruby code registers tags; undefined when one is not written out. */
function tagsIn(source: string): readonly string[] | undefined {
  const calls = [...source.matchAll(/\bregister_tag\b[ \t(]*(?:["']([\w-]+)["']|:(\w+))?/g)];
  const names = calls.map(([, quoted, symbol]) => quoted ?? symbol);
  return names.every(name => name !== undefined) ? names : undefined;
}
