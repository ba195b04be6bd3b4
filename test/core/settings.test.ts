import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_SETTINGS, isIgnored, parseSettings, type Settings } from '../../src/core/settings';

const KNOWN = { rules: ['draft', 'link-target'], flavors: ['hugo', 'jekyll'] };
const read = (text: string): { settings: Settings; problems: readonly string[] } => {
  const { settings, problems } = parseSettings(text, KNOWN);
  return { settings, problems: problems.map(({ message, args, span }) => `${message.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '')} @${text.slice(span.start, span.end)}`) };
};

describe('settings', () => {
  it('are read', () => {
    assert.deepEqual(read('{ "$schema": "x", "rules": { "draft": "off", "link-target": "warning" }, "ignore": ["drafts/"], "flavor": "hugo" }'), {
      settings: { rules: { 'draft': 'off', 'link-target': 'warning' }, ignore: ['drafts/'], flavor: 'hugo' }, problems: [],
    });
  });

  it('may have comments and commas at the ends, may be empty or begin with a BOM', () => {
    assert.deepEqual(read('{\n  // 초안은 그만\n  "rules": { "draft": "off", },\n}\n'), { settings: { rules: { draft: 'off' }, ignore: [] }, problems: [] });
    assert.deepEqual(read('\uFEFF{ "rules": { "draft": "off" } }').settings.rules, { draft: 'off' });
    assert.deepEqual(read(''), { settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('may name the engine’s version', () => assert.deepEqual(read('{ "engineVersion": "v0.131.0" }'), { settings: { ...DEFAULT_SETTINGS, engineVersion: '0.131.0' }, problems: [] }));

  it('may name a rhythm', () => assert.deepEqual(read('{ "rhythm": { "every": "2 weeks", "posts": 2 } }').settings.rhythm, { count: 2, unit: 'week', posts: 2 }));

  it('keep addresses in values whole', () => assert.deepEqual(read('{ "$schema": "https://example.com/a", "ignore": ["a"] }').settings.ignore, ['a']));

  const WRONG: readonly (readonly [string, string])[] = [
    ['{ "rules": { "drafts": "off" } }', 'There is no rule "drafts". @"drafts"'],
    ['{ "rules": { "draft": "of" } }', 'The rule "draft" can be error, warning, information or off. @"draft"'],
    ['{ "rules": { "draft": false } }', 'The rule "draft" can be error, warning, information or off. @"draft"'],
    ['{ "flavor": "wordpress" }', 'The flavor can be hugo, jekyll, not "wordpress". @"wordpress"'],
    ['{ "rule": {} }', 'tech-post.json has no setting "rule". @"rule"'],
    ['{ "engineVersion": "latest" }', 'engineVersion is a version in quotes such as "0.131.0", not "latest". @"latest"'],
    ['{ "engineVersion": 0.131 }', 'engineVersion is a version in quotes such as "0.131.0", not "0.131". @{ "engineVersion": 0.131 }'],
    ['{ "rhythm": "often" }', 'A rhythm is a number of days, weeks or months such as "2 weeks", not "often". @"often"'],
    ['{ "rules": ', 'tech-post.json cannot be read: the defaults count. @{ "rules": '],
    ['[1]', 'tech-post.json cannot be read: the defaults count. @[1]'],
  ];
  for (const [text, problem] of WRONG) it(`say of ${text}: ${problem}`, () => assert.deepEqual(read(text).problems, [problem]));

  it('keep what is right beside what is wrong', () => assert.deepEqual(read('{ "rules": { "drafts": "off", "draft": "error" }, "ignore": [1, "a"] }').settings, { rules: { draft: 'error' }, ignore: ['a'] }));

  it('never throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.constantFrom('{"a": &a [*a]}', '{"__proto__": {"draft": "off"}}', '&a [*a]', '{{}}', '? x')), text => {
      const { settings } = parseSettings(text, KNOWN);
      assert.ok(Array.isArray(settings.ignore) && typeof settings.rules === 'object');
    }));
  });

  describe('ignore', () => {
    const PATTERNS: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['drafts/', ['drafts/a.md', 'drafts/b/c.md', 'drafts'], ['drafts2/a.md', 'a/drafts/b.md']],
      ['./content/old', ['content/old/a.md'], ['content/older.md']],
      ['*.md', ['a.md'], ['a/b.md', 'a.mdx']],
      ['**/README.md', ['README.md', 'a/b/README.md'], ['a/README.md.md']],
      ['posts/**', ['posts/a.md', 'posts/a/b.md'], ['post/a.md']],
      ['posts/20??-*.md', ['posts/2026-a.md'], ['posts/226-a.md', 'posts/2026-a/b.md']],
      ['a+b (1).md', ['a+b (1).md'], ['aab 1.md']],
      ['가을/*', ['가을/글.md'], ['겨울/글.md']],
    ];
    for (const [pattern, yes, no] of PATTERNS) {
      it(pattern, () => {
        assert.deepEqual(yes.filter(path => !isIgnored(path, [pattern])), []);
        assert.deepEqual(no.filter(path => isIgnored(path, [pattern])), []);
      });
    }
  });
});
