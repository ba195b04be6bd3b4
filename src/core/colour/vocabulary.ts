// One piece of code in the words of a style sheet: what the spans around keywords, strings and comments are called.
import { chromaStyle } from '../markdown/goldmark/highlight';
import { highlighter } from './languages';
import { pygments } from './pygments';
import { escaped } from '../literal';

/** highlight.js' own classes, the same without prefix as Hexo has them, Prism's, and Pygments' short ones as Chroma or Rouge give them. */
export type Vocabulary = 'hljs' | 'bare' | 'prism' | 'chroma' | 'rouge';

/** @param language a name of `languageNamed` */
export function inVocabulary(code: string, language: string, vocabulary: Vocabulary): string {
  switch (vocabulary) {
    case 'hljs': return highlighter().highlight(code, { language, ignoreIllegals: true }).value;
    case 'bare': return highlighter().highlight(code, { language, ignoreIllegals: true }).value.replace(/(<span class=")hljs-/g, '$1');
    case 'prism': return spans(code, language, 'chroma', prismNames);
    default: return spans(code, language, vocabulary, name => ` class="${name}"`);
  }
}

/** Colours of one of Chroma's styles, written into the HTML. */
export function inStyle(code: string, language: string, style: string): string {
  const css = chromaStyle(style);
  return spans(code, language, 'chroma', name => { const written = css(name); return written === '' ? '' : ` style="${written}"`; });
}

/** @param attributeOf gives nothing for what has no look of its own */
function spans(code: string, language: string, family: 'chroma' | 'rouge', attributeOf: (name: string) => string): string {
  return pygments(code, language, family).map(({ name, text }) => {
    const attribute = name === '' || text.trim() === '' ? '' : attributeOf(name);
    return attribute === '' ? escaped(text) : `<span${attribute}>${escaped(text)}</span>`;
  }).join('');
}

/** https://prismjs.com/tokens.html; by the whole class or by its first letter. */
const PRISM: Readonly<Record<string, string>> = {
  k: 'keyword', kc: 'boolean', kt: 'class-name', nb: 'builtin', bp: 'keyword', nf: 'function', fm: 'function', nc: 'class-name', no: 'constant', nd: 'annotation', nt: 'tag', na: 'attr-name', nl: 'property', py: 'property', nv: 'variable',
  vi: 'variable', ni: 'entity', ss: 'symbol', sr: 'regex', s: 'string', m: 'number', o: 'operator', p: 'punctuation', c: 'comment', cp: 'macro property', gd: 'deleted', gi: 'inserted', gu: 'coord', gh: 'title',
};

function prismNames(name: string): string {
  const found = PRISM[name] ?? PRISM[name[0] === 'n' || name[0] === 'g' ? '' : name[0]!];
  return found === undefined ? '' : ` class="token ${found}"`;
}
