// Slips in a post at which Hugo stops, so that nothing of the blog is published. Dates and links have rules of their own.
import { rememberBySite } from '../../files';
import type { Post } from '../../post';
import type { Site } from '../../site';
import type { Span } from '../../span';
import type { BuildStopper } from '../flavor';
import { whole } from './cascade';
import { hugoConfig } from './config';
import { layoutFolders } from './outputs';
import { isReadableDate } from './publication';
import { shortcodeAt, shortcodesIn, type Shortcode } from './shortcodes';
import { has } from './versions';

/** https://gohugo.io/shortcodes/ , those that came and went included. */
const EMBEDDED = new Set(['comment', 'details', 'figure', 'gist', 'highlight', 'instagram', 'instagram_simple', 'param', 'qr', 'ref', 'relref', 'speakerdeck', 'tweet', 'twitter', 'twitter_simple', 'vimeo', 'vimeo_simple', 'x', 'x_simple', 'youtube']);
/** Those of them that need an end. */
const PAIRED = new Set(['highlight', 'details']);

const OTHER_DATES = ['publishDate', 'pubdate', 'published', 'lastmod', 'modified', 'expiryDate', 'unpublishdate'];

export function* buildStoppers(post: Post, site: Site): Iterable<BuildStopper> {
  const { say } = site;
  yield* badFields(post, site);
  const open: Shortcode[] = [];
  for (const code of shortcodesIn(post.text, post.body)) {
    if (code.isClosing) {
      const at = open.findLastIndex(({ name }) => name === code.name);
      if (at >= 0) open.splice(at);
      else if (EMBEDDED.has(code.name) && !isOwn(code.name, site)) yield { span: code.span, message: say('"{0}" closes nothing that is open: the build stops.', code.text) };
      continue;
    }
    if (!isKnown(code.name, site)) yield { span: code.span, message: say('Hugo knows no shortcode "{0}": the build stops.', code.name) };
    else if (code.values.some(({ key }) => key !== undefined) && code.values.some(({ key }) => key === undefined)) {
      yield { span: code.span, message: say('Some values of this shortcode have names and some have none: the build stops.') };
    }
    if (!/\/\s*[>%]\}\}$/.test(code.text)) open.push(code);
  }
  for (const span of unended(post)) yield { span, message: say('"{0}" is never closed: the build stops.', post.text.slice(span.start, span.end)) };
  for (const { name, span, text } of open) if (PAIRED.has(name) && !isOwn(name, site)) yield { span, message: say('"{0}" is never closed: the build stops.', text) };
}

/** Where a shortcode begins and does not end before the next one, or at all. */
function* unended({ text, body }: Post): Iterable<Span> {
  for (const found of text.slice(body.start).matchAll(/\{\{([<%])[ \t]*\/?[ \t]*[\w-]+/g)) {
    const start = body.start + found.index;
    const end = text.indexOf(`${found[1] === '<' ? '>' : '%'}}}`, start);
    const next = text.indexOf('{{', start + 2);
    if (end < 0 || (next >= 0 && next < end && shortcodeAt(text, start) === undefined)) yield { start, end: start + found[0].length };
  }
}

/** Inline shortcodes are their own templates; a theme that is not here may have any. */
function isKnown(name: string, site: Site): boolean {
  return EMBEDDED.has(name) || name.endsWith('.inline') || hugoConfig(site).hasUnseenFiles || !hasTemplates(site) || isOwn(name, site);
}

/** No site is without any: where there is none, they are elsewhere. */
const hasTemplates = (site: Site): boolean => remember(site, () => layoutFolders(site).some(folder => site.files.below(folder).some(file => /\.html$/i.test(file) && !/shortcodes\//.test(file))));

const remember = rememberBySite<boolean>();

const isOwn = (name: string, site: Site): boolean => layoutFolders(site).some(folder =>
  ['shortcodes', '_shortcodes'].some(place => ['html', 'md', 'en.html', 'rss.xml', 'amp.html'].some(extension => site.files.has(`${folder}/${place}/${name}.${extension}`))));

function* badFields(post: Post, site: Site): Iterable<BuildStopper> {
  const { frontMatter } = post;
  const { say } = site;
  if (!frontMatter || frontMatter.isBroken) return;
  const old = frontMatter.field('_build');
  if (old && has(site.config, 'refusesOldBuildKey')) yield { span: old.keySpan, message: say('The key "{0}" is now "{1}": the build stops.', '_build', 'build') };
  if (!has(site.config, 'refusesBadDates')) return;
  for (const key of OTHER_DATES) {
    const field = frontMatter.field(key);
    if (field && !isReadableDate(whole(post, site), key)) yield { span: field.valueSpan, message: say('The date "{0}" is not understood: the build stops.', field.source) };
  }
}
