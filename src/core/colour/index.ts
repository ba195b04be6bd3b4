// Colours for the code of a site's posts, in the words of the style sheet that will be there.
import type { Colour } from '../markdown/document';
import type { Site } from '../site';
import { languageNamed } from './languages';
import { inStyle, inVocabulary, type Vocabulary } from './vocabulary';

/** Code of more characters stays plain: colouring it would be felt at each key stroke. */
const LONGEST = 50_000;
/** Pieces of code whose colours are kept; the oldest goes first. */
const REMEMBERED = 400;

/**
 * @param knownClasses the class names in the style sheets of the site, where the site's own look is shown; without it our own sheets
 * are there, which know highlight.js' classes
 */
export function coloursFor(site: Pick<Site, 'flavor' | 'config'>, knownClasses?: ReadonlySet<string>): Colour {
  const own = site.flavor.colours?.(site.config) ?? 'hljs';
  const vocabulary = knownClasses === undefined ? 'hljs' : vocabularyIn(knownClasses, own);
  const colour = (code: string, language: string, look?: { readonly style: string; readonly isInline: boolean }): string | undefined => {
    const name = code.length > LONGEST ? undefined : languageNamed(language);
    if (name === undefined) return undefined;
    const style = knownClasses !== undefined && look?.isInline ? look.style : undefined;
    return remembered(`${style ?? ''}\n${vocabulary}\n${name}\n${code}`, () => (style === undefined ? inVocabulary(code, name, vocabulary) : inStyle(code, name, style)));
  };
  return Object.assign(colour, { isBySheet: knownClasses === undefined });
}

/** A class that each sheet of the kind has. */
const SIGNS: Readonly<Record<Vocabulary, string>> = { hljs: 'hljs-keyword', bare: 'keyword', prism: 'token', chroma: 'nf', rouge: 'nf' };

/** The engine's own words, unless the sheets know others alone: then a script colours the code in the browser. */
function vocabularyIn(classes: ReadonlySet<string>, own: Vocabulary): Vocabulary {
  if (classes.has(SIGNS[own])) return own;
  return (['hljs', 'prism'] as const).find(other => classes.has(SIGNS[other])) ?? own;
}

const kept = new Map<string, string>();

/** One for all sites: a key stroke colours only what it changes. */
function remembered(key: string, make: () => string): string {
  let html = kept.get(key);
  if (html === undefined) {
    html = make();
    if (kept.size >= REMEMBERED) kept.delete(kept.keys().next().value!);
  } else kept.delete(key);
  kept.set(key, html);
  return html;
}
