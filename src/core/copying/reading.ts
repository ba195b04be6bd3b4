// From the HTML of a body to what it means: the engines' own elements and classes end here.
import type { Drawings } from '../drawing';
import { attribute, childrenOf, classesOf, elementsIn, isElement, isText, readPage, textOf as textOfNode, type Element, type Node } from '../look/tree';
import type { Absolutes } from './absolute';
import { codeBlock, codeInTable, languageOf } from './code';
import { embedded, writtenBy } from './embeds';
import { withFormulas } from './formulas';
import type { Remark, Remarks } from './notes';
import { isPart, normal, part, textOf, type Part, type Piece } from './tree';

export interface ReadOptions {
  readonly absolutes: Absolutes;
  readonly drawings: Drawings;
  readonly remarks: Remarks;
  /** What stands for a picture that has no address: its text, in the post's language. */
  pictureWords(alt: string, file: string): string;
}

/** @returns undefined for HTML that nests deeper or holds more than anything that somebody wrote. */
export function readBody(html: string, options: ReadOptions): readonly Piece[] | undefined {
  const tree = readPage(html, true);
  return tree && normal(new Reader(options).all(childrenOf(tree), undefined));
}

const KEPT = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'li', 'blockquote', 'hr', 'tr', 'figure', 'figcaption', 'dl', 'dt', 'dd', 'details', 'summary', 'caption', 'br', 'sup', 'sub', 'mark', 'kbd', 'u', 'ins', 'em', 'strong', 'del', 'code', 'thead', 'tbody', 'tfoot']);
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', cite: 'em', strike: 'del', s: 'del', samp: 'code', tt: 'code', var: 'em', xmp: 'pre', plaintext: 'pre' };
/** Nobody reads their text. */
const SILENT = /^(?:style|template|link|meta|base|title|head|noembed|noframes|datalist|select|textarea|button|map|area|col|colgroup|param|source|track|canvas)$/;

class Reader {
  constructor(private readonly options: ReadOptions) {}

  all(nodes: readonly Node[], language: string | undefined): readonly Piece[] {
    return nodes.flatMap(node => (isText(node) ? withFormulas(node.value, this.options.drawings.formulas) : isElement(node) ? this.element(node, language) : []));
  }

  private remark(remark: Remark, name?: string): readonly [] {
    this.options.remarks.add(remark, name);
    return [];
  }

  private element(element: Element, outer: string | undefined): readonly Piece[] {
    const name = RENAMED[element.tagName] ?? element.tagName;
    const classes = classesOf(element);
    const language = languageOf(element) ?? outer;
    const inside = (): readonly Piece[] => this.all(childrenOf(element), language);
    if (classes.includes('unknown')) return this.box(element, language);
    // kramdown's list of contents, which every place makes itself if it has one
    if (attribute(element, 'id') === 'markdown-toc') return [];
    if (classes.includes('footnotes')) return this.notes(element);
    const number = noteNumber(element);
    if (number !== undefined) return number === '' ? [] : [part('note', {}, number)];
    switch (name) {
      case 'pre': return this.code(element, language);
      case 'table': {
        const code = codeInTable(element);
        return code ? this.code(code, language) : [this.table(element)];
      }
      case 'figure': if (classes.includes('highlight')) return this.codeFigure(element, language); break;
      case 'script': return this.script(element);
      case 'iframe': case 'embed': case 'frame': case 'object': case 'video': case 'audio': return this.embed(element);
      case 'svg': case 'math': return this.remark('left-out', `<${name}>`);
      case 'img': return this.image(element);
      case 'a': return this.link(element, inside());
      case 'input': return attribute(element, 'type')?.toLowerCase() === 'checkbox' ? [part('task', attribute(element, 'checked') === undefined ? {} : { checked: '' }), ' '] : [];
      case 'ol': {
        const start = attribute(element, 'start') ?? '';
        return [part('ol', /^-?\d{1,9}$/.test(start) && start !== '1' ? { start } : {}, ...inside())];
      }
    }
    if (SILENT.test(name)) return name === 'style' || name === 'textarea' || name === 'select' || name === 'canvas' ? this.remark('left-out', `<${name}>`) : [];
    if (KEPT.has(name)) return [part(name, {}, ...inside())];
    // a paragraph ends where an element begins that is one of its own
    return /^(?:div|section|article|aside|header|footer|main|nav|center|address|hgroup|form|fieldset|search)$/.test(name) ? normal(inside()) : inside();
  }

  /** A template tag that could not be run; what it encloses is the writer's own. */
  private box(element: Element, language: string | undefined): readonly Piece[] {
    const children = childrenOf(element);
    const has = (node: Node, name: string): boolean => isElement(node) && classesOf(node).includes(name);
    const named = children.find(node => has(node, 'unknown-name')) ?? element;
    this.remark('not-run', textOfNode(named).trim());
    return children.filter(node => has(node, 'unknown-inner')).flatMap(node => this.all(childrenOf(node), language));
  }

  private code(element: Element, language: string | undefined): readonly Piece[] {
    const code = codeBlock(element, language);
    if (code.attributes['language'] === 'mermaid') this.remark('diagram');
    return [code];
  }

  /** Hexo's: the caption, then the code, as it is or in a table beside its numbers. */
  private codeFigure(element: Element, language: string | undefined): readonly Piece[] {
    const inner = childrenOf(element).filter(isElement);
    const caption = inner.find(({ tagName }) => tagName === 'figcaption');
    const table = inner.find(({ tagName }) => tagName === 'table');
    const code = (table && (codeInTable(table) ?? table)) ?? inner.find(({ tagName }) => tagName === 'pre');
    if (!code) return [part('figure', {}, ...this.all(childrenOf(element), language))];
    return [...(caption ? normal(this.all(childrenOf(caption), undefined)) : []), ...this.code(code, language)];
  }

  private script(element: Element): readonly Piece[] {
    // https://docs.mathjax.org/en/v2.7-latest/advanced/model.html
    const type = (attribute(element, 'type') ?? '').toLowerCase();
    const text = childrenOf(element).map(node => (isText(node) ? node.value : '')).join('');
    if (type.startsWith('math/tex')) return [part('formula', type.includes('mode=display') ? { display: '' } : {}, text.replace(/^\s*%\s*<!\[CDATA\[|%\s*\]\]>\s*$/g, '').trim())];
    const address = writtenBy(attribute(element, 'src') ?? '');
    return address === undefined ? this.remark('left-out', '<script>') : [part('embed', { address })];
  }

  private embed(element: Element): readonly Piece[] {
    const source = [element, ...elementsIn(element)].map(each => attribute(each, 'src') ?? attribute(each, 'data') ?? '').find(each => each !== '') ?? '';
    const isFilm = /^(?:video|audio)$/.test(element.tagName);
    const found = isFilm ? this.options.absolutes.of(source, true) : undefined;
    const address = found ? ('url' in found ? found.url : undefined) : embedded(source);
    return address === undefined ? this.remark('left-out', `<${element.tagName}>${source === '' ? '' : ` ${source}`}`) : [part('embed', { address })];
  }

  private image(element: Element): readonly Piece[] {
    const written = attribute(element, 'src')?.trim() || (attribute(element, 'data-src') ?? '').trim();
    const alt = (attribute(element, 'alt') ?? '').replace(/\s+/g, ' ').trim();
    const found = this.options.absolutes.of(written, true);
    if ('lacks' in found) {
      this.remark(`picture-${found.lacks}`, shortName(written));
      return [this.options.pictureWords(alt, shortName(written))];
    }
    const title = attribute(element, 'title')?.trim();
    const width = /^(\d{1,4})(?:px)?$/.exec(attribute(element, 'width') ?? '')?.[1];
    return [part('img', { src: found.url, alt, ...(title ? { title } : {}), ...(width === undefined ? {} : { width }) })];
  }

  private link(element: Element, inside: readonly Piece[]): readonly Piece[] {
    const href = attribute(element, 'href');
    // an anchor, or the sign beside a heading by which it is linked to
    if (href === undefined || (href.startsWith('#') && /^[#¶§\s\u{1F517}]*$/u.test(textOf(inside)) && !inside.some(piece => isPart(piece, 'img')))) return href === undefined ? inside : [];
    const found = this.options.absolutes.of(href.trim(), false);
    if ('lacks' in found) {
      this.remark(`link-${found.lacks}`, href.trim());
      return inside;
    }
    return [part('a', { href: found.url }, ...inside)];
  }

  private table(element: Element): Part {
    const rows = [...elementsIn(element, node => node.nodeName === 'table')].filter(({ tagName }) => tagName === 'tr');
    const made = rows.map(row => part('tr', {}, ...childrenOf(row).filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th').map(cell => {
      const align = /text-align\s*:\s*(left|right|center)/i.exec(attribute(cell, 'style') ?? '')?.[1] ?? attribute(cell, 'align');
      const spans = ['colspan', 'rowspan'].flatMap(name => { const value = attribute(cell, name) ?? ''; return /^[2-9]$|^[1-9]\d$/.test(value) ? [[name, value] as const] : []; });
      return part(cell.tagName, { ...(align && /^(?:left|right|center)$/i.test(align) ? { align: align.toLowerCase() } : {}), ...Object.fromEntries(spans) }, ...this.all(childrenOf(cell), undefined));
    })));
    const caption = childrenOf(element).filter(isElement).find(({ tagName }) => tagName === 'caption');
    const isHead = made[0] !== undefined && made[0].children.length > 0 && made[0].children.every(cell => isPart(cell, 'th'));
    return part('table', {}, ...(caption ? [part('caption', {}, ...this.all(childrenOf(caption), undefined))] : []),
      ...(isHead ? [part('thead', {}, made[0]!)] : []), ...(made.length > (isHead ? 1 : 0) ? [part('tbody', {}, ...made.slice(isHead ? 1 : 0))] : []));
  }

  /** The list of notes, of Goldmark, kramdown and their like: without the way back into the text. */
  private notes(element: Element): readonly Piece[] {
    const items = [...elementsIn(element, node => node.nodeName === 'li')].filter(({ tagName }) => tagName === 'li');
    for (let count = 0; count < items.length; count++) this.remark('footnote');
    return items.length ? [part('notes', {}, ...items.map(item => part('li', {}, ...this.all(childrenOf(item), undefined))))] : [];
  }
}

/** The number of a footnote where the text refers to it; empty where this is the way back, which goes. */
function noteNumber(element: Element): string | undefined {
  if (element.tagName === 'a' && (classesOf(element).some(name => /^(?:footnote-backref|reversefootnote|data-footnote-backref)$/.test(name)) || attribute(element, 'role') === 'doc-backlink')) return '';
  if (element.tagName !== 'sup') return undefined;
  const inner = childrenOf(element).filter(node => !isText(node) || node.value.trim() !== '');
  const [link] = inner;
  if (inner.length !== 1 || !link || !isElement(link) || link.tagName !== 'a') return undefined;
  const isNote = attribute(link, 'role') === 'doc-noteref' || classesOf(link).some(name => /^footnote(?:-ref)?$/.test(name)) || /^#fn/.test(attribute(link, 'href') ?? '');
  return isNote ? textOfNode(link).trim() : undefined;
}

function shortName(target: string): string {
  if (/^data:/i.test(target)) return 'data:';
  const path = /^[^?#]*/.exec(target)![0];
  return path.slice(path.lastIndexOf('/') + 1) || target;
}
