// What a Hugo configuration says about Markdown: https://gohugo.io/configuration/markup/#goldmark
import { get, isData, text } from '../../data';
import type { HugoIdStyle } from '../ids';
import type { Cjk } from './cjk';
import type { Extras } from './extras';
import { highlightOptions, type HighlightOptions } from './highlight';
import type { Delimiters } from './passthrough';

export interface GoldmarkOptions {
  /** `renderer.unsafe`: raw HTML reaches the page. */
  readonly keepsHtml: boolean;
  readonly hardWraps: boolean;
  readonly xhtml: boolean;
  readonly autoHeadingId: boolean;
  readonly idStyle: HugoIdStyle;
  /** Heading ids are made of the text and not of the source. */
  readonly idsFromText: boolean;
  readonly headingAttributes: boolean;
  readonly blockAttributes: boolean;
  /** `markup.highlight.codeFences`: Hugo's own wrapper around fenced code. */
  readonly highlights: boolean;
  readonly highlight: HighlightOptions;
  readonly hasTables: boolean;
  readonly hasStrikethrough: boolean;
  readonly hasFootnotes: boolean;
  readonly hasTasks: boolean;
  readonly hasDefinitions: boolean;
  readonly hasTypographer: boolean;
  readonly linkifies: boolean;
  /** For `www.` addresses. */
  readonly linkifyProtocol: string;
  /** `enableEmoji` */
  readonly hasEmoji: boolean;
  readonly wrapsImages: boolean;
  readonly extras: Extras;
  readonly cjk: Cjk;
  readonly passthrough: readonly Delimiters[];
  /** What the typographer writes in place of its own signs, by the configuration's names in lower case; HTML. */
  readonly signs: Readonly<Record<string, string>>;
  /** HTML of the link from a footnote back to the text. */
  readonly backlink: string;
  readonly hasTermIds: boolean;
}

const on = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);

/** @param data Hugo's configuration, keys in lower case. Nothing of it is trusted to be of the right type. */
export function goldmarkOptions(data: Readonly<Record<string, unknown>>, { idsFromText, knowsWrapperClass }: Pick<GoldmarkOptions, 'idsFromText'> & { readonly knowsWrapperClass: boolean }): GoldmarkOptions {
  const goldmark = get(data, 'markup', 'goldmark');
  const of = (...path: string[]): unknown => get(goldmark, ...path);
  const style = of('parser', 'autoheadingidtype') ?? of('parser', 'autoidtype');
  const typographer = of('extensions', 'typographer');
  const attribute = of('parser', 'attribute');
  const protocol = of('extensions', 'linkifyprotocol');
  return {
    keepsHtml: on(of('renderer', 'unsafe'), false),
    hardWraps: on(of('renderer', 'hardwraps') ?? of('renderer', 'hardwrap'), false),
    xhtml: on(of('renderer', 'xhtml'), false),
    autoHeadingId: on(of('parser', 'autoheadingid'), true),
    idStyle: style === 'github-ascii' || style === 'blackfriday' ? style : 'github',
    // before 0.81 one switch stood for both
    idsFromText,
    headingAttributes: typeof attribute === 'boolean' ? attribute : on(get(attribute, 'title'), true),
    blockAttributes: on(get(attribute, 'block'), false),
    highlights: on(get(data, 'markup', 'highlight', 'codefences'), true),
    highlight: highlightOptions(data, knowsWrapperClass),
    hasTables: on(of('extensions', 'table'), true),
    hasStrikethrough: on(of('extensions', 'strikethrough'), true) && !on(of('extensions', 'extras', 'delete', 'enable'), false),
    hasFootnotes: switched(of('extensions', 'footnote')),
    hasTasks: on(of('extensions', 'tasklist'), true),
    hasDefinitions: on(of('extensions', 'definitionlist'), true),
    // since 0.112 a table with `disable`
    hasTypographer: typeof typographer === 'boolean' ? typographer : !on(get(typographer, 'disable'), false),
    linkifies: on(of('extensions', 'linkify'), true),
    hasEmoji: on(data['enableemoji'], false),
    wrapsImages: on(of('parser', 'wrapstandaloneimagewithinparagraph'), true),
    extras: {
      subscript: on(of('extensions', 'extras', 'subscript', 'enable'), false), superscript: on(of('extensions', 'extras', 'superscript', 'enable'), false),
      insert: on(of('extensions', 'extras', 'insert', 'enable'), false), mark: on(of('extensions', 'extras', 'mark', 'enable'), false),
    },
    cjk: cjkOf(of('extensions', 'cjk')),
    passthrough: on(of('extensions', 'passthrough', 'enable'), false) ? [...delimitersOf(of('extensions', 'passthrough', 'delimiters', 'block'), true), ...delimitersOf(of('extensions', 'passthrough', 'delimiters', 'inline'), false)] : [],
    signs: Object.fromEntries(Object.entries(isData(typographer) ? typographer : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    backlink: text(of('extensions', 'footnote', 'backlinkhtml')) ?? '&#x21a9;&#xfe0e;',
    hasTermIds: on(of('parser', 'autodefinitiontermid'), false),
    linkifyProtocol: typeof protocol === 'string' && /^[a-z]+$/.test(protocol) ? protocol : 'https',
  };
}

/** A switch that newer versions made a table with `enable`. */
const switched = (value: unknown): boolean => (typeof value === 'boolean' ? value : on(get(value, 'enable'), true));

function cjkOf(settings: unknown): Cjk {
  const isOn = on(get(settings, 'enable'), false);
  const joins = isOn && on(get(settings, 'eastasianlinebreaks'), false);
  return { lineBreaks: !joins ? undefined : get(settings, 'eastasianlinebreaksstyle') === 'css3draft' ? 'css3draft' : 'simple', dropsEscapedSpaces: isOn && on(get(settings, 'escapedspace'), false) };
}

const delimitersOf = (pairs: unknown, isBlock: boolean): readonly Delimiters[] => (Array.isArray(pairs) ? pairs : [])
  .flatMap((pair: unknown) => (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string' && pair[0] !== '' && pair[1] !== '' ? [{ open: pair[0], close: pair[1], isBlock }] : []));
