// `{:toc}` on a list replaces the list by the page's headings. https://kramdown.gettalong.org/converter/html.html#toc
import { refersTo } from './attributes';
import { isSpan, type Node, node } from './node';
import type { KramdownOptions } from './options';

/** Fills the first list that asks for it; @returns that list. */
export function contents(root: Node, options: KramdownOptions): Node | undefined {
  const found: { parent: Node; list: Node } | undefined = findList(root);
  if (!found) return undefined;
  const { list, parent: around } = found;
  list.attributes['id'] ??= 'markdown-toc';
  list.children = [];
  const open: { level: number; below: Node }[] = [];
  for (const heading of headingsOf(root)) {
    const { id } = heading.attributes;
    if (id === undefined || !options.contentsLevels.has(heading.level!) || /(?:^|[\t-\r ])no_toc(?:[\t-\r ]|$)/.test(heading.attributes['class'] ?? '')) continue;
    while (open.length && open.at(-1)!.level >= heading.level!) open.pop();
    const entry = node('li', '', { lines: list.lines ?? [0, 1] });
    const link = node('a', '', { children: heading.children.flatMap(withoutLinks) });
    link.attributes['href'] = `#${id}`;
    link.attributes['id'] = `${list.attributes['id']}-${id}`;
    entry.children.push(node('p', '', { isTransparent: true, children: [link] }));
    const parent = open.at(-1);
    if (!parent) list.children.push(entry);
    else {
      if (!parent.below.children.some(({ kind }) => kind === list.kind)) parent.below.children.push(node(list.kind));
      parent.below.children.at(-1)!.children.push(entry);
    }
    open.push({ level: heading.level!, below: entry });
  }
  if (!list.children.length) around.children.splice(around.children.indexOf(list), 1);
  return list;
}

function findList(parent: Node): { parent: Node; list: Node } | undefined {
  for (const child of parent.children) {
    if (isSpan(child)) continue;
    if ((child.kind === 'ul' || child.kind === 'ol') && refersTo(child, 'toc')) return { parent, list: child };
    const inner = findList(child);
    if (inner) return inner;
  }
  return undefined;
}

function headingsOf(parent: Node): Node[] {
  return parent.children.flatMap(child => (child.kind === 'header' ? [child] : headingsOf(child)));
}

/** Footnote marks are dropped, links unwrapped. */
function withoutLinks(child: Node): Node[] {
  if (child.kind === 'footnote') return [];
  const children = child.children.flatMap(withoutLinks);
  return child.kind === 'a' ? children : [{ ...child, children }];
}
