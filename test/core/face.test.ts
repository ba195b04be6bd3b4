import assert from 'node:assert/strict';
import { faceOf } from '../../src/core/face';
import { blog, HUGO } from '../blog';

const PATH = 'content/post/a.md';
const HEAD = 'title: 글\ndate: 2026-11-20\n';

function face(head: string, body: string): string {
  const { site } = blog({ ...HUGO, [PATH]: `---\n${head}---\n\n${body}` });
  return faceOf(site.index.of(PATH), site);
}

describe('the face of a page', () => {
  const before = face(HEAD, '## 제목\n\n글\n');

  it('is the same whatever else is written', () => {
    assert.equal(face(HEAD, '글이\n\n늘어납니다. [링크](/x)\n\n## 제목\n\n글\n'), before);
    assert.equal(face(`${HEAD}description: 요약\n`, '## 제목\n'), before);
  });

  it('changes with what a link can ask for', () => {
    const others = [face(HEAD, '## 다른 제목\n'), face(`${HEAD}draft: true\n`, '## 제목\n'), face(`${HEAD}slug: b\n`, '## 제목\n'), face(`${HEAD}aliases: [/c/]\n`, '## 제목\n'), face(`${HEAD}tags: [새것]\n`, '## 제목\n'), face(HEAD.replace('2026', '2027'), '## 제목\n')];
    assert.equal(new Set([before, ...others]).size, others.length + 1);
  });

  it('changes with what other issues of a series are held against', () => {
    const scrap = (head: string, body = ''): string => face(`title: 월간 스크랩 26/11\n${head}`, body);
    const number = (head: string): string => face(`title: 주간 소식 12호\n${head}`, '');
    assert.notEqual(scrap('date: 2026-11-20\n'), scrap('date: 2026-11-21\n'));
    assert.notEqual(scrap('description: 11월에 읽은 2026년 11월 글\n'), scrap('description: 2026년 10월 글\n'));
    assert.notEqual(scrap('', '[글](https://example.com/a)'), scrap('', '[글](https://example.com/b)'));
    assert.notEqual(number('issue: 12\n'), number('issue: 11\n'));
  });

  it('is empty where there is no page', () => {
    const { site } = blog(HUGO);
    assert.equal(faceOf(undefined, site), '');
  });
});
