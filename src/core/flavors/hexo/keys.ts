// The keys that Hexo knows: https://hexo.io/docs/front-matter, and `processPost` in lib/plugins/processor/post.ts.
import { DESCRIPTION, themeKeys, TITLE, type KeyShape, type KnownKey } from '../keys';
import type { Site } from '../../site';
import { hexoConfig } from './config';

const FRONT_MATTER = 'https://hexo.io/docs/front-matter';

export function keys(site: Site): readonly KnownKey[] {
  const { say } = site;
  const { packages } = hexoConfig(site);
  const key = (name: string, shape: KeyShape, meaning: string, source = FRONT_MATTER): KnownKey => ({ key: name, shape, meaning, source });
  return [
    key('title', 'text', TITLE(say)),
    key('date', 'date', say('The post’s date; without it the file’s own counts.')),
    key('updated', 'date', say('When the post was last changed; without it the file’s own date counts.')),
    key('categories', 'list', say('Groups that the post belongs to: several in a row are one within the other.'), `${FRONT_MATTER}#Categories-Tags`),
    key('tags', 'list', say('Words by which readers find posts; each has a page.'), `${FRONT_MATTER}#Categories-Tags`),
    key('description', 'text', DESCRIPTION(say)),
    key('excerpt', 'text', say('Shown in lists instead of what stands above the mark `more`.')),
    key('layout', 'text', say('The theme’s template; with `false` the text stands alone.'), `${FRONT_MATTER}#Layout`),
    { ...key('permalink', 'text', say('The whole address, whatever the configuration says.')), isOfAddress: true },
    key('comments', 'switch', say('Whether readers may comment on the post.')),
    key('published', 'switch', say('With `false` the post is not built.')),
    key('lang', 'text', say('The language of the post, as in `ko`.')),
    key('disableNunjucks', 'switch', say('With `true` tags in the text stay as they are.')),
    ...(packages?.has('hexo-generator-alias') ? [{ ...key('alias', 'list', say('Earlier addresses, each with a page that leads here.'), 'https://github.com/hexojs/hexo-generator-alias'), reader: 'hexo-generator-alias' }] : []),
    ...(packages?.has('hexo-generator-index') ? [{ ...key('sticky', 'number', say('Whether the post stays on top of the list.'), 'https://github.com/hexojs/hexo-generator-index'), reader: 'hexo-generator-index' }] : []),
    { ...key('tag', 'list', say('Words by which readers find posts; each has a page.')), isOld: true },
    { ...key('category', 'list', say('Groups that the post belongs to: several in a row are one within the other.')), isOld: true },
    ...themeKeys(say),
  ];
}

/** `post`, `page` and `draft` are in every theme (https://hexo.io/docs/writing#Layout); scaffolds are named by layouts. */
export function keyValues(key: string, { files }: Site): readonly string[] {
  if (key !== 'layout') return [];
  return [...new Set(['post', 'page', ...files.namesIn('scaffolds').filter(name => name.endsWith('.md')).map(name => name.slice(0, -3))])].filter(name => name !== 'draft');
}
