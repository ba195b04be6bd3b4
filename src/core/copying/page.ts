// A body as HTML: for an editor that pastes what things look like, for one that takes the source, and for mail.
import { htmlOf, isPart, changed, part, textOf, type Part, type Piece } from './tree';

/** `rich` is pasted and read by an editor of its own mind, `source` is that of a page, `mail` brings its own look. */
export type PageForm = 'rich' | 'source' | 'mail';

const TASKS = { done: '☑', open: '☐' };

export function pageOf(body: readonly Piece[], form: PageForm): string {
  const made = changed(body, piece => asHtml(piece, form));
  return htmlOf(form === 'mail' ? [part('div', { style: LETTER }, ...styled(made))] : made);
}

function asHtml(piece: Part, form: PageForm): readonly Piece[] | undefined {
  const { name, attributes, children } = piece;
  switch (name) {
    case 'task': return [attributes['checked'] === undefined ? TASKS.open : TASKS.done];
    case 'embed': return [part('p', {}, part('a', { href: attributes['address']! }, attributes['address']!))];
    case 'pre': return [part('pre', {}, ...codeIn(piece, form))];
    case 'th': case 'td': {
      const { align, ...rest } = attributes;
      return align === undefined ? undefined : [part(name, { ...rest, style: `text-align: ${align};` }, ...children)];
    }
    case 'table': return form === 'source' ? [part('table', { border: '1', style: 'border-collapse: collapse;' }, ...children)] : undefined;
    case 'img': return form === 'rich' ? [part('img', { src: attributes['src']!, alt: attributes['alt'] ?? '' })] : undefined;
    case 'p': return form === 'rich' && isPicture(piece) ? [part('figure', {}, ...children)] : undefined;
    case 'figure': return [part('figure', {}, ...children.flatMap(child => (isPart(child, 'p', 'figure') && isPicture(child) ? child.children : [child])))];
  }
  return undefined;
}

const isPicture = ({ children }: Part): boolean => children.length === 1 && isPart(children[0], 'img');

/** An editor that is pasted into may take an empty line for the end of the code; breaks are lines to all of them. */
function codeIn({ attributes: { language }, children }: Part, form: PageForm): readonly Piece[] {
  const text = textOf(children);
  if (form !== 'rich') return [part('code', language === undefined || form === 'mail' ? {} : { class: `language-${language}` }, text)];
  return text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [part('br', {}), line]));
}

const FONT = "font-family: -apple-system, BlinkMacSystemFont, 'Apple SD Gothic Neo', 'Malgun Gothic', '맑은 고딕', 'Noto Sans KR', sans-serif;";
const FIXED = "font-family: Menlo, Consolas, 'D2Coding', 'Courier New', monospace;";
/** Mail programs that know no `max-width` show it as wide as they are. */
const LETTER = `max-width: 640px; margin: 0 auto; ${FONT} font-size: 16px; line-height: 1.7; color: #222222; word-break: keep-all; overflow-wrap: break-word;`;

const LOOK: Readonly<Record<string, string>> = {
  h1: 'margin: 0 0 24px; font-size: 28px; line-height: 1.35;',
  h2: 'margin: 40px 0 12px; font-size: 22px; line-height: 1.4;',
  h3: 'margin: 32px 0 10px; font-size: 19px; line-height: 1.4;',
  h4: 'margin: 24px 0 8px; font-size: 16px; line-height: 1.5;',
  p: 'margin: 0 0 16px;',
  ul: 'margin: 0 0 16px; padding-left: 24px;',
  ol: 'margin: 0 0 16px; padding-left: 24px;',
  li: 'margin: 0 0 6px;',
  blockquote: 'margin: 0 0 16px; padding: 2px 0 2px 16px; border-left: 4px solid #dddddd; color: #555555;',
  pre: `margin: 0 0 16px; padding: 14px 16px; background-color: #f5f5f5; border-radius: 4px; ${FIXED} font-size: 14px; line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere;`,
  code: `padding: 2px 4px; background-color: #f5f5f5; border-radius: 3px; ${FIXED} font-size: 14px;`,
  hr: 'margin: 32px 0; border: 0; border-top: 1px solid #dddddd;',
  table: 'margin: 0 0 16px; border-collapse: collapse; width: 100%; font-size: 15px;',
  th: 'padding: 8px 10px; border: 1px solid #dddddd; background-color: #f5f5f5;',
  td: 'padding: 8px 10px; border: 1px solid #dddddd; vertical-align: top;',
  figure: 'margin: 0 0 16px;',
  figcaption: 'margin: 6px 0 0; font-size: 14px; color: #777777; text-align: center;',
  img: 'display: block; max-width: 100%; height: auto; margin: 0 auto; border: 0;',
  a: 'color: #0b6bcb;',
  mark: 'background-color: #fff3b0;',
};

const styled = (pieces: readonly Piece[], isCode = false): readonly Piece[] => pieces.map(piece => {
  if (typeof piece === 'string') return piece;
  // the block around it has the look of code already
  const look = isCode ? undefined : LOOK[piece.name];
  const style = [look, piece.attributes['style']].filter(Boolean).join(' ');
  return { ...piece, attributes: style === '' ? piece.attributes : { ...piece.attributes, style }, children: styled(piece.children, isCode || piece.name === 'pre') };
});
