// Hugo's Markdown. Goldmark's core is CommonMark as markdown-it has it; what differs are extensions and a few details.
import createMarkdown from 'markdown-it';
import { HUGO_SHORTCODES, templates } from '../../templating/templates';
import { makeDialect } from '../dialect';
import type { Dialect } from '../document';
import { footnoteIds, footnotes, GOLDMARK_FOOTNOTES } from '../footnotes';
import { hugoIds, noIds } from '../ids';
import { GOLDMARK_ADDRESSES, linkify } from '../linkify';
import { tasks } from '../tasks';
import { blockAttributes, headingAttributes } from './attributes';
import { cjk } from './cjk';
import { core } from './core';
import { definitions, termIds } from './definitions';
import { withEmoji, withoutFillers } from './emoji';
import { extras } from './extras';
import { fence } from './fence';
import { renderHooks, type Hooks, type SiteField } from './hooks';
import { standaloneImages } from './images';
import type { GoldmarkOptions } from './options';
import { passthrough } from './passthrough';
import { strikethrough } from './strikethrough';
import { typographer } from './typographer';

export { highlighted, highlightOptions, withOptions } from './highlight';
export { goldmarkOptions, type GoldmarkOptions } from './options';

/** @param hooks the site's own templates for parts of Markdown @param siteField what these may know of the site */
export function goldmark(options: GoldmarkOptions, hooks: Hooks = new Map(), siteField: SiteField = () => 'unknown'): Dialect {
  const md = createMarkdown({ html: true, breaks: options.hardWraps, xhtmlOut: options.xhtml });
  core(md, options.keepsHtml);
  if (!options.hasTables) md.disable('table');
  if (options.hasStrikethrough) strikethrough(md);
  else md.disable('strikethrough');
  if (options.hasFootnotes) footnotes(md, { ...GOLDMARK_FOOTNOTES, back: (id, count) => GOLDMARK_FOOTNOTES.back(id, count).replace(/>.*<\/a>/, () => `>${options.backlink}</a>`) });
  if (options.hasDefinitions) definitions(md);
  if (options.hasTasks) tasks(md, isDone => `<input ${isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `, false);
  if (options.headingAttributes) headingAttributes(md);
  if (options.blockAttributes) blockAttributes(md);
  linkify(md, { ...GOLDMARK_ADDRESSES, protocol: options.linkifyProtocol });
  if (!options.linkifies) md.disable('bare_address');
  if (options.hasTypographer) typographer(md, options.signs);
  extras(md, options.extras);
  cjk(md, options.cjk);
  if (options.passthrough.length) passthrough(md, options.passthrough);
  if (!options.wrapsImages) standaloneImages(md);
  const idsOf = options.autoHeadingId ? () => hugoIds(options.idStyle, options.idsFromText) : noIds;
  if (options.hasTermIds && options.hasDefinitions) termIds(md, () => hugoIds(options.idStyle, true));
  templates(md, HUGO_SHORTCODES);
  if (options.highlights) fence(md, options.highlight);
  const dialect = makeDialect({
    id: `goldmark ${JSON.stringify(options)}`, md, keepsHtml: options.keepsHtml,
    collectOptions: () => ({
      ids: idsOf(),
      keepsHtml: options.keepsHtml,
      explicitId: () => undefined,
    }),
    ...(options.hasEmoji ? { prepare: withEmoji, restore: withoutFillers } : {}),
    extraAnchors: env => footnoteIds(env, GOLDMARK_FOOTNOTES),
  });
  // over the rules that a view changes
  renderHooks(md, hooks, siteField);
  return dialect;
}
