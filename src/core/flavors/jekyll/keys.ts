// The keys that Jekyll knows: https://jekyllrb.com/docs/front-matter/, and those of plugins that the site has.
import { DESCRIPTION, themeKeys, TITLE, type KeyShape, type KnownKey } from '../keys';
import type { Site } from '../../site';
import { jekyllConfig } from './config';

const FRONT_MATTER = 'https://jekyllrb.com/docs/front-matter/';
const SEO = 'https://github.com/jekyll/jekyll-seo-tag/blob/master/docs/usage.md';

export function keys(site: Site): readonly KnownKey[] {
  const { say } = site;
  const { gems } = jekyllConfig(site).plugins;
  const key = (name: string, shape: KeyShape, meaning: string, source = FRONT_MATTER): KnownKey => ({ key: name, shape, meaning, source });
  const of = (gem: string, source: string, ...found: readonly (readonly [name: string, shape: KeyShape, meaning: string])[]): readonly KnownKey[] =>
    (gems.has(gem) ? found.map(([name, shape, meaning]) => ({ ...key(name, shape, meaning, source), reader: gem })) : []);
  return [
    key('layout', 'text', say('The file in `_layouts` around the text; `none` for no layout at all.')),
    key('title', 'text', TITLE(say)),
    key('date', 'date', say('The post’s date, over the one in the file name: lists are sorted by it, and a post of the future is not built.')),
    key('categories', 'list', say('Groups that the post belongs to; they are part of the usual address.'), 'https://jekyllrb.com/docs/posts/#categories'),
    key('tags', 'list', say('Words by which readers find posts. A text is taken apart at its blanks.'), 'https://jekyllrb.com/docs/posts/#tags'),
    key('description', 'text', DESCRIPTION(say)),
    key('excerpt', 'text', say('Shown in lists instead of the first paragraph.'), 'https://jekyllrb.com/docs/posts/#post-excerpts'),
    { ...key('permalink', 'text', say('The whole address, whatever the configuration says.'), 'https://jekyllrb.com/docs/permalinks/'), isOfAddress: true },
    key('published', 'switch', say('With `false` the post is not built.')),
    key('excerpt_separator', 'text', say('The mark at which the excerpt ends.'), 'https://jekyllrb.com/docs/posts/#post-excerpts'),
    { ...key('slug', 'text', say('The last part of the address, instead of the file’s name.'), 'https://jekyllrb.com/docs/permalinks/'), isOfAddress: true },
    key('render_with_liquid', 'switch', say('With `false` tags of Liquid in the text stay as they are.'), 'https://jekyllrb.com/docs/liquid/tags/'),
    { ...key('category', 'text', say('Groups that the post belongs to; they are part of the usual address.'), 'https://jekyllrb.com/docs/posts/#categories'), isOld: true },
    ...of('jekyll-redirect-from', 'https://github.com/jekyll/jekyll-redirect-from',
      ['redirect_from', 'list', say('Earlier addresses, each with a page that leads here.')],
      ['redirect_to', 'text', say('The address to which this page leads on.')]),
    ...of('jekyll-seo-tag', SEO,
      ['image', 'text', say('The picture above the post and in link cards.')],
      ['author', 'text', say('Who wrote the post.')],
      ['lang', 'text', say('The language of the post, as in `ko`.')],
      ['canonical_url', 'text', say('Where the post stands first, for search engines.')]),
    ...of('jekyll-last-modified-at', 'https://github.com/gjtorikian/jekyll-last-modified-at', ['last_modified_at', 'date', say('When the post was last changed, for the site map and themes.')]),
    ...of('jekyll-sitemap', 'https://github.com/jekyll/jekyll-sitemap', ['sitemap', 'switch', say('With `false` the page is not in the site map.')]),
    ...of('jekyll-paginate-v2', 'https://github.com/sverrirs/jekyll-paginate-v2', ['pagination', 'map', say('How the lists on this page are divided.')]),
    ...themeKeys(say),
  ];
}

/** The files of layouts; a theme that is a gem brings others, which only posts tell. */
export function keyValues(key: string, { files, config }: Site): readonly string[] {
  if (key !== 'layout') return [];
  const { source } = jekyllConfig({ config });
  const folder = source === '' ? '_layouts' : `${source}/_layouts`;
  return [...new Set([...files.below(folder)].filter(file => /\.(?:html|md|markdown)$/i.test(file)).map(file => file.slice(folder.length + 1).replace(/\.[^.]+$/, '')))].sort();
}
