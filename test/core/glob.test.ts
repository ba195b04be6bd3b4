import assert from 'node:assert/strict';
import { matchesGlob } from '../../src/core/flavors/glob';

describe('patterns of paths', () => {
  const MATCH: readonly (readonly [string, string, boolean])[] = [
    ['a.md', 'a.md', true], ['*.md', 'a.md', true], ['*.md', 'b/a.md', false], ['**/*.md', 'b/c/a.md', true], ['**/*.md', 'a.md', true], ['b/**', 'b/c/a.md', true],
    ['?.md', 'a.md', true], ['?.md', 'ab.md', false], ['{a,b}/*.{md,html}', 'b/x.html', true], ['{a,b}/*.md', 'c/x.md', false], ['[a-c].md', 'b.md', true], ['[!a-c].md', 'b.md', false], ['글*', '글 하나', true], ['[', '[', true],
  ];
  for (const [pattern, path, wanted] of MATCH) it(`${pattern} ${wanted ? 'matches' : 'does not match'} ${path}`, () => assert.equal(matchesGlob(pattern, path), wanted));

  it('crosses folders and takes beginnings where it is told to', () => {
    assert.ok(matchesGlob('*.bak', 'a/b.bak', { crossesFolders: true }));
    assert.ok(matchesGlob('_posts/*/old', '_posts/dev/old/a.md', { isPrefix: true }));
    assert.ok(!matchesGlob('_posts/*/old', '_posts/dev/new/a.md', { isPrefix: true }));
  });

  it('is quick with the worst of patterns', () => {
    const started = process.hrtime.bigint();
    assert.ok(!matchesGlob('*a'.repeat(50) + 'b', 'a'.repeat(250), { crossesFolders: true }));
    assert.ok(!matchesGlob('{a,b}'.repeat(40), 'c'));
    assert.ok(process.hrtime.bigint() - started < 1_000_000_000n);
  });
});
