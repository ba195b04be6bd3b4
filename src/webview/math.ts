// The bundle that draws formulas: KaTeX and its search for formulas in text, with the style sheet and fonts that go with it.
import css from 'katex/dist/katex.min.css';
import renderMathInElement from 'katex/contrib/auto-render';
import type { Drawers } from './drawing';

const FONT = /url\(fonts\/([\w-]+\.woff2)\) format\("woff2"\),url\([^)]*\) format\("woff"\),url\([^)]*\) format\("truetype"\)/g;

(window as Drawers).techPostMath = (inner, base) => {
  // a sheet of the document's own: one that is put into its head would go when the page around the body changes
  const sheet = new (inner.defaultView as unknown as { readonly CSSStyleSheet: typeof CSSStyleSheet }).CSSStyleSheet();
  sheet.replaceSync(`${css.replace(FONT, (_, name: string) => `url("${base}katex/${name}") format("woff2")`)}
.katex-error { color: inherit !important; text-decoration: underline dotted; cursor: help; }`);
  inner.adoptedStyleSheets.push(sheet);
  return (root, delimiters) => renderMathInElement(root, {
    delimiters: delimiters.map(({ left, right, isDisplay }) => ({ left, right, display: isDisplay })),
    ignoredTags: ['script', 'noscript', 'style', 'textarea', 'pre', 'code', 'option'],
    ignoredClasses: ['katex', 'katex-error', 'unknown'],
    // what cannot be read is shown as it is written, with the reason as its title
    throwOnError: false, errorColor: 'inherit', trust: false, strict: 'ignore', maxSize: 50, maxExpand: 1000,
  });
};
