// A page that is no Markdown: HTML, XML, JSON. Its text is shown as it is; links and ids are read from its tags.
import { Lines } from '../span';
import { readHtml, type Collected } from './collect';
import type { Dialect } from './document';

export const VERBATIM: Dialect = {
  id: 'verbatim',
  parse(text, body) {
    const found: Collected = { headings: [], links: [], missingReferences: [], referenceLabels: [], comments: [], anchors: new Set() };
    readHtml(text.slice(body.start, body.end), offset => body.start + offset, true, found);
    return { tokens: [], env: { text: text.slice(body.start, body.end), firstLine: new Lines(text.slice(0, body.start)).starts.length - 1 }, keepsHtml: true, ...found };
  },
  render: document => (document.env as { text: string }).text,
};
