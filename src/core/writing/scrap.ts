import { twoDigits } from '../dates';
import type { Kind } from './kind';
import { lastDay, periodAt, periodInWords } from './period';

export const scrap: Kind = {
  id: 'scrap',
  name: 'Monthly Scrap',
  detail: 'Links of the month, by section',
  asks: 'nothing',
  unit: 'month',
  // an issue grows while its month lasts
  isWrittenAhead: true,
  recognizes: ({ path }, title) => /스크랩|뉴스레터|링크\s*모음|월간|주간|newsletter|weekly|monthly|scrap/i.test(title) || /(?:monthly|weekly|newsletter|scrap|digest)/i.test(path.split('/').slice(-2).join('/')),
  draft({ date, period = periodAt('month', date) }) {
    const number = `${twoDigits(period.year % 100)}/${twoDigits(period.number)}`;
    return {
      name: `monthly-scrap-${number.replace('/', '')}`,
      head: {
        title: `월간 기술 스크랩 ${number}`,
        date: { ...lastDay(period), hour: 0, minute: 1, second: 0, hasTime: true, offset: undefined },
        summary: `이번 달에 재미있게 읽은 글과 새로 알게 된 도구를 모았습니다. (${periodInWords(period)})`,
        categories: ['Newsletter'],
        isDraft: true,
      },
      body: `## ✍️ 글

|

## 📌 북마크

## 📰 기술 뉴스

## ⚙️ 소프트웨어 / 프로젝트

## 📙 책 / 강의 / 영상
`,
    };
  },
};
