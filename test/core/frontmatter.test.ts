import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter, writeField, type FieldValue, type FrontMatter, type FrontMatterStyle } from '../../src/core/frontmatter';
import { applyEdits } from '../../src/core/span';

const HUGO: FrontMatterStyle = { formats: ['yaml', 'toml', 'json'], allowsBlankLinesAbove: true, dotsClose: false, allowsNoOpening: false };
const JEKYLL: FrontMatterStyle = { formats: ['yaml'], allowsBlankLinesAbove: false, dotsClose: true, allowsNoOpening: false };
const HEXO: FrontMatterStyle = { formats: ['yaml', 'json'], allowsBlankLinesAbove: false, dotsClose: false, allowsNoOpening: true };

const read = (text: string, style = HUGO): FrontMatter => {
  const found = parseFrontMatter(text, style);
  assert.ok(found, 'there is front matter');
  return found;
};
const values = (text: string, style = HUGO): unknown => {
  const found = parseFrontMatter(text, style);
  return found && Object.fromEntries(found.fields.map(({ key, value }) => [key, value]));
};
const set = (text: string, key: string, value: FieldValue, after?: readonly string[]): string => applyEdits(text, [read(text).set(key, value, after)]);

describe('front matter', () => {
  const YAML = '---\ntitle: 글\ntags: [가, 나]\ndraft: true\n---\n본문\n';
  const VALUES: readonly (readonly [string, string, FrontMatterStyle, unknown])[] = [
    ['YAML', YAML, HUGO, { title: '글', tags: ['가', '나'], draft: true }],
    ['TOML', '+++\ntitle = "글"\ntags = [\n  "가", # 첫째\n  "나",\n]\ndate = 2026-11-20T09:00:00+09:00\n[params]\ntitle = "아님"\n+++\n', HUGO, { title: '글', tags: ['가', '나'], date: '2026-11-20T09:00:00+09:00', params: { title: '아님' } }],
    ['JSON', '{\n  "title": "글 } {",\n  "draft": true\n}\n\n본문\n', HUGO, { title: '글 } {', draft: true }],
    ['CRLF', YAML.replaceAll('\n', '\r\n'), HUGO, { title: '글', tags: ['가', '나'], draft: true }],
    ['a BOM', `\uFEFF${YAML}`, JEKYLL, { title: '글', tags: ['가', '나'], draft: true }],
    ['blanks behind the fences', YAML.replace('---\n', '--- \t\n'), JEKYLL, { title: '글', tags: ['가', '나'], draft: true }],
    ['no field at all', '---\n---\n본문\n', HUGO, {}],
    ['comments only', '---\n# 나중에\n---\n', HUGO, {}],
    ['blank lines above, for Hugo', `\n\n${YAML}`, HUGO, { title: '글', tags: ['가', '나'], draft: true }],
    ['blank lines above, for Jekyll', `\n${YAML}`, JEKYLL, undefined],
    ['dots at the end, for Jekyll', '---\ntitle: 글\n...\n본문\n---\n', JEKYLL, { title: '글' }],
    ['no opening, for Hexo', 'title: 글\ndate: 2026-11-20\n---\n본문\n', HEXO, { title: '글', date: '2026-11-20' }],
    ['no opening, for others', 'title: 글\n---\n본문\n', HUGO, undefined],
    ['a rule above text, which is front matter for Jekyll', '---\n\n그냥 글입니다.\n\n---\n', JEKYLL, {}],
    ['a rule above text, and no other', '---\n\n그냥 글입니다.\n', JEKYLL, undefined],
    ['words in a line of hyphens', '--- 그냥 ---\n글\n', HUGO, undefined],
    ['no front matter', '# 글\n', HUGO, undefined],
    ['TOML, which Jekyll has not', '+++\ntitle = "글"\n+++\n', JEKYLL, undefined],
    ['a shortcode', '{{< figure >}}\n', HUGO, undefined],
    ['nothing', '', HUGO, undefined],
    ['dates stay as they are written', '---\ndate: 2026-11-20\n---\n', HUGO, { date: '2026-11-20' }],
    ['a value in the line below', '---\ndescription: >-\n  긴\n  요약\ntitle: 글\n---\n', HUGO, { description: '긴 요약', title: '글' }],
  ];
  for (const [name, text, style, expected] of VALUES) it(`reads ${name}`, () => assert.deepEqual(values(text, style), expected));

  it('knows the places of what it read', () => {
    for (const text of [YAML, `\uFEFF${YAML.replaceAll('\n', '\r\n')}`, '+++\ntitle = "글" # 제목\n+++\n', '{ "title": "글" }\n']) {
      const { span, content, fields } = read(text);
      assert.equal(text.slice(span.end), text.includes('본문') ? text.slice(text.indexOf('본문')) : '');
      assert.ok(content.start >= span.start && content.end <= span.end);
      for (const field of fields) {
        assert.equal(text.slice(field.valueSpan.start, field.valueSpan.end), field.source);
        assert.match(text.slice(field.keySpan.start, field.keySpan.end), new RegExp(`^"?${field.key}"?$`));
        assert.deepEqual([field.span.start, field.span.end], [field.keySpan.start, field.valueSpan.end]);
      }
      assert.match(fields[0]!.source, /^"?글"?$/);
    }
  });

  it('finds a field whatever its case, and of two the last', () => {
    assert.equal(read('---\nTitle: 글\n---\n').field('title')?.value, '글');
    const twice = read('---\ntitle: 하나\ntitle: 둘\n---\n');
    assert.equal(twice.field('title')?.value, '둘');
    assert.equal(twice.isBroken, false);
    assert.equal(read('+++\ntitle = "하나"\ntitle = "둘"\n+++\n').isBroken, true);
  });

  describe('errors', () => {
    const ERRORS: readonly (readonly [string, string, string])[] = [
      // written, code, what is underlined
      ['title: 회고: 2026년', 'colon', '회고: 2026년'],
      ['title: 회고:', 'colon', '회고:'],
      ['title: a: b: c', 'colon', 'a: b: c'],
      ['tags:\n  - a: b: c', 'colon', 'b: c'],
      ['title: @나', 'bad-start', '@나'],
      ['title: `x`', 'bad-start', '`x`'],
      ['title: %a', 'bad-start', '%a'],
      ['title: *별', 'bad-start', '*별'],
      ['title: *별* 이야기', 'bad-start', '*별* 이야기'],
      ['title: !중요', 'bad-start', '!중요'],
      ['title: > 인용', 'bad-start', '> 인용'],
      ['title: - 하나', 'bad-start', '- 하나'],
      ['title: , 둘', 'bad-start', ', 둘'],
      ['title: "열림\ndate: 2026-11-20\ntags: [a]', 'quote', '"열림'],
      ["title: '열림\ndate: 2026-11-20", 'quote', "'열림"],
      ['title: "열림\ndate: 2026-11-20\ndescription: "x"', 'quote', '"열림'],
      ['title: "a "b" c"', 'text-after', '"a "b" c"'],
      ["title: 'it's'", 'text-after', "'it's'"],
      ['title: [개발] 회고', 'text-after', '[개발] 회고'],
      ['categories: [a], [b]', 'text-after', '[a], [b]'],
      ['title: [a, b\ndate: 2026-11-20', 'bracket', '['],
      ['title: "C:\\Users"', 'escape', '\\U'],
      ['tags:\n\t- a', 'tab', '\t'],
      ['title: a\n\tfoo: b', 'tab', '\t'],
      ['title: a\n  date: b', 'indent', 'date: b'],
      ['  title: a\ndate: b', 'indent', 'title: a'],
      ['title:붙임\ndate: 1', 'no-blank', ':'],
      ['title: a\ndate:2026-11-20\ntags: x', 'no-blank', ':'],
      ['tags:\n-a\n-b', 'no-blank', '-'],
      ['title: a\n그냥 줄\ndate: 1', 'stray', '그냥 줄'],
      ['title: a\ntitle: b', 'duplicate-key', 'title'],
      ['- a\n- b', 'not-a-map', '- a\n- b'],
      ['그냥 글', 'not-a-map', '그냥 글'],
    ];
    for (const [written, code, underlined] of ERRORS) {
      for (const nl of ['\n', '\r\n']) {
        it(`${JSON.stringify(written)}${nl === '\n' ? '' : ' with CRLF'}: ${code}`, () => {
          const text = `\uFEFF---\n${written}\n---\n본문\n`.replaceAll('\n', nl);
          const { errors } = read(text);
          assert.deepEqual(errors.map(error => [error.code, text.slice(error.span.start, error.span.end)]), [[code, underlined.replaceAll('\n', nl)]]);
        });
      }
    }

    const TOML: readonly (readonly [string, string, string])[] = [
      ['title = 회고', 'unquoted', '회고'],
      ['draft = True', 'unquoted', 'True'],
      ['title = "a\ndate = 2026-11-20', 'quote', '"a'],
      ["title = 'it's'", 'text-after', "'it's'"],
      ['title: "a"', 'equals', ':'],
      ['title = "a"\ntitle = "b"', 'duplicate-key', 'title'],
      ['title = "C:\\Users"', 'escape', '\\U'],
      ['date = 2026-1-5', 'other', '-1-5'],
    ];
    for (const [written, code, underlined] of TOML) {
      it(`TOML ${JSON.stringify(written)}: ${code}`, () => {
        const text = `+++\n${written}\n+++\n`;
        assert.deepEqual(read(text).errors.map(error => [error.code, text.slice(error.span.start, error.span.end)]), [[code, underlined]]);
      });
    }

    it('none in what only looks odd', () => {
      for (const fine of ['url: https://a.b:80/c', 'time: 12:30', 'tags: [\n  a,\n  b\n]', 'title: C# #5', 'title: "a: b"', 'a: |\n  b: c: d', 'x: &y 1\nz: *y', 'title: 별 * 이야기', '"키": 값', 'title: >-\n  긴\n  제목', 'a: ""', '? 복잡\n: 값']) {
        assert.deepEqual(read(`---\n${fine}\n---\n`).errors, [], fine);
      }
    });

    it('an open fence, up to the first line that is text', () => {
      const text = '---\ntitle: 글\n\n본문\n';
      const { errors, span, fields } = read(text, JEKYLL);
      assert.deepEqual(errors.map(({ code, detail }) => [code, detail]), [['unclosed', '---']]);
      assert.equal(text.slice(span.end), '\n본문\n');
      assert.equal(fields[0]?.value, '글');
      assert.equal(read('+++\ntitle = "글"\n').errors[0]?.code, 'unclosed');
      assert.equal(read('{ "title": "글"\n\n본문\n').errors[0]?.code, 'unclosed');
    });

    it('JSON, where it stops', () => {
      assert.deepEqual(read('{"a": 1,}').errors.map(({ code, span }) => [code, span.start]), [['other', 8]]);
      assert.equal(read('{"a": 1, "a": 2}').errors[0]?.code, 'duplicate-key');
    });
  });

  it('in JavaScript is never run', () => {
    const victim = globalThis as { hasRun?: boolean };
    for (const language of ['js', 'javascript', 'coffee', 'cson', 'ruby']) {
      const text = `---${language}\n{ title: (globalThis.hasRun = true) }\n---\n본문\n`;
      const { errors, fields, span } = read(text);
      assert.deepEqual(errors.map(({ code, detail }) => [code, detail]), [['unknown-language', language]]);
      assert.deepEqual([fields, text.slice(span.end)], [[], language === 'ruby' || language === 'cson' ? text.slice(span.end) : '본문\n']);
    }
    assert.equal(victim.hasRun, undefined);
  });

  it('survives aliases that would fill the memory, and lists thousands deep', () => {
    const bomb = `---\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]`).join('\n')}\n---\n`;
    assert.equal(read(bomb).fields.length, 31);
    for (const deep of [`---\na: ${'['.repeat(5000)}\n---\n`, `---\n${Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n---\n`, `+++\na = ${'['.repeat(5000)}\n+++\n`, `{"a": ${'['.repeat(5000)}${']'.repeat(5000)}}`, `---\na: ${'["]",'.repeat(5000)}\n---\n`, `---\n${'- '.repeat(5000)}\n---\n`]) parseFrontMatter(deep, HUGO);
  });

  it('never throws, and stays inside the text', () => {
    const piece = fc.constantFrom('---', '+++', '...', '\n', '\r\n', '\r', 'title', ':', ': ', ' = ', '"', "'", '[', ']', '{', '}', ',', '#', '&a', '*a', '|', '>', '- ', '\t', '  ', '가', '1', 'true', '\\', '\uFEFF', '\0', '<<', '!', '%', '@', '`', 'js', '2026-11-20');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(piece, { maxLength: 30 }).map(parts => parts.join('')), fc.array(piece, { maxLength: 30 }).map(parts => `---\n${parts.join('')}\n---\n`), fc.array(piece, { maxLength: 30 }).map(parts => `+++\n${parts.join('')}\n+++\n`), fc.array(piece, { maxLength: 30 }).map(parts => `{${parts.join('')}}`)), fc.constantFrom(HUGO, JEKYLL, HEXO), (text, style) => {
      const found = parseFrontMatter(text, style);
      if (!found) return;
      for (const { start, end } of [found.span, found.content, ...found.errors.map(({ span }) => span), ...found.fields.flatMap(field => [field.span, field.keySpan, field.valueSpan])]) {
        assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
      }
    }), { numRuns: 1000 });
  });

  describe('edits', () => {
    const EDITS: readonly (readonly [string, string, string, FieldValue, readonly string[], string])[] = [
      ['one value', '---\ntitle: 글 # 제목\ndraft: true\n---\n', 'draft', false, [], '---\ntitle: 글 # 제목\ndraft: false\n---\n'],
      ['a value with a comment behind it', '---\ntitle: 글 # 제목\n---\n', 'title', '새 글', [], '---\ntitle: 새 글 # 제목\n---\n'],
      ['quotes where they are needed', '---\ntitle: 글\n---\n', 'title', '회고: 가을', [], '---\ntitle: "회고: 가을"\n---\n'],
      ['an empty value', '---\ntitle:\n---\n', 'title', '글', [], '---\ntitle: 글\n---\n'],
      ['an empty value with a blank', '---\ntitle: \n---\n', 'title', '글', [], '---\ntitle: 글\n---\n'],
      ['an empty value with a comment', '---\ntitle: # 나중에\n---\n', 'title', '글', [], '---\ntitle: 글 # 나중에\n---\n'],
      ['a list on the lines below', '---\ntags:\n  - a\n  - b\ntitle: 글\n---\n', 'tags', ['c'], [], '---\ntags: [c]\ntitle: 글\n---\n'],
      ['text on the lines below', '---\ndescription: >-\n  긴\n  요약\ntitle: 글\n---\n', 'description', '짧은 요약', [], '---\ndescription: 짧은 요약\ntitle: 글\n---\n'],
      ['a new key at the end', '---\ntitle: 글\n---\n본문\n', 'draft', true, [], '---\ntitle: 글\ndraft: true\n---\n본문\n'],
      ['a new key below another', '---\ntitle: 글 # 제목\ntags: [a]\n---\n', 'description', '요약', ['title'], '---\ntitle: 글 # 제목\ndescription: 요약\ntags: [a]\n---\n'],
      ['a new key below the last of some', '---\ndate: 2026-11-20\ntitle: 글\ntags: [a]\n---\n', 'description', '요약', ['title', 'date'], '---\ndate: 2026-11-20\ntitle: 글\ndescription: 요약\ntags: [a]\n---\n'],
      ['a new key below a list', '---\ntags:\n  - a\n  - b\n---\n', 'title', '글', ['tags'], '---\ntags:\n  - a\n  - b\ntitle: 글\n---\n'],
      ['keys that are indented', '---\n  title: 글\n---\n', 'draft', true, [], '---\n  title: 글\n  draft: true\n---\n'],
      ['nothing yet', '---\n---\n', 'title', '글', [], '---\ntitle: 글\n---\n'],
      ['CRLF', '---\r\ntitle: 글\r\n---\r\n', 'draft', true, ['title'], '---\r\ntitle: 글\r\ndraft: true\r\n---\r\n'],
      ['dates without quotes', '---\ntitle: 글\n---\n', 'date', '2026-11-20', ['title'], '---\ntitle: 글\ndate: 2026-11-20\n---\n'],
      ['a title that looks like a date with quotes', '---\ntitle: 글\n---\n', 'title', '2026-11-20', [], '---\ntitle: "2026-11-20"\n---\n'],
      ['a key in its own case', '---\nDescription: ""\n---\n', 'description', '요약', [], '---\nDescription: 요약\n---\n'],
      ['TOML', '+++\ntitle = "글" # 제목\n+++\n', 'title', '새 "글"', [], '+++\ntitle = "새 \\"글\\"" # 제목\n+++\n'],
      ['TOML above its tables', '+++\ntitle = "글"\n\n[params]\nmath = true\n+++\n', 'draft', true, [], '+++\ntitle = "글"\n\ndraft = true\n[params]\nmath = true\n+++\n'],
      ['TOML with a list over lines', '+++\ntags = [\n  "a",\n]\n+++\n', 'draft', true, [], '+++\ntags = [\n  "a",\n]\ndraft = true\n+++\n'],
      ['JSON', '{\n  "title": "글",\n  "draft": true\n}\n', 'draft', false, [], '{\n  "title": "글",\n  "draft": false\n}\n'],
      ['a new key in JSON', '{\n  "title": "글"\n}\n', 'draft', true, [], '{\n  "title": "글",\n  "draft": true\n}\n'],
      ['a new key in empty JSON', '{}\n', 'draft', true, [], '{\n  "draft": true\n}\n'],
    ];
    for (const [name, before, key, value, after, expected] of EDITS) it(name, () => assert.equal(set(before, key, value, after), expected));

    const key = fc.constantFrom('title', 'description', 'date', 'tags', 'categories', 'draft', 'slug', '가을'.normalize('NFD'), '가을');
    const word = fc.constantFrom('글', '가을'.normalize('NFD'), 'C# #5', '회고: 가을', "it's", '"말"', 'true', '2026', '- a', '', ' a ', 'a\\b', '[기록] 글', '@나', '🎉', '줄 # 아님', 'no', '~', '1e3', '0x1F', '*', '&', '가'.repeat(200));
    const value = fc.oneof(word, fc.boolean(), fc.integer({ min: 0, max: 9999 }), fc.array(word, { maxLength: 3 }));
    const comment = fc.constantFrom('', '', ' # 메모', '  # "따옴표"');
    const line = fc.tuple(key, value, comment);
    const lines = fc.uniqueArray(line, { selector: ([name]) => name, maxLength: 6 });
    const nl = fc.constantFrom('\n', '\r\n');
    const bom = fc.constantFrom('', '\uFEFF');
    const build: Readonly<Record<string, (lines: readonly (readonly [string, FieldValue, string])[]) => string>> = {
      yaml: parts => `---\n# 위\n${parts.map(([name, set, note]) => `${writeField('yaml', name, set)}${note}\n`).join('')}# 아래\n---\n\n본문\n`,
      toml: parts => `+++\n# 위\n${parts.map(([name, set, note]) => `${writeField('toml', JSON.stringify(name), set)}${note}\n`).join('')}# 아래\n[params]\nmath = true\n+++\n\n본문\n`,
      json: parts => `{\n${parts.map(([name, set]) => `  ${writeField('json', name, set)}`).join(',\n')}\n}\n\n본문\n`,
    };
    for (const format of ['yaml', 'toml', 'json']) {
      it(`of ${format} change one value, and not a byte beside it`, () => {
        fc.assert(fc.property(lines, key, value, fc.array(key, { maxLength: 2 }), nl, bom, (parts, changed, to, after, ending, mark) => {
          const usable = format === 'toml' ? parts.filter(([name]) => /^\w+$/.test(name)) : parts;
          if (format === 'toml' && !/^\w+$/.test(changed)) return;
          const text = mark + build[format]!(usable).replaceAll('\n', ending);
          const before = read(text);
          assert.deepEqual(before.errors, []);
          assert.deepEqual(before.fields.map(field => [field.key, field.value]), [...usable.map(([name, written]) => [name, written]), ...(format === 'toml' ? [['params', { math: true }]] : [])]);
          const edit = before.set(changed, to, after);
          const edited = applyEdits(text, [edit]);
          const now = read(edited);
          assert.deepEqual(now.errors, []);
          assert.deepEqual(now.field(changed)?.value, to);
          // every other field as it was, in its order
          const others = (found: FrontMatter): unknown => found.fields.filter(field => field.key !== changed).map(field => [field.key, field.value, field.source]);
          assert.deepEqual(others(now), others(before));
          const old = before.field(changed);
          if (old) assert.ok(edit.start >= old.keySpan.end && edit.end === old.valueSpan.end);
          else assert.equal(edit.start, edit.end);
          if (ending === '\r\n') assert.ok(!/[^\r]\n/.test(edited));
          assert.equal(edited.slice(now.span.end), text.slice(before.span.end));
        }), { numRuns: 200 });
      });
    }
  });
});
