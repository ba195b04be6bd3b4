// The card about a link's target. A bar in a text is the pointer.
import assert from 'node:assert/strict';
import { aboutAt, type About } from '../../../src/core/editing/about';
import { blog, HUGO } from '../../blog';

const FILES = {
  ...HUGO,
  'content/post/가.md': '---\ntitle: 가을 정리\ndate: 2026-01-01\ndescription: 석 달을 돌아봅니다.\n---\n\n## 배운 것\n', 'content/post/나.md': '---\ntitle: 나중 글\ndate: 2027-01-01\n---\n',
  'content/post/여행/바다.png': '', 'static/img/산.png': '',
};

function about(marked: string): Partial<About> | undefined {
  const path = 'content/post/여행/index.md';
  const { site, post } = blog({ ...FILES, [path]: `---\ntitle: 여행\ndate: 2026-01-01\n---\n\n${marked.replace('|', '')}\n\n## 끝\n` });
  const page = post(path);
  const found = aboutAt(page, page.body.start + 1 + marked.indexOf('|'), site);
  if (!found) return undefined;
  const { span, ...rest } = found;
  return rest;
}

describe('the card about a link', () => {
  it('tells title, address and description of a post', () => assert.deepEqual(about('[글](/post/|가/)'), { title: '가을 정리', file: 'content/post/가.md', address: '/post/가/', summary: '석 달을 돌아봅니다.' }));

  it('tells the heading that is linked to', () => {
    assert.deepEqual(about('[글](/post/가/#배운|-것)'), { title: '가을 정리', file: 'content/post/가.md', heading: '배운 것', address: '/post/가/' });
    assert.deepEqual(about('[아래](#|끝)'), { title: '여행', file: 'content/post/여행/index.md', heading: '끝' });
  });

  it('tells that readers do not see it yet', () => assert.equal(about('[글](/post/|나/)')?.status, 'Scheduled (January 1 at 09:00)'));

  it('names a picture, and whether VS Code sees it as well', () => {
    assert.deepEqual(about('![바다](바|다.png)'), { title: '바다.png', file: 'content/post/여행/바다.png', address: '/post/여행/바다.png', isPicture: true, isPlainPath: true });
    assert.deepEqual(about('![산](/img/|산.png)'), { title: '산.png', file: 'static/img/산.png', address: '/img/산.png', isPicture: true });
  });

  it('is silent about what is not there, what is elsewhere and what is no link', () => {
    for (const text of ['[글](/post/|없음/)', '[글](https://example.org/|)', '글|자', '[위](#|없음)']) assert.equal(about(text), undefined, text);
  });
});
