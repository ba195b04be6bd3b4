// Edits of front matter change what was asked for and not a byte beside it: over documents made up of what writers do, and, where
// TECH_POST_BLOGS names a folder of blogs, over every page in it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseFrontMatter, type Field, type FieldValue, type FrontMatter, type FrontMatterStyle } from '../../src/core/frontmatter';
import { changeList } from '../../src/core/frontmatterlist';
import { applyEdits, type Edit } from '../../src/core/span';

const STYLE: FrontMatterStyle = { formats: ['yaml', 'toml', 'json'], allowsBlankLinesAbove: true, dotsClose: false, allowsNoOpening: true };
const head = (text: string): FrontMatter | undefined => parseFrontMatter(text, STYLE);

/** Every value but those under a path, by path. */
function others(fields: readonly Field[], but: readonly string[], at: readonly string[] = []): unknown {
  return fields.filter(({ key }) => !(but.length === 1 && key.toLowerCase() === but[0]!.toLowerCase())).map(field => {
    const rest = field.key === but[0] ? but.slice(1) : [];
    return [field.key, field.fields.length && rest.length ? others(field.fields, rest, [...at, field.key]) : unixLines(field.value), rest.length ? '' : field.source];
  });
}

/** The parser leaves a carriage return at the very end of a text that keeps its blank lines. */
const unixLines = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);

/** Comments of YAML and TOML, as far as a line tells: none of the documents here has ` #` in a text. */
const comments = (text: string, format: string): number => (format === 'json' ? 0 : text.match(/(?:^|[ \t])#(?=[ \t])/gm)?.length ?? 0);

interface Wanted { readonly path: readonly string[]; readonly value: unknown; readonly isGone?: boolean }

/** @param countsComments not where a list or text that has comments inside gives way */
function check(text: string, before: FrontMatter, edits: readonly Edit[], { path: at, value, isGone }: Wanted, countsComments = true): void {
  const after = applyEdits(text, edits);
  const now = head(after);
  assert.ok(now, 'there is front matter');
  assert.deepEqual(now.errors.map(({ code }) => code), before.errors.map(({ code }) => code));
  if (isGone) assert.equal(now.at(at), undefined);
  else assert.deepEqual(now.at(at)?.value, value);
  assert.deepEqual(others(now.fields, at), others(before.fields, at));
  if (countsComments) assert.equal(comments(after.slice(0, now.span.end), now.format), comments(text.slice(0, before.span.end), now.format));
  assert.equal(after.slice(now.span.end), text.slice(before.span.end), 'the body');
  const field = before.at(at);
  const [first, last] = [edits[0]!, edits.at(-1)!];
  if (field && edits.length && !isGone) assert.ok(first.start >= field.keySpan.end && last.end <= field.valueSpan.end + 200);
  if (!field) for (const { start, end } of edits) assert.equal(start, end);
  if (!/[^\r]\n/.test(text)) assert.ok(!/[^\r]\n/.test(after), 'CRLF stays CRLF');
}

const isScalar = ({ value, source }: Field): boolean => source !== '' && ['string', 'number', 'boolean'].includes(typeof value) && !/^[*&!|>]/.test(source);
const hasAnchor = (text: string, { keySpan, valueSpan }: Field): boolean => /[&!]/.test(text.slice(keySpan.end, valueSpan.start));
const NEW: readonly FieldValue[] = ['새 값: 하나, [둘]', true, 3, ['가', '나, 다', "it's"]];

/** All edits of one document. @returns how many were tried */
function tryAll(text: string): number {
  const before = head(text);
  if (!before || before.errors.length) return 0;
  const keys = before.fields.map(({ key }) => key.toLowerCase());
  let tried = 0;
  const attempt = (...args: Parameters<typeof check>): void => { tried++; check(...args); };
  for (const field of before.fields) {
    if (keys.filter(key => key === field.key.toLowerCase()).length > 1 || hasAnchor(text, field) || field.key === '<<') continue;
    const isTable = before.format === 'toml' && text[field.keySpan.end] === ']';
    if (isTable) assert.equal(before.remove(field.key), undefined);
    for (const value of isTable ? [] : NEW) {
      const edit = before.set(field.key, value);
      attempt(text, before, [edit], { path: [field.key], value }, !/[\r\n]/.test(field.source));
      // and back, where the value stands behind its key
      if (!isScalar(field) || /[\r\n]/.test(text.slice(field.keySpan.end, field.valueSpan.end))) continue;
      const changed = applyEdits(text, [edit]);
      assert.equal(applyEdits(changed, [head(changed)!.setWritten(field.key, field.source)]), text);
    }
    const gone = before.remove(field.key);
    if (gone) attempt(text, before, [gone], { path: [field.key], value: undefined, isGone: true }, !/[\r\n]/.test(field.source));
    if (Array.isArray(field.value) && !isTable && field.value.every(item => typeof item === 'string')) tried += tryList(text, before, field, field.value as readonly string[]);
    for (const below of field.fields) if (!hasAnchor(text, below) && below.key !== '<<' && !below.fields.length && !/[\r\n]/.test(below.source)) {
      const edit = before.setAt([field.key, below.key], false);
      assert.ok(edit);
      attempt(text, before, [edit], { path: [field.key, below.key], value: false });
    }
    const more = field.fields.length ? before.setAt([field.key, 'isNewHere'], '값') : undefined;
    if (more && !hasAnchor(text, field)) attempt(text, before, [more], { path: [field.key, 'isNewHere'], value: '값' }, true);
  }
  for (const after of [[], ['title'], keys.slice(0, 2), keys]) attempt(text, before, [before.set('newkey', '값', after)], { path: ['newkey'], value: '값' });
  return tried;
}

function tryList(text: string, before: FrontMatter, field: Field, items: readonly string[]): number {
  const added = changeList(text, before, field.key, { add: '새 태그' }, 'flow');
  if (!added) return 0;
  check(text, before, added, { path: [field.key], value: items.includes('새 태그') ? items : [...items, '새 태그'] });
  const [first] = items;
  const removed = first !== undefined && items.some(item => item !== first) ? changeList(text, before, field.key, { remove: [first] }, 'flow') : undefined;
  if (removed) check(text, before, removed, { path: [field.key], value: items.filter(item => item !== first) }, false);
  // added and taken away again
  const withIt = applyEdits(text, added);
  const back = items.length && !items.includes('새 태그') ? changeList(withIt, head(withIt)!, field.key, { remove: ['새 태그'] }, 'flow') : undefined;
  if (back && !/,\s*(?:#[^\r\n]*\s*)?\]$|^[^[-]/.test(field.source)) assert.deepEqual(head(applyEdits(withIt, back))!.field(field.key)?.value, items);
  return 2;
}

describe('edits of front matter', () => {
  const name = fc.constantFrom('title', 'date', 'tags', 'draft', 'cover', 'params', 'Description', '가을', 'a-b', 'x_y');
  const note = fc.constantFrom('', '', '', ' # 메모', '   # "따옴표", [괄호]');
  const word = fc.constantFrom('글', '회고 하나', 'C#5', '2026-11-20', 'true', '12');
  const nl = fc.constantFrom('\n', '\r\n');
  const bom = fc.constantFrom('', '\uFEFF');
  const odd = fc.constantFrom('', '\n', '# 혼자\n', '  # 안쪽\n', '\n\n');

  const yamlValue: fc.Arbitrary<(pad: string) => string> = fc.oneof(
    word.map(text => () => ` ${text}`), word.map(text => () => ` "${text}"`), word.map(text => () => ` '${text}'`), word.map(text => () => `   ${text}`),
    fc.constant(() => ''), fc.constant(() => ' '), fc.constant(() => ' ~'), fc.constant(() => ' []'), fc.constant(() => ' {}'), fc.constant(() => ' [ ]'),
    fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '  ', '    '), note).map(([items, indent, rest]) => (pad: string) => items.map(item => `\n${pad}${indent}- ${item}${rest}`).join('')),
    fc.array(word, { minLength: 1, maxLength: 3 }).map(items => () => ` [${items.join(', ')}]`), fc.array(word, { minLength: 1, maxLength: 3 }).map(items => () => ` ["${items.join('","')}"]`),
    fc.array(word, { minLength: 1, maxLength: 3 }).map(items => (pad: string) => ` [\n${items.map(item => `${pad}    ${item}`).join(', # 줄\n')}\n${pad}  ]`),
    fc.constantFrom('|', '>-', '|+', '>', '|2-').map(sign => (pad: string) => ` ${sign}\n${pad}  첫 줄\n\n${pad}  둘째 줄`),
    fc.constant((pad: string) => ` 한 줄\n${pad}  이어서`), fc.constant((pad: string) => ` "한 줄\n${pad}  이어서"`),
    fc.tuple(word, note).map(([text, rest]) => (pad: string) => `\n${pad}  image: ${text}${rest}\n${pad}  hidden: true`),
    fc.constant(() => ' {image: a.png, hidden: true}'), fc.constant((pad: string) => `\n${pad}  안:\n${pad}    더: 1\n${pad}  밖: [1, 2]`),
  );
  const yaml = fc.tuple(fc.uniqueArray(fc.tuple(name, yamlValue, note, odd), { selector: ([key]) => key.toLowerCase(), maxLength: 6 }), fc.constantFrom('', '', '  '), odd)
    .map(([parts, pad, top]) => `---\n${top}${parts.map(([key, value, rest, between]) => `${pad}${key}:${value(pad)}${value(pad).includes('\n') ? '' : rest.replace(/^(?= )/, value(pad) === '' ? ' ' : '')}\n${between}`).join('')}---\n\n본문 # 아님\n`);

  const tomlValue = fc.oneof(
    word.map(text => `"${text}"`), word.map(text => `'${text}'`), fc.constantFrom('true', '12', '2026-11-20', '2026-11-20T09:00:00+09:00', '[]', '{}', '"""\n여러\n줄"""', "'''\n여러 줄'''"),
    fc.array(word, { minLength: 1, maxLength: 3 }).map(items => `["${items.join('", "')}"]`), fc.array(word, { minLength: 1, maxLength: 3 }).map(items => `[\n  '${items.join("', # 줄\n  '")}'\n]`),
    fc.array(word, { minLength: 1, maxLength: 3 }).map(items => `[\n\t"${items.join('",\n\t"')}",\n]`), fc.constant('{ image = "a.png", hidden = true }'), fc.constant('{image="a,b}",list=[1, 2]}'),
  );
  const tomlKeys = fc.uniqueArray(fc.tuple(name.map(key => (/^[\w-]+$/.test(key) ? key : `"${key}"`)), tomlValue, note, odd), { selector: ([key]) => key.toLowerCase(), maxLength: 5 });
  const tomlLines = (parts: readonly (readonly [string, string, string, string])[], pad: string): string => parts.map(([key, value, rest, between]) => `${pad}${key} = ${value}${rest}\n${between}`).join('');
  const toml = fc.tuple(tomlKeys, fc.constantFrom('', '  '), fc.option(tomlKeys), fc.boolean()).map(([parts, pad, below, isDeep]) =>
    `+++\n${tomlLines(parts, pad)}${below ? `[more] # 표\n${tomlLines(below, pad)}${isDeep ? '[more.deep]\n안 = 1\n'.replace('안', '"안"') : ''}[[resources]]\nsrc = "a"\n[[resources]]\nsrc = "b"\n` : ''}+++\n\n본문\n`);

  const json = fc.tuple(fc.uniqueArray(fc.tuple(name, fc.oneof(word, fc.boolean(), fc.integer(), fc.array(word, { maxLength: 3 }), fc.constant({ image: 'a', hidden: true }))), { selector: ([key]) => key.toLowerCase(), maxLength: 6 }), fc.constantFrom(0, 2, 4))
    .map(([parts, indent]) => `${JSON.stringify(Object.fromEntries(parts), null, indent)}\n\n본문\n`);

  const totals: Record<string, number> = {};
  for (const [format, documents] of Object.entries({ yaml, toml, json })) {
    it(`in ${format} of all kinds change what was asked for, and nothing else`, () => {
      fc.assert(fc.property(documents, nl, bom, (text, ending, mark) => {
        totals[format] = (totals[format] ?? 0) + tryAll(mark + text.replaceAll('\n', ending));
      }), { numRuns: 200 });
      assert.ok(totals[format]! > 2000, `only ${totals[format]} edits were tried`);
    });
  }

  it('keep maps between braces, notes behind a folded text and blank lines that are text', () => {
    const set = (text: string, key: string, value: FieldValue, after: readonly string[] = []): string => applyEdits(text, [head(text)!.set(key, value, after)]);
    assert.equal(set('---\n{title: 글, tags: [가]}\n---\n', 'draft', true), '---\n{title: 글, tags: [가], draft: true}\n---\n');
    assert.equal(set('---\ndescription: >- # 요약\n  긴 글\n---\n', 'description', '짧다'), '---\ndescription: 짧다 # 요약\n---\n');
    assert.equal(set('---\na: |+\n  글\n\n\nb: 1\n---\n', 'c', 2, ['a']), '---\na: |+\n  글\n\n\nc: 2\nb: 1\n---\n');
    const text = '+++\n[params]\n  math = true\n[params.social]\n  x = "@나"\n+++\n';
    assert.equal(applyEdits(text, [head(text)!.setAt(['params', 'toc'], true)!]), '+++\n[params]\n  math = true\n  toc = true\n[params.social]\n  x = "@나"\n+++\n');
    assert.deepEqual(head(text)?.at(['params', 'social', 'x'])?.value, '@나');
  });

  const blogs = process.env['TECH_POST_BLOGS'];
  (blogs === undefined ? it.skip : it)('of real posts change what was asked for, and nothing else', () => {
    const counts = new Map<string, readonly [pages: number, edits: number, failures: number]>();
    for (const file of readdirSync(blogs!, { recursive: true, encoding: 'utf8' }).filter(entry => /\.(?:md|markdown|mkd)$/.test(entry) && !/node_modules/.test(entry))) {
      const text = readFileSync(path.join(blogs!, file), 'utf8');
      const format = head(text)?.format;
      if (format === undefined) continue;
      const [pages, edits, failures] = counts.get(format) ?? [0, 0, 0];
      try {
        counts.set(format, [pages + 1, edits + tryAll(text), failures]);
      } catch (error) {
        counts.set(format, [pages + 1, edits, failures + 1]);
        if (failures < 5) console.log(file, error instanceof Error ? error.message.slice(0, 600) : error);
      }
    }
    console.log(counts);
    assert.ok([...counts.values()].every(([, , failures]) => failures === 0));
  }).timeout(600_000);
});
