import assert from 'node:assert/strict';
import { cleanAddress, hostOf } from '../../../src/core/writing/tracking';
import { outsideAddress } from '../../../src/core/writing/repeats';

describe('an address for a blog', () => {
  for (const [written, wanted] of [
    ['https://example.com/a?utm_source=rss&utm_medium=feed', 'https://example.com/a'],
    ['https://example.com/a?b=1&utm_source=rss&c=2#here', 'https://example.com/a?b=1&c=2#here'],
    ['https://example.com/a?fbclid=x#here', 'https://example.com/a#here'],
    ['https://example.com/?q=%ED%95%9C&a=+b&A=c', 'https://example.com/?q=%ED%95%9C&a=+b&A=c'],
    ['https://example.com/?', 'https://example.com/?'],
    ['https://example.com/a?b=1&&c=2&', 'https://example.com/a?b=1&&c=2&'],
    ['https://example.com/a#utm_source=rss&utm_medium=feed', 'https://example.com/a'],
    ['https://example.com/a#:~:text=%EA%B0%80', 'https://example.com/a#:~:text=%EA%B0%80'],
    ['https://youtu.be/abc?si=xyz&t=30', 'https://youtu.be/abc?t=30'],
    ['https://x.com/a/status/1?s=20&t=abc', 'https://x.com/a/status/1'],
    ['https://example.com/watch?si=1&t=30&s=2', 'https://example.com/watch?si=1&t=30&s=2'],
    ['  <https://한글.kr/글?UTM_Source=x>\n', 'https://한글.kr/글'],
    ['HTTP://Example.com:8080/A', 'HTTP://Example.com:8080/A'],
    ['http://[::1]:80/', 'http://[::1]:80/'],
  ] as const) {
    it(written, () => {
      assert.equal(cleanAddress(written), wanted);
      assert.equal(cleanAddress(wanted), wanted);
      assert.equal(outsideAddress(cleanAddress(written)!), outsideAddress(written.trim().replace(/^<|>$/g, '').replace(/#utm_.*/, '')));
    });
  }

  for (const written of ['', 'example.com', 'ftp://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https:///x', 'https://me:secret@example.com/', 'https://a b.com/', 'https://example.com/ https://example.com/', 'https://example.com/\nhttps://example.com/2',
    'https://example.com/\u202egnp.exe', 'https://exa<mple.com/', 'https://:80/', 'command:workbench.action.quit', 'vscode://x/y', `https://example.com/${'a'.repeat(3000)}`]) {
    it(`refuses ${JSON.stringify(written.slice(0, 40))}`, () => assert.equal(cleanAddress(written), undefined));
  }

  it('knows its host', () => assert.deepEqual([hostOf('https://Example.com:80/a@b'), hostOf('https://a/')], ['example.com', 'a']));
});
