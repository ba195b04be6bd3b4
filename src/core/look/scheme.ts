// Light or dark, where a theme has a mark of its own for it on `<html>` or `<body>`, which its script would set. The mark is read
// off the theme's own selectors.
import type { Edit } from '../span';
import { attribute, elementsIn, withAttribute, type Element, type Parent } from './tree';

export interface Mark {
  /** On which element; undefined where selectors do not say. */
  readonly on: 'html' | 'body' | undefined;
  /** Undefined for a class. */
  readonly attribute: string | undefined;
  /** The class, or the attribute's value. */
  readonly value: string;
  readonly scheme: 'light' | 'dark';
}

const ROOT = String.raw`(html|:root|body)?`;
const ATTRIBUTE = String.raw`\[\s*([a-z][a-z\d-]*)\s*[~^*|]?=\s*["']?([\w-]*(?:dark|light|night)[\w-]*)["']?\s*\]`;
const CLASS = String.raw`\.((?:[a-z]+[-_]+)*(?:dark|light|night)(?:[-_]?(?:mode|theme|scheme))?)`;
/** At the beginning of a selector, with something below it or declarations of its own. */
const MARKED = new RegExp(`(?<=[{},]\\s*|^\\s*|:(?:where|is|not)\\(\\s*)${ROOT}(?:${ATTRIBUTE}|${CLASS})(?=[\\s{,>~):]|\\.|\\[)`, 'gi');
/** Of the page's root, not of a box somewhere in it. */
const OF_A_ROOT = /theme|mode|scheme|color|colour|appearance|^dark|^light|^class$/i;

/** The marks in some style sheets, the one that is used most first. */
export function marksOf(sheets: readonly string[]): readonly Mark[] {
  const counts = new Map<string, { readonly mark: Mark; count: number }>();
  for (const sheet of sheets) {
    for (const [, on, name, value, className] of sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(MARKED)) {
      if (name !== undefined && !OF_A_ROOT.test(name)) continue;
      const word = className ?? value!;
      const isClass = className !== undefined || name!.toLowerCase() === 'class';
      const mark: Mark = {
        on: on === undefined ? undefined : on.toLowerCase() === 'body' ? 'body' : 'html', attribute: isClass ? undefined : name!.toLowerCase(), value: word,
        scheme: /dark|night/i.test(word) ? 'dark' : 'light',
      };
      const key = JSON.stringify(mark);
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { mark, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ mark }) => mark);
}

/** The edits that set the mark of a scheme and take those of the other out; none where the theme has no mark. */
export function withScheme(root: Parent, marks: readonly Mark[], scheme: 'light' | 'dark'): readonly Edit[] {
  const all = [...elementsIn(root, node => node.nodeName === 'body')];
  const html = all.find(({ tagName }) => tagName === 'html');
  const body = all.find(({ tagName }) => tagName === 'body');
  if (!html || !body || !marks.some(mark => mark.scheme === 'dark')) return [];
  // of dark the first alone: a theme has one, other words are of its parts
  const first = marks.find(mark => mark.scheme === 'dark')!;
  const isOfKind = (mark: Mark): boolean => mark.attribute === first.attribute;
  const light = marks.find(mark => mark.scheme === 'light' && isOfKind(mark) && (first.attribute !== undefined || mark.value.toLowerCase() === first.value.toLowerCase().replace(/dark|night/, 'light')));
  return [html, body].flatMap((element): readonly Edit[] => {
    const name = element === html ? 'html' : 'body';
    const isMeant = marks.some(mark => isOfKind(mark) && mark.value === first.value && (mark.on === name || (mark.on === undefined && name === 'html')));
    if (first.attribute !== undefined) {
      const now = attribute(element, first.attribute);
      const value = scheme === 'dark' ? first.value : light?.value ?? (now === undefined ? undefined : first.value.replace(/dark|night/i, 'light'));
      return (isMeant || now !== undefined) && value !== now ? found(withAttribute(element, first.attribute, value)) : [];
    }
    const classes = (attribute(element, 'class') ?? '').split(/\s+/).filter(Boolean);
    const [wanted, other] = scheme === 'dark' ? [first.value, light?.value] : [light?.value, first.value];
    const next = [...classes.filter(one => one !== other && one !== wanted), ...(wanted !== undefined && (isMeant || classes.includes(other ?? '')) ? [wanted] : [])];
    return next.join(' ') === classes.join(' ') ? [] : found(withClasses(element, next.join(' ')));
  });
}

const withClasses = (element: Element, classes: string): Edit | undefined => withAttribute(element, 'class', classes);
const found = (edit: Edit | undefined): readonly Edit[] => (edit ? [edit] : []);
