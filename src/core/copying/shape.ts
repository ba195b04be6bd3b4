// A body in the form that a place takes: what it does not have becomes the nearest that it has, and the writer is told.
import type { Remarks } from './notes';
import type { Place } from './place';
import { columnsOf } from './columns';
import { lowered, raised } from './raised';
import { flatLists } from './lists';
import { changed, isBlock, isPart, part, partsIn, textOf, type Part, type Piece } from './tree';
import type { PostWords } from './words';

export function shaped(body: readonly Piece[], place: Place, words: PostWords, remarks: Remarks): readonly Piece[] {
  const levels = [...new Set([...partsIn(body)].flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [name] : [])))].sort();
  const made = changed(body, piece => shapedPart(piece, place, words, remarks, levels));
  return place.hasNestedLists ? made : flatLists(made, remarks);
}

function shapedPart(piece: Part, place: Place, words: PostWords, remarks: Remarks, levels: readonly string[]): readonly Piece[] | undefined {
  const { name, attributes, children } = piece;
  switch (name) {
    case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
      return [part(place.headings[Math.min(levels.indexOf(name), place.headings.length - 1)]!, {}, ...children)];
    case 'details': {
      if (place.hasDetails) return undefined;
      remarks.add('details');
      return children;
    }
    case 'summary': return place.hasDetails ? undefined : [part('p', {}, part('strong', {}, ...children))];
    case 'formula': {
      if (place.hasFormulas) return undefined;
      remarks.add('formula');
      return [attributes['display'] === undefined ? part('code', {}, ...children) : part('pre', { language: 'latex' }, ...children)];
    }
    case 'note': {
      const number = textOf(children);
      return [place.hasRaisedText ? part('sup', {}, `[${number}]`) : raised(number) ?? `[${number}]`];
    }
    case 'notes': return [part('p', {}, part('strong', {}, words.notes)), part('ol', {}, ...children)];
    case 'sup': case 'sub': {
      if (place.hasRaisedText) return undefined;
      const text = textOf(children);
      const sign = name === 'sup' ? raised(text) : lowered(text);
      return sign === undefined ? children : [sign];
    }
    case 'mark': case 'u': case 'ins': return place.hasRaisedText ? undefined : children;
    case 'kbd': return place.hasRaisedText ? undefined : [part('code', {}, ...children)];
    case 'table': {
      if (place.hasTables) return undefined;
      remarks.add('table');
      const caption = children.find(child => isPart(child, 'caption')) as Part | undefined;
      const pictures = [...partsIn(children)].filter(each => each.name === 'img');
      return [...(caption ? [part('p', {}, ...caption.children)] : []), part('pre', {}, columnsOf(piece)), ...pictures.map(picture => part('figure', {}, picture))];
    }
    case 'dl': return [...definitions(children)];
    case 'embed': {
      if (place.embed?.(attributes['address']!) === undefined) remarks.add('embed');
      return undefined;
    }
  }
  return undefined;
}

/** The term, then what is said of it as a list, as no place but a page has lists of definitions. */
function* definitions(children: readonly Piece[]): Generator<Piece> {
  let items: Piece[] = [];
  for (const child of children) {
    if (!isPart(child)) continue;
    if (child.name === 'dd') items.push(part('li', {}, ...child.children));
    else {
      if (items.length) yield part('ul', {}, ...items);
      items = [];
      if (isBlock(child) && child.name !== 'dt') yield child;
      else yield part('p', {}, part('strong', {}, ...child.children));
    }
  }
  if (items.length) yield part('ul', {}, ...items);
}
