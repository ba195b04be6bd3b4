// Attribute lists: https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
import type { AttributeList, Attributes, Node } from './node';
import { trimmed } from './patterns';

/** A value ends with the first quote that has white space behind it. */
const ONE = /(?:^|[\t-\r ])(?:(\w[\w:-]*)=(?:"((?:\\[}"]|[^}\\]|\\(?![}"])){0,2000}?)"|'((?:\\[}']|[^}\\]|\\(?![}'])){0,2000}?)')|(\w[\w:-]*)|((?:#[A-Za-z][\w:-]*|\.-?[A-Za-z\w][\w:-]*)+))(?=[\t-\r ]|$)/g;
const ID_OR_CLASS = /#([A-Za-z][\w:-]*)|\.(-?[A-Za-z\w][\w-]*)/g;

/** What stands between `{:` and `}`. */
export function parseList(text: string, into?: AttributeList): AttributeList {
  const list = into ?? { attributes: Object.create(null) as Attributes, references: [] };
  const inner = trimmed(text).startsWith(':') ? trimmed(text).slice(1) : text;
  for (const [, key, double, single, reference, marks] of inner.matchAll(ONE)) {
    if (reference !== undefined) list.references.push(reference);
    else if (key !== undefined) list.attributes[key] = (double ?? single ?? '').replace(/\\([}"'])/g, '$1');
    else for (const [, id, name] of marks!.matchAll(ID_OR_CLASS)) {
      if (id !== undefined) list.attributes['id'] = id;
      else addClass(list.attributes, name!);
    }
  }
  return list;
}

function addClass(attributes: Attributes, name: string): void {
  attributes['class'] = attributes['class'] ? `${attributes['class']} ${name}` : name;
}

export function applyList(to: Attributes, list: AttributeList, named: ReadonlyMap<string, AttributeList>, depth = 0): void {
  if (depth < 8) {
    for (const reference of list.references) {
      const other = named.get(reference);
      if (other) applyList(to, other, named, depth + 1);
    }
  }
  for (const [name, value] of Object.entries(list.attributes)) {
    if (name === 'class') addClass(to, value);
    else to[name] = value;
  }
}

export const refersTo = (node: Node, name: string): boolean => node.list?.references.includes(name) === true;
