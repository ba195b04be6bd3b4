import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extensionOf, Files, isSkippedFolder, joinPath, nearestWord, rememberBySite, splitPath } from '../../src/core/files';

const NFD = 'static/가을.png'.normalize('NFD');

describe('files', () => {
  it('know their folders as long as something is in them', () => {
    const files = new Files(['a/b/c.md', 'a/d.md']);
    assert.ok(files.hasFolder('a/b') && files.hasFolder('a') && files.hasFolder(''));
    files.delete('a/b/c.md');
    assert.ok(!files.hasFolder('a/b') && files.hasFolder('a'));
    assert.deepEqual(files.namesIn('a'), ['d.md']);
    files.delete('a/d.md');
    assert.deepEqual([files.hasFolder('a'), files.namesIn(''), files.size], [false, [], 0]);
  });

  it('are the same whether listed at once or as they come and go', () => {
    const path = fc.array(fc.constantFrom('a', 'b', '가', 'B'), { minLength: 1, maxLength: 4 }).map(parts => `${parts.join('/')}.md`);
    fc.assert(fc.property(fc.array(path), fc.array(path), (kept, gone) => {
      const files = new Files([...gone, ...kept]);
      for (const file of gone) if (!kept.includes(file)) files.delete(file);
      const fresh = new Files(kept);
      assert.deepEqual([...files].sort(), [...fresh].sort());
      assert.deepEqual([...files.below('')].sort(), [...new Set(kept)].sort());
      for (const file of gone) {
        assert.equal(files.hasFolder(splitPath(file).folder), fresh.hasFolder(splitPath(file).folder));
        assert.equal(files.has(file), kept.includes(file));
        assert.deepEqual([...files.named(splitPath(file).name)].sort(), [...fresh.named(splitPath(file).name)].sort());
      }
    }));
  });

  it('are listed below a folder at any depth', () => {
    assert.deepEqual(new Files(['a/b/c.md', 'a/d.md', 'e.md']).below('a'), ['a/b/c.md', 'a/d.md']);
  });

  const NEAR: readonly (readonly [string, string | undefined])[] = [
    ['static/Arch.PNG', 'static/arch.png'], // another case
    ['static/가을.png', NFD], // another normal form
    ['static/arhc.png', 'static/arch.png'], // letters swapped
    ['images/hall.png', 'content/post/hall.png'], // the one file of that name
    ['images/twice.png', undefined], // two of them
    ['static/photo-3.png', undefined], // another number is another picture
    ['static/nothing-like-it.png', undefined],
  ];
  for (const [path, near] of NEAR) {
    it(`${near === undefined ? 'find nothing near' : `find ${near} for`} ${path}`, () => {
      const files = new Files(['static/arch.png', NFD, 'content/post/hall.png', 'a/twice.png', 'b/twice.png', 'static/photo-1.png']);
      assert.equal(files.nearest(path), near);
    });
  }

  it('forget what was near when a file comes or goes', () => {
    const files = new Files(['a/twice.png', 'b/twice.png']);
    assert.equal(files.nearest('c/twice.png'), undefined);
    files.delete('b/twice.png');
    assert.equal(files.nearest('c/twice.png'), 'a/twice.png');
    files.add('c/Twice.png');
    assert.equal(files.nearest('c/twice.png'), 'c/Twice.png');
  });

  it('make what is remembered by them anew only after a change', () => {
    const files = new Files(['a.md']);
    const config = {};
    const remember = rememberBySite<number>();
    let made = 0;
    const ask = (): number => remember({ files, config }, () => ++made);
    assert.deepEqual([ask(), ask()], [1, 1]);
    files.add('b.md');
    assert.equal(ask(), 2);
  });
});

describe('nearest word', () => {
  const CASES: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['설치-방볍', ['설치-방법', '준비'], '설치-방법'],
    ['설정', ['설치'], undefined],
    ['go-relase', ['go-release', 'go-doc'], 'go-release'],
    ['ab', ['ac'], undefined],
    ['cat', ['bat', 'hat'], undefined],
    ['cat', ['bat', 'bat'], 'bat'],
    ['scrap-2608', ['scrap-2609'], undefined],
    ['scrap-8', ['scrap-08'], 'scrap-08'],
    ['', ['a'], undefined],
    ['word', [], undefined],
  ];
  for (const [word, candidates, expected] of CASES) it(`of ${word || 'nothing'} among ${candidates.join(', ') || 'none'} is ${expected ?? 'none'}`, () => assert.equal(nearestWord(word, candidates), expected));

  it('is the word itself when it is there', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (word, others) => {
      assert.equal(nearestWord(word, [...others.filter(other => other.normalize('NFC').toLowerCase() !== word.normalize('NFC').toLowerCase()), word]), word);
    }));
  });
});

describe('paths', () => {
  it('split into folder and name', () => {
    assert.deepEqual(splitPath('a/b/c.md'), { folder: 'a/b', name: 'c.md' });
    assert.deepEqual(splitPath('c.md'), { folder: '', name: 'c.md' });
  });

  it('have an extension in lower case, or none', () => assert.deepEqual(['a/b.PNG', 'a.b/c', '.gitignore', 'x.tar.gz'].map(extensionOf), ['.png', '', '.gitignore', '.gz']));

  it('join, and never climb out of the root', () => {
    assert.equal(joinPath('a/b', '../c/./d.png'), 'a/c/d.png');
    assert.equal(joinPath('a', '../../etc/passwd'), undefined);
    const part = fc.constantFrom('a', 'b', '..', '.', '');
    fc.assert(fc.property(fc.array(part), fc.array(part), (folder, relative) => {
      const joined = joinPath(folder.join('/'), relative.join('/'));
      assert.ok(joined === undefined || !joined.split('/').includes('..'));
    }));
  });

  it('are skipped where tools keep their own', () => {
    assert.deepEqual(['node_modules', 'a/node_modules', '.git', '_site', 'resources/_gen', 'vendor/bundle', 'content', 'public', '_posts'].map(isSkippedFolder), [true, true, true, true, true, true, false, false, false]);
  });

  it('leaves out what was made of the files, also what comes later, until another folder is that', () => {
    const files = new Files(['content/a.md', 'public/a/index.html', 'publication.md', 'docs/b/index.html']);
    files.leaveOut('public');
    files.add('public/c.html');
    assert.deepEqual([...files].sort(), ['content/a.md', 'docs/b/index.html', 'publication.md']);
    assert.ok(!files.hasFolder('public') && !files.has('public/a/index.html') && !files.named('c.html').length);
    files.delete('public/a/index.html');
    files.leaveOut('docs');
    assert.deepEqual([...files].sort(), ['content/a.md', 'public/c.html', 'publication.md']);
    files.leaveOut(undefined);
    assert.deepEqual([...files].sort(), ['content/a.md', 'docs/b/index.html', 'public/c.html', 'publication.md']);
  });
});
