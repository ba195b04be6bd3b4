// A tiny site as one text file: `-- path --` opens a file, the lines below it are its content. Names with blanks, in NFD or
// with a dot in front survive any copy of the repository that way. Lines above the first file are `key: value`.
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface TextSite {
  readonly name: string;
  /** What it shows. */
  readonly about: string;
  /** The zone of the machine that builds it. */
  readonly zone: string;
  /** A library of Ruby's that the site's plugins need. */
  readonly needs: string | undefined;
  readonly files: ReadonlyMap<string, string>;
}

export function readSite(file: string): TextSite {
  const [head = '', ...sections] = readFileSync(file, 'utf8').split(/^(?=-- .+ --$)/m);
  const settings = new Map(head.split('\n').flatMap(line => {
    const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? [];
    return key === undefined ? [] : [[key, value!] as const];
  }));
  const files = new Map(sections.map(section => {
    const [, name, text] = /^-- (.+) --\n([\s\S]*)$/.exec(section)!;
    // {NFD:글} is that word in the form in which Macs once wrote file names
    return [name!.replace(/\{NFD:(.*?)\}/g, (_, word: string) => word.normalize('NFD')), text!] as const;
  }));
  return { name: path.basename(file, '.txt'), about: settings.get('about') ?? '', zone: settings.get('zone') ?? 'Asia/Seoul', needs: settings.get('needs'), files };
}

/** One of the sites of `test/sites`, as it lies there. */
export function readFolder(folder: string): TextSite {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && entry.name !== 'expected.txt').map(entry => path.join(entry.parentPath, entry.name));
  return { name: folder, about: 'the site of the other tests', zone: 'Asia/Seoul', needs: undefined, files: new Map(names.map(name => [path.relative(folder, name).split(path.sep).join('/'), readFileSync(name, 'utf8')])) };
}

/** Writes files below a folder, all of the same age. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, new Date('2026-11-01T00:00:00Z'), new Date('2026-11-01T00:00:00Z'));
  }
}

/** The text with `⟦5⟧` in front of what stands in the list item on line 5, so that its links are found again in the page. */
export function withLineMarks(text: string): string {
  let fence = '';
  return text.split('\n').map((line, index) => {
    const opening = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (opening !== undefined) fence = fence === '' ? opening : opening.startsWith(fence) ? '' : fence;
    return fence === '' && opening === undefined ? line.replace(/^(\s*- )(?=.*[[<{(!])/, `$1⟦${index + 1}⟧ `) : line;
  }).join('\n');
}

/** What stands in a page between the mark of a line and the next mark, or the end of its list. */
export function* markedParts(html: string): Generator<{ readonly line: number; readonly html: string }> {
  for (const [, line, part] of html.matchAll(/⟦(\d+)⟧([\s\S]*?)(?=⟦|<\/[uo]l>|<\/article>|$)/g)) yield { line: Number(line), html: part! };
}
