import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter, type FrontMatterStyle } from '../../src/core/frontmatter';
import { changeList, listFormOf, type ListChange, type ListForm } from '../../src/core/frontmatterlist';
import { applyEdits } from '../../src/core/span';

const STYLE: FrontMatterStyle = { formats: ['yaml', 'toml', 'json'], allowsBlankLinesAbove: false, dotsClose: false, allowsNoOpening: false };
const headOf = (text: string) => parseFrontMatter(text, STYLE)!;

/** The text afterwards; undefined where the field is no list. */
function changed(text: string, change: ListChange, form: ListForm = 'flow'): string | undefined {
  const edits = changeList(text, headOf(text), 'aliases', change, form, ['title']);
  return edits && applyEdits(text, edits);
}

const yaml = (...lines: readonly string[]): string => `---\ntitle: 글\n${lines.map(line => `${line}\n`).join('')}date: 2026-01-01\n---\n본문\n`;
const toml = (...lines: readonly string[]): string => `+++\ntitle = "글"\n${lines.map(line => `${line}\n`).join('')}+++\n본문\n`;
const add = (item: string): ListChange => ({ add: item });

describe('a list in front matter', () => {
  it('gains an item in the form that it has', () => {
    for (const [before, after] of [
      [['aliases: [/a/]'], ['aliases: [/a/, /b/]']],
      [['aliases: ["/a/" , "/가/"] # 옛 주소'], ['aliases: ["/a/" , "/가/", "/b/"] # 옛 주소']],
      [["aliases: ['/a/']"], ["aliases: ['/a/', '/b/']"]],
      [['aliases: []'], ['aliases: [/b/]']],
      [['aliases: [', '  /a/, # 처음', ']'], ['aliases: [', '  /a/, # 처음', '  /b/,', ']']],
      [['aliases: [', '  "/a/"', ']'], ['aliases: [', '  "/a/",', '  "/b/"', ']']],
      [['aliases:', '  - /a/ # 처음'], ['aliases:', '  - /a/ # 처음', '  - /b/']],
      [['aliases:', '-   "/a/"', '# 다음'], ['aliases:', '-   "/a/"', '-   "/b/"', '# 다음']],
      [['aliases: /a/'], ['aliases: [/a/, /b/]']],
      [['aliases: "/a/" # 하나'], ['aliases: ["/a/", "/b/"] # 하나']],
      [['aliases: /a,1/'], ['aliases: ["/a,1/", /b/]']],
      [['aliases:'], ['aliases: [/b/]']],
      [['aliases: ""'], ['aliases: [/b/]']],
    ]) assert.equal(changed(yaml(...before!), add('/b/')), yaml(...after!));
    for (const [before, after] of [
      [['aliases = ["/a/"]'], ['aliases = ["/a/", "/b/"]']],
      [["aliases = ['/a/',] # 옛 주소"], ["aliases = ['/a/', '/b/',] # 옛 주소"]],
      [['aliases = [', '  "/a/", # 처음', ']'], ['aliases = [', '  "/a/", # 처음', '  "/b/",', ']']],
      [['aliases = [', '  "/a/" # 처음', ']'], ['aliases = [', '  "/a/", # 처음', '  "/b/"', ']']],
      [['aliases = "/a/"'], ['aliases = ["/a/", "/b/"]']],
      [['aliases = []'], ['aliases = ["/b/"]']],
    ]) assert.equal(changed(toml(...before!), add('/b/')), toml(...after!));
    assert.equal(changed('{\n  "title": "글",\n  "aliases": ["/a/"]\n}\n', add('/b/')), '{\n  "title": "글",\n  "aliases": ["/a/", "/b/"]\n}\n');
    assert.equal(changed('{"aliases": "/a/"}\n', add('/b/')), '{"aliases": ["/a/", "/b/"]}\n');
  });

  it('is made where there is none, in the form that is asked for', () => {
    assert.equal(changed(yaml(), add('/b/')), yaml('aliases: [/b/]'));
    assert.equal(changed(yaml(), add('/b/'), { indent: '  ' }), yaml('aliases:', '  - /b/'));
    assert.equal(changed(yaml('aliases:'), add('/b/'), { indent: '' }), yaml('aliases:', '- /b/'));
    assert.equal(changed(toml('[params]', 'a = 1'), add('/b/'), { indent: '  ' }), toml('aliases = ["/b/"]', '[params]', 'a = 1'));
    assert.equal(changed('---\r\ntitle: 글\r\n---\r\n', add('/b/'), { indent: '  ' }), '---\r\ntitle: 글\r\naliases:\r\n  - /b/\r\n---\r\n');
    assert.deepEqual(listFormOf(headOf(yaml('tags:', '- 가', '- 나')).fields), { indent: '' });
    assert.equal(listFormOf(headOf(yaml('cover: a', 'tags: [가]')).fields), 'flow');
  });

  it('loses items with their lines and commas, and the key with the last one', () => {
    const none = { remove: ['/a/'] };
    assert.equal(changed(yaml('aliases: [/a/, /b/, /a/]'), none), yaml('aliases: [/b/]'));
    assert.equal(changed(yaml('aliases:', '  - /b/ # 둘', '  - /a/'), none), yaml('aliases:', '  - /b/ # 둘'));
    assert.equal(changed(yaml('aliases:', '  - /a/'), none), yaml());
    assert.equal(changed(yaml('aliases: /a/'), none), yaml());
    assert.equal(changed(yaml('aliases: [/a/] # 빈 목록'), none), yaml('aliases: [] # 빈 목록'));
    assert.equal(changed(yaml('aliases:', '  # 옛 주소', '  - /a/'), none), yaml('aliases:', '  # 옛 주소', '  []'));
    assert.equal(changed(toml('aliases = [', '  "/b/", # 둘', '  "/a/",', ']'), none), toml('aliases = [', '  "/b/", # 둘', ']'));
    assert.equal(changed('{"aliases": ["/a/", "/b/"]}', none), '{"aliases": ["/b/"]}');
    assert.equal(changed(yaml('aliases: [/b/]'), none), yaml('aliases: [/b/]'));
  });

  it('gives the place of an item that goes to the one that comes, and has none twice', () => {
    const both = { add: '/c/', remove: ['/a/'] };
    assert.equal(changed(yaml('aliases: ["/a/", /b/]'), both), yaml('aliases: ["/c/", /b/]'));
    assert.equal(changed(yaml('aliases:', '  - /a/ # 옛 주소'), both), yaml('aliases:', '  - /c/ # 옛 주소'));
    assert.equal(changed(yaml('aliases: [/c/, /a/]'), both), yaml('aliases: [/c/]'));
    assert.equal(changed(yaml('aliases: [/c/]'), both), yaml('aliases: [/c/]'));
  });

  it('is left alone where it is no list of plain values', () => {
    for (const lines of [['aliases: {a: 1}'], ['aliases: &b [/a/]'], ['aliases: >', '  /a/']]) assert.equal(changed(yaml(...lines), add('/b/')), undefined);
    assert.equal(changed(yaml('base: &b /a/', 'aliases: *b'), add('/c/')), undefined);
  });

  it('has the items that are asked for, and every other byte as it was', () => {
    const item = fc.stringMatching(/^\/[가-힣a-z\d,.'#-]{1,6}\/?$/);
    const any = fc.record({
      format: fc.constantFrom('yaml' as const, 'toml' as const, 'json' as const), nl: fc.constantFrom('\n', '\r\n'), bom: fc.constantFrom('', '\uFEFF'),
      shape: fc.constantFrom('block', 'flow', 'lines'), quote: fc.constantFrom('"', '"', "'"), items: fc.uniqueArray(item, { minLength: 1, maxLength: 4 }), comment: fc.boolean(), comma: fc.boolean(),
      added: fc.option(item, { nil: undefined }), gone: fc.nat(15), indent: fc.constantFrom('', '  ', '    '), body: fc.string(),
    });
    fc.assert(fc.property(any, ({ format, nl, bom, shape, quote, items, comment, comma, added, gone, indent, body }) => {
      const mark = (text: string): string => (format === 'json' || (quote === "'" && text.includes("'")) ? JSON.stringify(text) : quote + text + quote);
      const note = comment && format !== 'json' ? ' # 메모' : '';
      const last = comma && format !== 'json' ? ',' : '';
      const list = shape === 'block' && format === 'yaml' ? items.map(each => `${nl}${indent}- ${mark(each)}${note}`).join('')
        : shape === 'lines' ? `[${nl}${items.map((each, at) => `  ${indent}${mark(each)}${at < items.length - 1 ? ',' : last}${note}`).join(nl)}${nl}${format === 'yaml' ? ' ' : ''}]`
          : ` [${items.map(mark).join(', ')}]${note}`;
      const [open, sign, close] = format === 'json' ? ['{', ':', '}'] : format === 'toml' ? ['+++', ' =', '+++'] : ['---', ':', '---'];
      const key = (name: string): string => (format === 'json' ? `"${name}"` : name);
      const parts = [`${key('title')}${sign} "글"${note}`, `${key('aliases')}${sign}${shape === 'lines' ? ' ' : ''}${list}`, `${key('tags')}${sign} ["가", "나"]`];
      const text = `${bom}${open}${nl}${parts.join(format === 'json' ? `,${nl}` : nl)}${nl}${close}${nl}${body}`;
      const head = parseFrontMatter(text, STYLE)!;
      assert.deepEqual(head.errors, []);
      assert.deepEqual(head.field('aliases')?.value, items);
      const remove = items.filter((_, at) => (gone >> at) & 1);
      const edits = changeList(text, head, 'aliases', { add: added, remove }, 'flow')!;
      const after = applyEdits(text, edits);
      const now = parseFrontMatter(after, STYLE)!;
      assert.deepEqual(now.errors, []);
      const wanted = new Set(items.filter(each => !remove.includes(each)));
      if (added !== undefined) wanted.add(added);
      assert.deepEqual(new Set(now.field('aliases')?.value as readonly string[] ?? []), wanted);
      // outside of the field nothing moves
      const span = head.field('aliases')!.span;
      assert.ok(after.startsWith(text.slice(0, span.start - (format === 'json' ? nl.length + 1 : 0))) && after.endsWith(text.slice(text.indexOf(key('tags')))));
      for (const kept of wanted) if (kept !== added) assert.ok(after.includes(mark(kept)));
      if (!remove.length) assert.equal(after.split('메모').length, text.split('메모').length);
    }), { numRuns: 300 });
  });
});
