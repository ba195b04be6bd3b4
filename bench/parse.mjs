// The least that any checker of links does: read every Markdown file of a folder and parse it with markdown-it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';

const md = new MarkdownIt({ html: true, linkify: true });
let tokens = 0;
for (const entry of readdirSync(process.argv[2] ?? '.', { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && /\.(?:md|markdown)$/.test(entry.name)) tokens += md.parse(readFileSync(path.join(entry.parentPath, entry.name), 'utf8'), {}).length;
}
console.log(tokens);
