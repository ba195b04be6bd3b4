import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { factsOf } from '../../src/core/facts';
import { hashOf, headLine, isPart, pageLine, readHead, readPage, storeKey, type Kept } from '../../src/core/factstore';
import { lintText } from '../../src/core/lint';
import { speaker } from '../../src/core/language';
import { blog, HUGO, JEKYLL } from '../blog';

function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String).filter(name => statSync(path.join(folder, name)).isFile());
  return Object.fromEntries(names.map(name => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]));
}

const keptOf = (files: Readonly<Record<string, string>>): readonly Kept[] => {
  const { site, posts } = blog(files);
  return posts.map((post, index) => ({ facts: factsOf(post, site), findings: lintText(post, site), mtime: 1_000.5 + index, size: post.text.length, hash: hashOf(post.text) }));
};

/** Functions aside, which do what the rest says. */
const bare = (kept: Kept | undefined): unknown => kept && { ...kept, facts: { ...kept.facts, frontMatter: kept.facts.frontMatter && { ...kept.facts.frontMatter, field: undefined } } };

const POST = '---\ntitle: 글\ndate: 2026-11-20\ntags: [a, 나]\nmap: {a: [1, null, true]}\n# tech-post-disable draft\n---\n\n# 제목 {#x}\n\n[a]() ![](b.png) <a href="c">c</a> {{< ref "d.md" >}}\n\n<!-- tech-post-disable-next-line -->\n**"가"**는 <i id="y"></i>\n';

describe('the store of facts', () => {
  for (const site of readdirSync('test/sites')) {
    it(`gives back what was learnt of test/sites/${site}`, () => {
      const all = keptOf(filesBelow(path.join('test/sites', site)));
      assert.ok(all.length > 0);
      for (const kept of all) assert.deepEqual(bare(readPage(pageLine(kept)!, true)), bare(kept));
    });
  }

  it('gives back fields by their name, findings only if they still count', () => {
    const [kept] = keptOf({ ...HUGO, 'content/post/a.md': POST }).filter(({ facts }) => facts.title === '글');
    const line = pageLine(kept!)!;
    assert.ok(!line.includes('\n'));
    assert.equal(readPage(line, true)!.facts.frontMatter!.field('TITLE')?.value, '글');
    assert.ok(readPage(line, true)!.findings!.length > 0);
    assert.equal(readPage(line, false)!.findings, undefined);
  });

  it('does not hold what JSON does not', () => {
    for (const value of ['.inf', '.nan', '-0.0', '{a: 2026-01-01T00:00:00Z, b: [.inf]}']) {
      const all = keptOf({ ...JEKYLL, '_posts/2026-01-01-a.md': `---\ntitle: 글\nvalue: ${value}\n---\n` });
      for (const kept of all) {
        const line = pageLine(kept);
        if (line !== undefined) assert.deepEqual(bare(readPage(line, true)), bare(kept));
      }
    }
  });

  it('takes a damaged line for none', () => {
    const line = pageLine(keptOf({ ...HUGO, 'content/post/a.md': POST }).find(({ facts }) => facts.title === '글')!)!;
    for (let end = 0; end < line.length; end += 7) assert.equal(readPage(line.slice(0, end), true), undefined);
    for (const hostile of ['', 'null', '{}', '[]', '{"facts":1}', `[${'['.repeat(10_000)}`, '["a",0,0,"",0,0,[],[],[],0,[],[],[[1]]]']) assert.equal(readPage(hostile, true), undefined);
    const parts = JSON.parse(line) as unknown[];
    for (const [index] of parts.entries()) {
      for (const other of [null, -1, { toString: 1 }, [[]], ['x'], [1, 2, 3, 4]]) {
        // whatever comes back, a rule can read it
        const read = readPage(JSON.stringify(parts.map((part, at) => (at === index ? other : part))), true);
        if (read) assert.ok(typeof read.facts.path === 'string' && [...read.facts.anchors].every(id => typeof id === 'string') && read.facts.links.every(({ targetSpan }) => targetSpan.start <= targetSpan.end));
      }
    }
    fc.assert(fc.property(fc.json(), json => { readPage(json, true); readHead(json, { facts: 'a', findings: 'b' }); }));
  });

  it('counts under the circumstances in which it was made', () => {
    const key = (files: Readonly<Record<string, string>>, product = '1', say = speaker()) => {
      const { site } = blog(files, { say });
      return storeKey(site, product, [...site.files].filter(path => isPart(path, site)));
    };
    const before = key(HUGO);
    const now = (files: Readonly<Record<string, string>>, product?: string, say?: ReturnType<typeof speaker>) => readHead(headLine(before), key(files, product, say));
    assert.equal(now(HUGO), 'all');
    assert.equal(now({ ...HUGO, 'content/post/new.md': '', 'static/a.png': '' }), 'all');
    assert.equal(now({ ...HUGO, 'layouts/shortcodes/a.html': '' }), 'facts');
    assert.equal(now({ ...HUGO, 'hugo.toml': 'title = "다른 이름"\n' }), 'facts');
    assert.equal(now({ ...HUGO, 'tech-post.json': '{"rules":{"draft":"off"}}' }), 'facts');
    assert.equal(now(HUGO, '1', speaker({ Draft: '초안' })), 'facts');
    assert.equal(now({ ...HUGO, 'hugo.toml': '[markup.goldmark.renderer]\nunsafe = true\n' }), undefined);
    assert.equal(now(HUGO, '2'), undefined);
    assert.equal(now(JEKYLL), undefined);
    for (const damaged of ['', '{', '[]', 'null', '{"facts":{}}']) assert.equal(readHead(damaged, before), undefined);
  });

  it('tells texts apart', () => {
    const hashes = Array.from({ length: 20_000 }, (_, index) => hashOf(`글 ${index}`));
    assert.equal(new Set(hashes).size, hashes.length);
    assert.equal(hashOf('가'), hashOf('가'));
  });
});
