// Headings, links, comments and anchors of kramdown's tree, with their places.
import { readHtml, type Collected } from '../collect';
import type { Heading, Link } from '../document';
import type { Page } from './blocks';
import { type Note, textOf } from './finish';
import { START_TAG } from './markup';
import type { Node } from './node';
import { at, trimmed } from './patterns';

export function collectParts(page: Page, root: Node, notes: readonly Note[]): Collected {
  const found: Collected = {
    headings: [], links: [], comments: [], anchors: new Set(),
    missingReferences: [...page.missing.values()].sort((a, b) => a.span.start - b.span.start),
    referenceLabels: [...page.links.values()].map(({ label }) => label),
  };
  visit(root, found);
  for (const note of notes) {
    visit(note.node, found);
    const name = page.options.footnotePrefix + note.name;
    found.anchors.add(`fn:${name}`);
    for (let use = 0; use < note.uses; use++) found.anchors.add(use ? `fnref:${name}:${use}` : `fnref:${name}`);
  }
  found.links.sort((a, b) => a.span.start - b.span.start);
  return found;
}

function visit(parent: Node, found: Collected): void {
  for (const child of parent.children) {
    const { id } = child.attributes;
    if (id) found.anchors.add(id);
    if (child.kind === 'header') found.headings.push(headingOf(child));
    else if ((child.kind === 'a' || child.kind === 'img') && child.span && child.target) found.links.push(linkOf(child));
    if (child.label && (child.kind === 'html' || child.kind === 'raw')) readMarkup(child, found);
    visit(child, found);
  }
}

const headingOf = (heading: Node): Heading => ({
  level: heading.level!, text: trimmed(textOf(heading)), id: heading.attributes['id'] || undefined, span: heading.span!,
});

function linkOf(child: Node): Link {
  return {
    kind: child.isAuto ? 'autolink' : child.isReference ? 'reference' : 'inline',
    isImage: child.kind === 'img', target: child.value, span: child.span!, targetSpan: child.target!, text: child.targetText,
  };
}

function readMarkup(child: Node, found: Collected): void {
  const label = child.label!;
  const isWhole = child.kind === 'raw' || (child.isBlock && child.model === 'raw' && child.children.every(({ kind, model }) => kind === 'raw' || (kind === 'html' && model === 'raw')));
  const html = isWhole ? label.text : at(START_TAG, label.text, 0)?.[0] ?? label.text;
  readHtml(html, offset => label.placeOf(offset), true, found);
}
