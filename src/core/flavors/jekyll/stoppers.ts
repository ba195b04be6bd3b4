// Slips in a post at which Jekyll stops, so that nothing of the blog is published. Dates and links have rules of their own.
import { splitPath, joinPath } from '../../files';
import { text } from '../../data';
import type { Post } from '../../post';
import type { Site } from '../../site';
import type { Span } from '../../span';
import { liquidFaults, type KnownTags, type LiquidFault } from '../../templating/liquidfaults';
import type { BuildStopper } from '../flavor';
import { jekyllConfig } from './config';
import { entryOf } from './entries';
import { isMade } from './outputs';
import { unknownPlaceholders, usesSlug } from './permalinks';
import { valuesOf } from './values';

export function* buildStoppers(post: Post, site: Site): Iterable<BuildStopper> {
  const entry = entryOf(post.path, site);
  if (!entry || (entry.kind === 'post' && !entry.isRead) || !isMade(post, site)) return;
  const values = valuesOf(post, site);
  const at = (key: string): Span => {
    const field = post.frontMatter?.field(key);
    return field ? (field.valueSpan.end > field.valueSpan.start ? field.valueSpan : field.keySpan) : { start: 0, end: 0 };
  };
  const permalink = values.written('permalink')?.value;
  if (entry.kind === 'page') {
    if (post.frontMatter?.errors.some(({ code }) => code === 'not-a-map')) yield { span: post.frontMatter.content, message: site.say('This is no list of keys and values: the build stops.') };
    if (permalink === '') yield { span: at('permalink'), message: site.say('The permalink is empty: the build stops.') };
  } else {
    const slug = values.written('slug');
    const value = slug && values.get('slug');
    if (slug && value !== null && typeof value !== 'string' && usesSlug(post, site)) yield { span: at('slug'), message: site.say('The slug {0} is no text without quotes: the build stops.', slug.source) };
    if (typeof permalink === 'number') yield { span: at('permalink'), message: site.say('The permalink {0} is no text without quotes: the build stops.', String(permalink)) };
    const unknown = typeof permalink === 'string' ? unknownPlaceholders(permalink)[0] : undefined;
    if (unknown !== undefined) yield { span: at('permalink'), message: site.say('Jekyll knows no placeholder "{0}": the build stops.', `:${unknown}`) };
  }
  if (values.get('render_with_liquid') === false) return;
  for (const fault of liquidFaults(post.text, post.body, tagsOf(site))) {
    const message = messageOf(fault, post, site);
    if (message !== undefined) yield { span: { start: fault.start, end: fault.end }, message };
  }
}

/** https://jekyllrb.com/docs/liquid/tags/ */
function tagsOf(site: Site): KnownTags {
  return { pairs: new Set(['highlight']), singles: new Set(['post_url', 'link']), others: jekyllConfig(site).plugins.tags };
}

function messageOf(fault: LiquidFault, post: Post, site: Site): string | undefined {
  const { say } = site;
  switch (fault.kind) {
    case 'unknown-tag': return say('Liquid knows no tag "{0}": the build stops.', fault.name);
    case 'closes-nothing': return say('"{0}" closes nothing that is open: the build stops.', fault.name);
    case 'unclosed': return say('"{0}" is never closed: the build stops.', fault.name);
    case 'include': return isThere(fault, post, site) ? undefined : say('There is no file "{0}" to include: the build stops.', fault.name);
  }
}

/** A theme brings files to include, and what lies in a folder of its own is named from the post. */
function isThere({ name, tag }: LiquidFault & { readonly kind: 'include' }, post: Post, site: Site): boolean {
  const { plugins, source, data } = jekyllConfig(site);
  if (tag === 'include_relative') return isFile(joinPath(splitPath(post.path).folder, name), site);
  if (plugins.hasTheme || !hasLayout(post, site)) return true;
  return isFile(joinPath([source, text(data['includes_dir']) ?? '_includes'].filter(Boolean).join('/'), name), site);
}

/** Where even the layout of the page is not here, the templates of the site are elsewhere. */
function hasLayout(post: Post, site: Site): boolean {
  const { source, data } = jekyllConfig(site);
  const layout = valuesOf(post, site).get('layout');
  if (typeof layout !== 'string' || layout === '' || layout === 'none') return true;
  const folder = [source, text(data['layouts_dir']) ?? '_layouts'].filter(Boolean).join('/');
  return ['.html', '.md', '.liquid'].some(extension => site.files.has(`${folder}/${layout}${extension}`));
}

const isFile = (path: string | undefined, site: Site): boolean => path !== undefined && site.files.has(path);
