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
    if (post.frontMatter?.errors.some(({ code }) => code === 'not-a-map')) yield { span: post.frontMatter.content, message: 'This is no list of keys and values: the build stops.', args: [] };
    if (permalink === '') yield { span: at('permalink'), message: 'The permalink is empty: the build stops.', args: [] };
  } else {
    const slug = values.written('slug');
    const value = slug && values.get('slug');
    if (slug && value !== null && typeof value !== 'string' && usesSlug(post, site)) yield { span: at('slug'), message: 'The slug {0} is no text without quotes: the build stops.', args: [slug.source] };
    const unknown = typeof permalink === 'string' ? unknownPlaceholders(permalink)[0] : undefined;
    if (unknown !== undefined) yield { span: at('permalink'), message: 'Jekyll knows no placeholder "{0}": the build stops.', args: [`:${unknown}`] };
  }
  if (values.get('render_with_liquid') === false) return;
  for (const fault of liquidFaults(post.text, post.body, tagsOf(site))) {
    const told = tell(fault, post, site);
    if (told) yield { span: { start: fault.start, end: fault.end }, ...told };
  }
}

/** https://jekyllrb.com/docs/liquid/tags/ */
function tagsOf(site: Site): KnownTags {
  return { pairs: new Set(['highlight']), singles: new Set(['post_url', 'link']), others: jekyllConfig(site).plugins.tags };
}

function tell(fault: LiquidFault, post: Post, site: Site): Pick<BuildStopper, 'message' | 'args'> | undefined {
  switch (fault.kind) {
    case 'unknown-tag': return { message: 'Liquid knows no tag "{0}": the build stops.', args: [fault.name] };
    case 'closes-nothing': return { message: '"{0}" closes nothing that is open: the build stops.', args: [fault.name] };
    case 'unclosed': return { message: '"{0}" is never closed: the build stops.', args: [fault.name] };
    case 'include': return isThere(fault, post, site) ? undefined : { message: 'There is no file "{0}" to include: the build stops.', args: [fault.name] };
  }
}

/** A theme brings files to include, and what lies in a folder of its own is named from the post. */
function isThere({ name, tag }: LiquidFault & { readonly kind: 'include' }, post: Post, site: Site): boolean {
  const { plugins, source, data } = jekyllConfig(site);
  if (tag === 'include_relative') return isFile(joinPath(splitPath(post.path).folder, name), site);
  if (plugins.hasTheme) return true;
  return isFile(joinPath([source, text(data['includes_dir']) ?? '_includes'].filter(Boolean).join('/'), name), site);
}

const isFile = (path: string | undefined, site: Site): boolean => path !== undefined && site.files.has(path);
