import { dayInWords } from '../dates';
import type { Kind } from './kind';

export const review: Kind = {
  id: 'review',
  name: 'Conference Review',
  detail: 'Sessions heard, questions asked, links to keep',
  asks: 'title',
  question: 'What is the event called?',
  example: '파이콘 한국 2026',
  isWrittenAhead: false,
  recognizes: (_, title) => /후기|참관기|참석기/.test(title) || (/conference|컨퍼런스|콘퍼런스|파이콘|데브콘|deview|if\(kakao\)/i.test(title) && /review|정리/i.test(title)),
  draft({ date, title = '콘퍼런스' }) {
    const name = /후기\s*$/.test(title) ? title : `${title} 후기`;
    return {
      name,
      head: { title: name, date, summary: `${name.replace(/\s*후기\s*$/, '')}에서 들은 발표와 나눈 이야기를 적었습니다.`, categories: ['후기'], tags: ['후기', '컨퍼런스'], isDraft: true },
      body: `${dayInWords(date, 'ko')}, ${name.replace(/\s*후기\s*$/, '')}에 다녀왔습니다.

|

## 발표 제목 — 발표자

### 내용

### 질문과 답

## 발표 제목 — 발표자

### 내용

### 질문과 답

## 부스와 사람들

## 다시 볼 자료

- 발표 자료:

## 마치며
`,
    };
  },
};
