import type { Kind } from './kind';

export const scrap: Kind = {
  id: 'scrap',
  name: 'Monthly Scrap',
  detail: 'Links of the month, by section',
  asks: 'nothing',
  unit: 'month',
  // an issue grows while its month lasts
  isWrittenAhead: true,
  recognizes: ({ path }, title) => /스크랩|뉴스레터|링크\s*모음|월간|주간|newsletter|weekly|monthly|scrap/i.test(title) || /(?:monthly|weekly|newsletter|scrap|digest)/i.test(path.split('/').slice(-2).join('/')),
  draft: tongue => ({ name: 'monthly-scrap-{{period:YYMM}}', isDatedAtEnd: true, ...(tongue === 'ko' ? KOREAN : ENGLISH) }),
};

const KOREAN = {
  head: {
    title: '월간 기술 스크랩 {{period:YY/MM}}',
    summary: '이번 달에 재미있게 읽은 글과 새로 알게 된 도구를 모았습니다. ({{period}})',
    categories: ['Newsletter'],
    isDraft: true,
  },
  body: `## ✍️ 글

{{cursor}}

## 📌 북마크

## 📰 기술 뉴스

## ⚙️ 소프트웨어 / 프로젝트

## 📙 책 / 강의 / 영상
`,
};

const ENGLISH = {
  head: {
    title: 'Monthly Scrap {{period:YY/MM}}',
    summary: 'What I read with pleasure this month, and the tools I came across. ({{period}})',
    categories: ['Newsletter'],
    isDraft: true,
  },
  body: `## ✍️ Articles

{{cursor}}

## 📌 Bookmarks

## 📰 News

## ⚙️ Software / Projects

## 📙 Books / Talks / Videos
`,
};
