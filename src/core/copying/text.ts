// A body as plain text: what mail programs show where HTML is off, and what is pasted where only text is taken.
import { columnsOf } from './columns';
import { isBlock, isPart, runsOf, textOf, type Part, type Piece } from './tree';

export const plainTextOf = (body: readonly Piece[]): string => `${blocks(body).join('\n\n').replace(/\n{3,}/g, '\n\n').trim()}\n`;

const blocks = (pieces: readonly Piece[]): readonly string[] =>
  [...runsOf(pieces)].map(part => ('name' in part ? block(part) : inline(part).trim())).filter(text => text !== '');

function block(piece: Part): string {
  const { name, attributes, children } = piece;
  switch (name) {
    case 'p': return inline(children);
    case 'h1': case 'h2': case 'h3': case 'h4': return `${'#'.repeat(Number(name[1]))} ${inline(children)}`;
    case 'hr': return '---';
    case 'pre': return indented(textOf(children), '    ', '    ');
    case 'formula': return textOf(children);
    case 'blockquote': return indented(blocks(children).join('\n\n'), '> ', '> ');
    case 'table': return indented(columnsOf(piece), '    ', '    ');
    case 'embed': return attributes['address']!;
    case 'ul': case 'ol': return list(piece);
    default: return blocks(children).join('\n\n');
  }
}

function list({ name, attributes, children }: Part): string {
  const items = children.filter(item => isPart(item));
  const first = Number(attributes['start'] ?? 1);
  const isLoose = items.some(item => item.children.some(child => isBlock(child) && child.name !== 'ul' && child.name !== 'ol'));
  return items.map((item, index) => {
    const mark = name === 'ol' ? `${first + index}. ` : '- ';
    return indented(blocks(item.children).join(isLoose ? '\n\n' : '\n'), mark, ' '.repeat(mark.length));
  }).join(isLoose ? '\n\n' : '\n');
}

const indented = (text: string, first: string, rest: string): string => text.split('\n').map((line, index) => (index === 0 ? first : line === '' && rest.trim() === '' ? '' : rest) + line).join('\n');

function inline(pieces: readonly Piece[]): string {
  return pieces.map(piece => {
    if (typeof piece === 'string') return piece;
    const inside = inline(piece.children);
    switch (piece.name) {
      case 'br': return '\n';
      case 'task': return piece.attributes['checked'] === undefined ? '☐' : '☑';
      case 'img': return [piece.attributes['alt'], piece.attributes['src']].filter(Boolean).join(' ');
      case 'a': return inside.trim() === '' || inside === piece.attributes['href'] ? piece.attributes['href']! : `${inside} (${piece.attributes['href']})`;
      default: return inside;
    }
  }).join('');
}
