import { chooseParticles } from '../language';
import type { Kind } from './kind';
import { periodAt, periodInName, periodInWords } from './period';

export const retro: Kind = {
  id: 'retro',
  name: 'Retrospective',
  detail: 'A month, a quarter, half a year or a year looked back on',
  asks: 'period',
  unit: 'month',
  isWrittenAhead: false,
  recognizes: ({ path }, title) => (/회고|돌아보|되돌아|retrospect/i.test(title) || /retrospect|회고/i.test(path)) && !/후기/.test(title),
  draft({ date, title, period = periodAt('month', date) }) {
    const words = periodInWords(period);
    const next = period.unit === 'year' ? '내년' : period.unit === 'month' ? '다음 달' : period.unit === 'quarter' ? '다음 분기' : '다음 반기';
    return {
      name: title === undefined ? `retrospective-${periodInName(period)}` : title,
      head: { title: title ?? `${words} 회고`, date, summary: `${words}에 한 일과 배운 것, ${next}에 해 볼 일을 적었습니다.`, categories: ['회고'], tags: ['회고'], isDraft: true },
      body: `${chooseParticles(`${words}을(를)`)} 돌아봅니다.

## 한 일

|

## 배운 것

## 좋았던 점

## 아쉬웠던 점

## ${next}에는
`,
    };
  },
};
