// A body as Markdown that any CommonMark parser with GitHub's tables reads alike. What is written here is made of what a reader sees,
// so that the engine's own forms are gone, and what its Markdown took for bold is bold also where CommonMark would show asterisks.
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown, type Handle, type Options } from 'mdast-util-to-markdown';
import { percentCode } from '../links';
import { escaped } from '../literal';
import { withLinks } from './bareaddress';
import { flanks } from './flanking';
import { pageOf } from './page';
import type { Place } from './place';
import { htmlOf, isBlock, isPart, part, partsIn, runsOf, textOf, type Part, type Piece } from './tree';
import { widthOf } from './width';

type Root = Parameters<typeof toMarkdown>[0];
/** mdast: https://github.com/syntax-tree/mdast */
interface MdNode { readonly type: string; readonly [field: string]: unknown }

export function markdownOf(body: readonly Piece[], place: Place): string {
  const options: Options = {
    bullet: '-', bulletOther: '*', emphasis: '*', strong: '*', rule: '-', fences: true, incrementListMarker: true, listItemIndent: 'one', resourceLink: false,
    extensions: [gfmTableToMarkdown({ stringLength: widthOf }), gfmStrikethroughToMarkdown(), gfmTaskListItemToMarkdown()],
    unsafe: place.hasFormulas ? [{ character: '$', inConstruct: 'phrasing' }] : [],
    handlers: {
      link, image,
      // some parsers know escapes of a few signs only, and breaks of two blanks only
      text: (node: { value: string }, _parent, state, info) => withSigns(state.safe(node.value, info)),
      break: (_node, _parent, state) => (state.stack.some(name => name === 'tableCell' || name === 'headingAtx') ? '<br>' : '  \n'),
    },
  };
  return toMarkdown({ type: 'root', children: blocks(body, place) } as unknown as Root, options);
}

/** Escapes in addresses are not known everywhere; none of ours needs any. */
const destination = (url: string): string => url.replace(/[()]/g, percentCode).replace(/&(?=#?\w+;)/g, '&amp;');

/** The first sign of what it writes, for what stands before. */
type Peeking = Handle & { peek?: () => string };

const link: Peeking = (node: { url: string; children: readonly { type: string; value?: string }[] }, _parent, state, info) => {
  const [only] = node.children;
  if (node.children.length === 1 && only!.type === 'text' && only!.value === node.url && /^[a-z][a-z\d+.-]+:/i.test(node.url)) return `<${node.url}>`;
  const [exit, exitLabel] = [state.enter('link'), state.enter('label')];
  const text = state.containerPhrasing(node as never, { ...info, before: '[', after: ']' });
  exitLabel();
  exit();
  return `[${text}](${destination(node.url)})`;
};
link.peek = () => '[';

const image: Peeking = (node: { url: string; alt: string; title: string | null }, _parent, state, info) => {
  const [exit, exitLabel] = [state.enter('image'), state.enter('label')];
  const alt = withSigns(state.safe(node.alt, { ...info, before: '[', after: ']' }));
  exitLabel();
  exit();
  return `![${alt}](${destination(node.url)}${node.title === null ? '' : ` "${node.title.replace(/["\\]/g, '\\$&')}"`})`;
};
image.peek = () => '!';

/** An ampersand means something only where a name and a semicolon follow. */
const withSigns = (text: string): string => text.replace(/\\([\s\S])|<(?=\S)/g, (whole: string, sign: string | undefined, at: number) => {
  if (sign === '<' || sign === undefined) return '&lt;';
  if (sign === '&') return /^[#\w]+;/.test(text.slice(at + 2, at + 40)) ? '&amp;' : '&';
  return whole;
});

const html = (value: string): MdNode => ({ type: 'html', value });

const blocks = (pieces: readonly Piece[], place: Place): readonly MdNode[] =>
  [...runsOf(pieces)].flatMap((part): readonly MdNode[] => ('name' in part ? block(part, place) : [{ type: 'paragraph', children: phrase(part, place) }]));

function block(piece: Part, place: Place): readonly MdNode[] {
  const { name, attributes, children } = piece;
  switch (name) {
    case 'p': return children.length ? [{ type: 'paragraph', children: phrase(children, place) }] : [];
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': return [{ type: 'heading', depth: Number(name[1]), children: phrase(children, place) }];
    case 'hr': return [{ type: 'thematicBreak' }];
    case 'blockquote': return [{ type: 'blockquote', children: blocks(children, place) }];
    case 'pre': return [{ type: 'code', lang: attributes['language'] ?? null, value: textOf(children) }];
    case 'ul': case 'ol': return [list(piece, place)];
    case 'table': return table(piece, place);
    case 'figcaption': return ![...partsIn(children)].some(child => child.name === 'em' || isBlock(child)) ? [{ type: 'paragraph', children: phrase([part('em', {}, ...children)], place) }] : blocks(children, place);
    case 'formula': return [html(`$$\n${formula(textOf(children)).replace(/\n\s*(?=\n)/g, '')}\n$$`)];
    case 'embed': {
      const address = attributes['address']!;
      return [html(place.embed?.(address) ?? `<${address}>`)];
    }
    case 'details': {
      const summary = children.find(child => isPart(child, 'summary')) as Part | undefined;
      return [html(`<details>\n${summary ? `<summary>${htmlOf(summary.children)}</summary>` : ''}`), ...blocks(children.filter(child => child !== summary), place), html('</details>')];
    }
    default: return blocks(children, place);
  }
}

function list({ name, attributes, children }: Part, place: Place): MdNode {
  const items = children.filter(item => isPart(item)).map(item => {
    const [first] = item.children;
    const task = isPart(first, 'task') ? first : isPart(first, 'p') && isPart(first.children[0], 'task') ? first.children[0] : undefined;
    const content = task ? item.children.flatMap((child): readonly Piece[] => (child === task ? [] : isPart(child, 'p') ? [{ ...child, children: child.children.filter(each => each !== task) }] : [child])) : item.children;
    const inside = blocks(task ? trimmedStart(content) : content, place);
    return { type: 'listItem', spread: inside.some((node, index) => index > 0 && node.type !== 'list'), checked: task ? task.attributes['checked'] !== undefined : null, children: inside };
  });
  return { type: 'list', ordered: name === 'ol', start: name === 'ol' ? Number(attributes['start'] ?? 1) : null, spread: items.some(({ spread }) => spread), children: items };
}

const trimmedStart = ([first, ...rest]: readonly Piece[]): readonly Piece[] =>
  (typeof first === 'string' ? [first.trimStart(), ...rest] : isPart(first, 'p') ? [{ ...first, children: trimmedStart(first.children) }, ...rest] : first === undefined ? [] : [first, ...rest]);

/** What has cells over several columns, or blocks in a cell, is no table of GFM: HTML then. */
function table(piece: Part, place: Place): readonly MdNode[] {
  const caption = piece.children.find(child => isPart(child, 'caption')) as Part | undefined;
  const rows = piece.children.flatMap(child => (isPart(child, 'thead', 'tbody') ? child.children : [])).filter(child => isPart(child, 'tr')) as readonly Part[];
  const cells = rows.flatMap(row => row.children.filter(cell => isPart(cell))) as readonly Part[];
  const above: readonly MdNode[] = caption ? [{ type: 'paragraph', children: phrase(caption.children, place) }] : [];
  if (cells.some(cell => cell.attributes['colspan'] !== undefined || cell.attributes['rowspan'] !== undefined || cell.children.some(isBlock))) return [...above, html(pageOf([{ ...piece, children: piece.children.filter(child => child !== caption) }], 'source').trimEnd())];
  if (!rows.length) return above;
  const width = Math.max(...rows.map(({ children }) => children.length));
  const hasHead = piece.children.some(child => isPart(child, 'thead'));
  const head = hasHead ? rows[0]! : part('tr', {}, ...Array.from({ length: width }, () => part('th', {})));
  const lines = hasHead ? rows : [head, ...rows];
  const align = Array.from({ length: width }, (_, column) => lines.map(row => (row.children[column] as Part | undefined)?.attributes['align']).find(value => value !== undefined) ?? null);
  return [...above, { type: 'table', align, children: lines.map(row => ({ type: 'tableRow', children: row.children.map(cell => ({ type: 'tableCell', children: phrase((cell as Part).children, place) })) })) }];
}

const MARKS: Readonly<Record<string, string>> = { strong: 'strong', em: 'emphasis', del: 'delete' };

/** Code beside code is one span, as the signs of two would be read as one of theirs. */
export function joined(pieces: readonly Piece[]): readonly Piece[] {
  const made: Piece[] = [];
  let code: string[] = [];
  const end = (): void => {
    if (code.length) made.push(part('code', {}, code.join('')));
    code = [];
  };
  for (const piece of pieces) {
    if (isPart(piece, 'code')) code.push(textOf(piece.children));
    else {
      end();
      made.push(piece);
    }
  }
  end();
  return made;
}

/** What would be a tag to Markdown, by the name that the sign has in TeX. */
const formula = (text: string): string => text.replace(/<(?=[a-z/!?])/gi, '\\lt ');

/** For a sign of table columns behind a backslash, as in code nothing in Markdown stands for both, and for brackets in brackets. */
const codeHtml = (text: string): string => `<code>${escaped(text).replace(/[|\\`*_[\]]/g, sign => `&#${sign.charCodeAt(0)};`)}</code>`;

/** In characters: what has to be escaped in a text is looked up in a list of its own length. */
const LONGEST = 1000;
const inParts = (text: string): readonly MdNode[] => Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) => ({ type: 'text', value: text.slice(index * LONGEST, (index + 1) * LONGEST) }));

/** @param before @param after what stands around these in the text, empty at its ends */
function phrase(written: readonly Piece[], place: Place, before = '', after = '', isLink = false): readonly MdNode[] {
  const pieces = joined(isLink ? written : written.flatMap(piece => (typeof piece === 'string' ? withLinks(piece) : [piece])));
  return pieces.flatMap((piece, index): readonly MdNode[] => {
    if (typeof piece === 'string') return piece.length > LONGEST ? inParts(piece) : [{ type: 'text', value: piece }];
    const { name, attributes, children } = piece;
    const left = index === 0 ? before : lastSign(pieces[index - 1]!);
    const right = index === pieces.length - 1 ? after : firstSign(pieces[index + 1]!);
    switch (name) {
      case 'strong': case 'em': case 'del': {
        if (!children.length) return [];
        const hasSame = [children[0], children.at(-1), pieces[index - 1], pieces[index + 1]].some(each => isPart(each, 'strong', 'em', 'del'));
        if (!hasSame && flanks(left, firstSign(children[0]!), lastSign(children.at(-1)!), right)) return [{ type: MARKS[name]!, children: phrase(children, place, '*', '*', isLink) }];
        return around(name, phrase(children, place, '>', '<', isLink));
      }
      case 'code': return [textOf(children).includes('\\|') || (isLink && /[[\]]/.test(textOf(children))) ? html(codeHtml(textOf(children))) : { type: 'inlineCode', value: textOf(children).replace(/\s+/g, ' ') }];
      case 'a': return [{ type: 'link', url: attributes['href'], title: null, children: phrase(children, place, '[', ']', true) }];
      case 'img': return [{ type: 'image', url: attributes['src'], alt: attributes['alt'] ?? '', title: attributes['title'] ?? null }];
      case 'br': return [{ type: 'break' }];
      case 'formula': return [html(`$${formula(textOf(children)).replace(/\s*\n\s*/g, ' ')}$`)];
      case 'task': return [{ type: 'text', value: attributes['checked'] === undefined ? '☐' : '☑' }];
      case 'sup': case 'sub': case 'mark': case 'kbd': case 'u': case 'ins': return around(name, phrase(children, place, '>', '<', isLink));
      default: return phrase(children, place, left, right, isLink);
    }
  });
}

const around = (name: string, inside: readonly MdNode[]): readonly MdNode[] => [html(`<${escaped(name)}>`), ...inside, html(`</${escaped(name)}>`)];

/** The sign that a piece begins with as it is written. */
function firstSign(piece: Piece): string {
  if (typeof piece === 'string') return String.fromCodePoint(piece.codePointAt(0)!);
  switch (piece.name) {
    case 'br': return '\n';
    case 'a': return '[';
    case 'img': return '!';
    default: return '`';
  }
}

function lastSign(piece: Piece): string {
  if (typeof piece === 'string') return [...piece.slice(-2)].at(-1)!;
  return piece.name === 'br' ? '\n' : '`';
}
