// The bookmark that the README gives, run as a browser would, and what the editor makes of the address that it opens.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { linkRequest, type LinkRequest } from '../../../src/core/writing/linkrequest';

const bookmark = (file: string): string => /^javascript:.*$/m.exec(readFileSync(file, 'utf8'))![0];

/** The address that a page makes the browser open. */
function opened(code: string, href: string, title: string): URL {
  const location = { href };
  vm.runInNewContext(decodeURI(code.slice('javascript:'.length)), { location, document: { title }, encodeURIComponent });
  return new URL(location.href);
}

/** VS Code decodes a query once when it reads an address (`URI.parse`). */
const handed = ({ search }: URL): string => decodeURIComponent(search.slice(1));

describe('a link from the browser', () => {
  for (const file of ['README.md', 'README.ko.md']) {
    describe(`by the bookmark in ${file}`, () => {
      for (const [href, title] of [
        ['https://blog.example.com/post', '느린 질의 찾기'],
        ['https://example.com/?q=%ED%95%9C%EA%B8%80&b=a+b#:~:text=%EA%B0%80', 'A & B = "C" 100%'],
        ['https://example.com/watch?v=abc&list=x&title=y', '제목'],
        ['https://example.com/%2525?u=https%3A%2F%2Fother.example%2F%3Fa%3D1%26b%3D2', 'url=https://evil.example'],
        ['https://ko.wikipedia.org/wiki/%EA%B3%A0_(%EC%96%B8%EC%96%B4)', '고 (언어) - 위키백과'],
        ['https://example.com/a%20b', ''],
      ] as const) {
        it(href, () => {
          const address = opened(bookmark(file), href, title);
          assert.deepEqual([address.protocol, address.host, address.pathname], ['vscode:', 'tech-post.tech-post', '/add-link']);
          assert.deepEqual(linkRequest(handed(address)), { address: href, title } satisfies LinkRequest);
          // a host that hands it over as it came
          assert.deepEqual(linkRequest(address.search.slice(1)), { address: href, title });
        });
      }
    });
  }

  it('is the same in both languages, and one line', () => assert.equal(bookmark('README.md'), bookmark('README.ko.md')));

  it('needs no title, and may have it first', () => {
    assert.deepEqual(linkRequest('url=https://example.com/a?b=1&c=2'), { address: 'https://example.com/a?b=1&c=2', title: '' });
    assert.deepEqual(linkRequest('title=가 & 나&url=https://example.com/a?b=1&c=2'), { address: 'https://example.com/a?b=1&c=2', title: '가 & 나' });
    assert.deepEqual(linkRequest('url=https://example.com/?utm_source=x&title=가'), { address: 'https://example.com/', title: '가' });
  });

  it('has a title of one clean line', () => {
    assert.equal(linkRequest(`url=https://example.com/&title=가\n나\u0007\u202e다${'라'.repeat(2000)}`)?.title.length, 300);
    assert.equal(linkRequest('url=https://example.com/&title=가\n나\u0007\u202e다')?.title, '가 나다');
  });

  for (const query of ['', 'url=', 'title=x', 'url=file:///etc/passwd', 'url=javascript:alert(1)', 'url=command:workbench.action.quit', 'url=vscode://tech-post.tech-post/add-link', 'url=https://me:secret@example.com/', 'url=//example.com/', 'url=example.com',
    `url=https://example.com/${'a'.repeat(9000)}`, 'URL=https://example.com/', 'x=1&url=https://example.com/']) {
    it(`refuses ${JSON.stringify(query.slice(0, 50))}`, () => assert.equal(linkRequest(query), undefined));
  }
});
