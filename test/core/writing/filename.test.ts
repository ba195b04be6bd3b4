import assert from 'node:assert/strict';
import fc from 'fast-check';
import { safeName } from '../../../src/core/writing/filename';

describe('file names', () => {
  const MADE: readonly (readonly [string, string])[] = [
    ['파이콘 한국 2026 후기', '파이콘-한국-2026-후기'],
    ['각종 회고', '각종-회고'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..', 'review'],
    ['', 'review'],
    ['CON', 'con-review'],
    ['lpt1.md', 'lpt1.md-review'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-defghi-j'],
    ['Node.js 22 & C#', 'node.js-22-c'],
    ['.hidden', 'hidden'],
    ['이모지 🎉 제목!', '이모지-제목'],
    ['끝 점...', '끝-점'],
    ['\u202e거꾸로\u0000', '거꾸로'],
  ];
  for (const [title, name] of MADE) it(`makes "${name}" of ${JSON.stringify(title)}`, () => assert.equal(safeName(title, 'review'), name));

  it('is always a plain name that fits, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
      const name = safeName(title, 'post');
      assert.ok(name.length > 0 && Buffer.byteLength(name) <= 206, name);
      assert.doesNotMatch(name, /[/\\:*?"<>|\u0000-\u001f]|^\.|\.$|\.\.|\s/);
      assert.equal(name, name.normalize('NFC'));
    }));
  });
});
