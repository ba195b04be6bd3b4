// What lies in `_data`: https://jekyllrb.com/docs/datafiles/ , as
// https://github.com/jekyll/jekyll/blob/v4.3.1/lib/jekyll/readers/data_reader.rb reads it. A file is parsed when a template asks for it.
import { parseYaml, text } from '../../data';
import type { Files } from '../../files';
import type { Site } from '../../site';
import { jekyllConfig } from './config';
import { separated } from './separated';

/** More are not read. */
const MOST = 200;

export const dataFiles = (files: Files): readonly string[] => ['_data', 'docs/_data', 'src/_data'].flatMap(folder => files.below(folder)).filter(file => FORMAT.test(file)).sort().slice(0, MOST);

/** As `Dir["*.{yaml,yml,json,csv,tsv}"]` lists them; folders come after the files. */
const FORMATS = ['yaml', 'yml', 'json', 'csv', 'tsv'];
const FORMAT = new RegExp(`\\.(?:${FORMATS.join('|')})$`);

/** Letters that one file may have. Of what is longer nobody knows here what it holds. */
const LONGEST = 500_000;

type Folder = Map<string, Folder | { readonly file: string; readonly source: string | undefined }>;

/** By name, each made when it is asked for: values for files, the same for folders. Asking for one that cannot be read throws. */
export function dataOf(site: Site, drop: (lazy: Readonly<Record<string, () => unknown>>) => unknown): unknown {
  const { data, source, dataTexts } = jekyllConfig(site);
  const root = [source, text(data['data_dir']) ?? '_data'].filter(Boolean).join('/').replace(/\/+$/, '');
  const all: Folder = new Map();
  const listed = site.files.below(root).filter(file => FORMAT.test(file)).map(file => file.slice(root.length + 1).split('/'));
  for (const parts of listed.sort((a, b) => inOrder(a, b))) {
    // folders whose name begins so are read as well, but no file below a hidden one is listed
    let folder = all;
    for (const part of parts.slice(0, -1)) {
      const key = sanitized(part);
      let inner = folder.get(key);
      if (!(inner instanceof Map)) folder.set(key, (inner = new Map()));
      folder = inner;
    }
    const file = `${root}/${parts.join('/')}`;
    folder.set(sanitized(parts.at(-1)!.replace(/\.[^.]*$/, '')), { file, source: dataTexts.get(file) });
  }
  const lazily = (folder: Folder): unknown => drop(Object.fromEntries([...folder].map(([key, entry]) => [key, () => (entry instanceof Map ? lazily(entry) : valueOf(entry, data))])));
  return lazily(all);
}

/** Files of a folder by their format and name, then its folders. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  const depth = a.findIndex((part, index) => part !== b[index]);
  const place = (parts: readonly string[]): string => {
    const name = parts[depth] ?? '';
    return depth < parts.length - 1 ? `9${name}` : `${FORMATS.indexOf(name.slice(name.lastIndexOf('.') + 1))}${name}`;
  };
  return place(a) < place(b) ? -1 : 1;
}

/** DataReader#sanitize_filename; `\w` of Ruby's are Latin letters, digits and `_`. */
const sanitized = (name: string): string => name.replace(/[^\w\s-]+|(?<=^|\b\s)\s+(?=$|\s?\b)/g, '').replace(/\s+/g, '_');

function valueOf({ file, source }: { readonly file: string; readonly source: string | undefined }, config: Readonly<Record<string, unknown>>): unknown {
  if (source === undefined || source.length > LONGEST) throw new Error(file);
  const plain = source.replace(/^\uFEFF/, '');
  const [, format] = /\.([ct])sv$/.exec(file) ?? [];
  if (format === undefined) {
    const document = parseYaml(plain, { uniqueKeys: false, merge: true, schema: 'core', customTags: tags => [RUBY_BOOLEAN, ...tags] });
    if (document.errors.length) throw new Error(file);
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  }
  // readers may be told to take the first line for data, or to convert
  if (config[`${format}sv_reader`] !== undefined) throw new Error(file);
  const [keys = [], ...rows] = separated(plain, format === 't' ? '\t' : ',');
  return rows.map(row => Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(keys.map((key, column) => [key ?? '', row[column] ?? null]))));
}

/** YAML 1.1's, without its `y` and `n`, which Ruby takes for text. */
const RUBY_BOOLEAN = {
  tag: 'tag:yaml.org,2002:bool', default: true, identify: (value: unknown): boolean => typeof value === 'boolean', test: /^(?:yes|no|on|off|true|false)$/i,
  resolve: (written: string): boolean => /^(?:yes|on|true)$/i.test(written),
} as const;
