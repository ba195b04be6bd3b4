// A template of the writer's own, `.tech-post/templates/NAME.md`: a post with placeholders, and a comment that says how the
// template is called, what it asks for and where its posts go.
import { joinPath, nearestWord, splitPath } from '../files';
import { parseFrontMatter } from '../frontmatter';
import type { Severity } from '../rule';
import type { Site } from '../site';
import type { Span } from '../span';
import { fillHead } from './filling';
import type { PeriodUnit } from './kind';
import { PLACEHOLDER, PLACEHOLDER_NAMES, valueOf, type Givens } from './placeholders';

export const TEMPLATE_FOLDER = '.tech-post/templates';

/** Characters; a post of this length takes an hour to read. */
const LONGEST = 100_000;

export interface TemplateProblem {
  readonly span: Span;
  /** In the reader's language. */
  readonly message: string;
  /** Of an error no post can be made. */
  readonly severity: Severity;
}

export interface TemplateSettings {
  readonly name?: string;
  readonly detail?: string;
  readonly asks?: 'nothing' | 'period' | 'title';
  readonly question?: string;
  readonly example?: string;
  readonly unit?: PeriodUnit;
  /** A file from the site's root, with placeholders; ends in `/` for a folder. */
  readonly path?: string;
}

export interface Template {
  /** `weekly` for `weekly.md`. */
  readonly id: string;
  readonly file: string;
  readonly settings: TemplateSettings;
  /** Without the comment. */
  readonly text: string;
  readonly problems: readonly TemplateProblem[];
}

export const isTemplate = (path: string): boolean => /^\.tech-post\/templates\/[^/]+\.(?:md|markdown)$/i.test(path);

const COMMENT = /<!--[ \t]*tech-post-template\b([\s\S]*?)-->[ \t]*(?:\r\n?|\n)?/;
const LINE = /^[ \t]*([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm;
const UNITS: readonly PeriodUnit[] = ['month', 'quarter', 'half', 'year'];
const CHOICES: Readonly<Record<string, readonly string[]>> = { asks: ['nothing', 'period', 'title'], unit: UNITS };
const KEYS = ['name', 'detail', 'asks', 'question', 'example', 'unit', 'path'];

/** @param text undefined where the file is no text */
export function readTemplate(file: string, text: string | undefined, site: Site): Template {
  const id = splitPath(file).name.replace(/\.[^.]+$/, '').normalize('NFC');
  const unusable = (message: string): Template => ({ id, file, settings: {}, text: '', problems: [{ span: { start: 0, end: 0 }, message, severity: 'error' }] });
  if (text === undefined) return unusable(site.say('"{0}" is no text in UTF-8, or a link.', file));
  if (text.length > LONGEST) return unusable(site.say('"{0}" has more than {1} characters, which is too long for a template.', file, LONGEST));
  const problems: TemplateProblem[] = [];
  const comment = COMMENT.exec(text);
  const settings: Record<string, string> = {};
  for (const line of comment?.[1]?.matchAll(LINE) ?? []) {
    const [whole, key = '', written = ''] = line;
    const start = comment!.index + comment![0].indexOf(comment![1]!) + line.index + whole.indexOf(key);
    const value = written.replace(/^(["'])(.*)\1$/, '$2');
    const said = setting(key, value, site);
    if (said === undefined) settings[key] = value;
    else problems.push({ ...said, span: { start, end: start + whole.trim().length } });
  }
  const without = comment ? text.slice(0, comment.index) + text.slice(comment.index + comment[0].length) : text;
  problems.push(...unknownPlaceholders(text, site), ...brokenHead(without, site, comment));
  return { id, file, settings, text: without, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

/** What is wrong with a line of the comment. */
function setting(key: string, value: string, { say }: Site): Omit<TemplateProblem, 'span'> | undefined {
  if (!KEYS.includes(key)) return { message: say('A template has no setting "{0}"; there are {1}.', key, KEYS.join(', ')), severity: 'warning' };
  const choices = CHOICES[key];
  if (choices && !choices.includes(value)) return { message: say('"{0}" can be {1}, not "{2}".', key, choices.join(', '), value), severity: 'warning' };
  if (key === 'path' && !isInside(value)) return { message: say('"{0}" is no file in the blog.', value), severity: 'error' };
  return undefined;
}

/** Whether a path stays in the blog, is one on every system, and names a Markdown file or a folder. */
function isInside(path: string): boolean {
  const literal = path.replace(PLACEHOLDER, 'x');
  if (literal === '' || /^[/~]|[\\:*?"<>|\u0000-\u001f]/.test(literal) || joinPath('', literal) !== literal.replace(/\/$/, '')) return false;
  return !literal.split('/').some(part => /^\./.test(part) || /[. ]$/.test(part)) && (literal.endsWith('/') || /[^/]\.(?:md|markdown)$/i.test(literal));
}

function* unknownPlaceholders(text: string, { say }: Site): Generator<TemplateProblem> {
  for (const found of text.matchAll(PLACEHOLDER)) {
    const [whole, name = '', format] = found;
    if (valueOf(name, format, SAMPLE) !== undefined) continue;
    const span = { start: found.index, end: found.index + whole.length };
    if (PLACEHOLDER_NAMES.includes(name)) {
      yield { span, message: say('"{0}" has no form "{1}"; the text stays as it is.', name, format ?? ''), severity: 'warning' };
      continue;
    }
    const near = nearestWord(name, PLACEHOLDER_NAMES);
    yield { span, message: near === undefined ? say('There is no placeholder "{0}"; the text stays as it is.', name) : say('There is no placeholder "{0}", did you mean "{1}"? The text stays as it is.', name, near), severity: 'warning' };
  }
}

/** Front matter that would be broken in each post: values cannot break it, as they are quoted. It has the lines of the template. */
function brokenHead(text: string, { flavor, say }: Site, comment: RegExpExecArray | null): readonly TemplateProblem[] {
  const { head, body } = splitHead(text, SAMPLE);
  const error = parseFrontMatter(head + body, flavor.frontMatter)?.errors[0];
  if (!error) return [];
  const isMoved = comment !== null && comment.index < text.length - body.length;
  const line = (head + body).slice(0, error.span.start).split('\n').length - 1;
  const start = isMoved ? 0 : text.split('\n').slice(0, line).join('\n').length + Number(line > 0);
  return [{ span: { start, end: start + text.slice(start).search(/[\r\n]|$/) }, message: say('The front matter of this template cannot be read.'), severity: 'error' }];
}

/** Front matter with its fences, filled, and what stands below. Looks for the fences only: what is between them need not be read yet. */
export function splitHead(text: string, givens: Givens): { readonly head: string; readonly body: string } {
  const fenced = /^(\uFEFF?\s*?)(---|\+\+\+)([ \t]*(?:\r\n?|\n))([\s\S]*?)(^\2[ \t]*(?:\r\n?|\n|$))/m.exec(text);
  if (fenced && fenced.index === 0) {
    const [whole, above = '', fence = '', end = '', content = '', close = ''] = fenced;
    return { head: above + fence + end + fillHead(content, fence === '---' ? 'yaml' : 'toml', givens) + close, body: text.slice(whole.length) };
  }
  const json = /^\uFEFF?\{[ \t]*(?:\r\n?|\n)[\s\S]*?^\}[ \t]*(?:\r\n?|\n|$)/m.exec(text);
  if (json && json.index === 0) return { head: fillHead(json[0], 'json', givens), body: text.slice(json[0].length) };
  return { head: '', body: text };
}

const DAY = { year: 2026, month: 11, day: 24, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
/** Values as they may be, to see whether a template holds together. */
const SAMPLE: Givens = {
  tongue: 'ko', date: DAY, writtenDate: '2026-11-24', period: { unit: 'month', year: 2026, number: 11 }, title: '글: "제목" # 하나', name: '글', slug: '글', author: '글쓴이', blog: '블로그', number: () => 1, day: DAY, sessions: [], rhythm: undefined,
};
