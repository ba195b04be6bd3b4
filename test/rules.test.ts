// docs/rules is the documentation of the rules and their test: each page runs its own rule.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { lint } from '../src/core/lint';
import { parsePost, type Post } from '../src/core/post';
import { reportLine } from '../src/core/report';
import { RULES } from '../src/core/rules';
import { writeSchema } from '../src/core/schema';
import type { Site } from '../src/core/site';
import { applyEdits } from '../src/core/span';
import { blog, HUGO, JEKYLL } from './blog';
import { readPage, type Example } from './rules/page';

const SITES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: HUGO, jekyll: JEKYLL, hexo: { '_config.yml': 'title: 글\n', 'source/_posts/.keep': '', 'scaffolds/post.md': '' }, plain: { '.keep': '' },
};

function open(example: Example): { site: Site; post: Post } {
  const { site, post } = blog({ ...SITES[example.flavor], ...example.files, [example.path]: example.text });
  assert.equal(site.flavor.id, example.flavor);
  return { site, post: post(example.path) };
}

describe('rules', () => {
  const pages = readdirSync('docs/rules').filter(name => name.endsWith('.md'));

  it('have a page each, and each page a rule', () => assert.deepEqual(pages.map(name => name.slice(0, -3)).sort(), RULES.map(({ id }) => id).sort()));

  it('are named by what their ids say, with a sentence each', () => {
    const files = readdirSync('src/core/rules').map(name => name.slice(0, -3));
    for (const { id, summary } of RULES) {
      assert.match(id, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(files.includes(id), `src/core/rules/${id}.ts`);
      assert.match(summary, /^[A-Z].*[^.]\.$/);
    }
  });

  it('are in the schema of tech-post.json as it is shipped', () => assert.equal(readFileSync('media/tech-post.schema.json', 'utf8'), writeSchema()));

  for (const rule of RULES) {
    describe(rule.id, () => {
      const page = readFileSync(`docs/rules/${rule.id}.md`, 'utf8');
      const examples = readPage(page);

      it('has a page with its name, a Korean summary, and examples of both kinds', () => {
        assert.match(page, new RegExp(`^# ${rule.id}\n\n> .*[가-힣].*\n\n`));
        assert.ok(examples.some(({ kind }) => kind === 'good') && examples.some(({ kind }) => kind === 'bad'));
      });

      for (const example of examples) {
        it(`line ${example.line}: ${example.kind} (${example.flavor})`, () => {
          const { site, post } = open(example);
          const findings = lint(post, site, [rule]);
          assert.equal(findings.map(finding => `${reportLine(post, finding)}\n`).join(''), example.output);
          if (example.kind === 'good') return;
          assert.ok(findings.length > 0, 'nothing is reported');
          const edits = findings.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []);
          if (example.fixed === undefined) return assert.deepEqual(edits, [], 'the page does not show the remedy');
          const fixed = applyEdits(post.text, edits);
          assert.equal(fixed, example.fixed);
          assert.deepEqual(lint(parsePost(post.path, fixed, site), site, [rule]), []);
        });
      }
    });
  }
});
