// Where front matter begins and ends in a text, and in which format it is.
import matter from 'gray-matter';
import { isMap } from 'yaml';
import { parseYaml } from '../data';
import type { Span } from '../span';
import type { FrontMatterError, FrontMatterStyle } from './field';
import { FrontMatter } from './head';
import { readToml } from './toml';
import { readYaml, yamlFields } from './yaml';

/** The front matter that the text begins with; undefined when it has none. */
export function parseFrontMatter(text: string, style: FrontMatterStyle): FrontMatter | undefined {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const blank = style.allowsBlankLinesAbove ? /^\s*?(?=\S)/.exec(text.slice(bom))?.[0].length ?? 0 : 0;
  const start = bom + blank;
  if (text[start] === '{') return style.formats.includes('json') ? parseJson(text, start) : undefined;
  const format = text.startsWith('+++', start) ? 'toml' : 'yaml';
  const fence = format === 'toml' ? '+++' : '---';
  if (!text.startsWith(fence, start)) return style.allowsNoOpening ? parseWithoutOpening(text, start) : undefined;
  if (!style.formats.includes(format)) return undefined;
  return parseFenced(text, start, format, fence, style);
}

// gray-matter splits; parsing is ours, with positions. It must be given engines of its own: it would
// run front matter in JavaScript. It must be given options: without them it answers from a cache.
const SPLIT = { parse: () => ({}) };
const SPLIT_ONLY = { yaml: SPLIT, toml: SPLIT, json: SPLIT, javascript: SPLIT, coffee: SPLIT };

/** @returns the language named after the opening fence (empty when none is) and what stands between the fences. */
function split(text: string, fence: string): { readonly language: string; readonly source: string } {
  const language = /^[^\r\n]*/.exec(text.slice(fence.length))![0].trim();
  try {
    return { language, source: matter(text, { delimiters: fence, engines: SPLIT_ONLY }).matter };
  } catch {
    return { language, source: '' }; // a language that it has no engine for
  }
}

function parseFenced(text: string, start: number, format: 'yaml' | 'toml', fence: string, style: FrontMatterStyle): FrontMatter | undefined {
  const { language, source } = split(text.slice(start), fence);
  const firstLine = /^[^\r\n]*/.exec(text.slice(start))![0];
  if (language !== '') return inUnknownLanguage(text, start, firstLine, language, source);
  const contentStart = start + firstLine.length + /^(\r\n?|\n)?/.exec(text.slice(start + firstLine.length))![0].length;
  const close = closingFence(text, contentStart, format, style);
  if (!close) return unclosed(text, start, format, fence, style);
  return parseContent(format, text, { start, end: close.end }, { start: contentStart, end: close.start }, []);
}

/** gray-matter ends at any line that begins with the fence; the engines want it alone on its line. */
function closingFence(text: string, from: number, format: 'yaml' | 'toml', style: FrontMatterStyle): Span | undefined {
  const pattern = format === 'toml' ? /^\+\+\+[ \t]*(?:\r\n?|\n|$)/gm : style.dotsClose ? /^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/gm : /^---[ \t]*(?:\r\n?|\n|$)/gm;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

function inUnknownLanguage(text: string, start: number, firstLine: string, language: string, source: string): FrontMatter | undefined {
  if (!/^[a-z]+$/i.test(language)) return undefined; // `--- 제목 ---` and the like are text
  const contentStart = start + firstLine.length;
  const contentEnd = Math.min(contentStart + source.length, text.length);
  const rest = /^(?:\r?\n)?(?:---|\+\+\+)?[^\r\n]*(?:\r\n?|\n)?/.exec(text.slice(contentEnd))![0];
  return new FrontMatter('yaml', { start, end: contentEnd + rest.length }, { start: contentStart, end: contentEnd }, [],
    [{ code: 'unknown-language', span: { start, end: contentStart }, detail: language }], text);
}

/** An opening fence and no closing one: the fields are read up to the first line that cannot be front matter. */
function unclosed(text: string, start: number, format: 'yaml' | 'toml', fence: string, style: FrontMatterStyle): FrontMatter | undefined {
  const afterFence = start + /^[^\r\n]*(\r\n?|\n)?/.exec(text.slice(start))![0].length;
  const fields = /^(?:[ \t]*#[^\r\n]*(?:\r\n?|\n|$)|[\w-]+[ \t]*[:=][^\r\n]*(?:\r\n?|\n|$)|[ \t]+\S[^\r\n]*(?:\r\n?|\n|$)|- [^\r\n]*(?:\r\n?|\n|$))*/.exec(text.slice(afterFence))![0];
  // `---` above ordinary text is a rule, save for Hugo, whose build stops there
  if (!/^[\w-]+[ \t]*[:=]/m.test(fields) && !style.allowsBlankLinesAbove) return undefined;
  const end = afterFence + fields.length;
  return parseContent(format, text, { start, end }, { start: afterFence, end },
    [{ code: 'unclosed', span: { start, end: start + fence.length }, detail: fence }]);
}

/** hexo-front-matter's older form: everything up to the first line of hyphens. */
function parseWithoutOpening(text: string, start: number): FrontMatter | undefined {
  const found = /^[\w-]+[ \t]*:[^\r\n]*(?:\r\n?|\n)(?:[\w-]+[ \t]*:[^\r\n]*(?:\r\n?|\n)|[ \t]+\S[^\r\n]*(?:\r\n?|\n)|- [^\r\n]*(?:\r\n?|\n)|[ \t]*(?:\r\n?|\n))*(?=---[ \t]*(?:\r|\n|$))/.exec(text.slice(start));
  if (!found) return undefined;
  const contentEnd = start + found[0].length;
  const close = /^---[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(contentEnd))![0];
  return parseContent('yaml', text, { start, end: contentEnd + close.length }, { start, end: contentEnd }, []);
}

function parseContent(format: 'yaml' | 'toml', text: string, span: Span, content: Span, errors: FrontMatterError[]): FrontMatter {
  const read = format === 'yaml' ? readYaml(text, content) : readToml(text, content);
  return new FrontMatter(format, span, content, read.fields, [...errors, ...read.errors], text);
}

/** Hugo: a file that begins with `{` has JSON front matter, up to the brace that closes it. */
function parseJson(text: string, start: number): FrontMatter | undefined {
  if (/^\{[{%<]/.test(text.slice(start))) return undefined; // a shortcode or Liquid
  const end = jsonEnd(text, start);
  const content = { start: start + 1, end: end === undefined ? text.length : end - 1 };
  const after = end === undefined ? text.length : end + /^[ \t]*(?:\r\n?|\n)?/.exec(text.slice(end))![0].length;
  if (end === undefined) {
    return new FrontMatter('json', { start, end: after }, content, [], [{ code: 'unclosed', span: { start, end: start + 1 }, detail: '{' }], text);
  }
  const source = text.slice(start, end);
  const errors: FrontMatterError[] = [];
  let document;
  try {
    document = parseYaml(source);
    JSON.parse(source);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const position = Number(/position (\d+)/.exec(said)?.[1] ?? document?.errors[0]?.pos[0] ?? 0);
    const at = start + Math.min(position, source.length - 1);
    errors.push({ code: 'other', span: { start: at, end: at + 1 }, detail: said.replace(/,? (?:in JSON )?at position.*$|, "[\s\S]*$/, '') });
  }
  const fields = document && isMap(document.contents) ? yamlFields(document.contents, source, start) : [];
  for (const [index, field] of fields.entries()) {
    if (fields.findIndex(other => other.key === field.key) < index) errors.push({ code: 'duplicate-key', span: field.keySpan, detail: field.key });
  }
  return new FrontMatter('json', { start, end: after }, content, fields, errors, text);
}

function jsonEnd(text: string, start: number): number | undefined {
  let depth = 0;
  const piece = /"(?:\\.|[^"\\])*"|[{}]|[^"{}]+|"/y;
  piece.lastIndex = start;
  for (let found = piece.exec(text); found; found = piece.exec(text)) {
    if (found[0] === '{') depth++;
    else if (found[0] === '}' && --depth === 0) return piece.lastIndex;
  }
  return undefined;
}
