import type { Kind, Tongue } from './kind';

export const retro: Kind = {
  id: 'retro',
  name: 'Retrospective',
  detail: 'A month, a quarter, half a year or a year looked back on',
  asks: 'period',
  unit: 'month',
  variants: {
    option: 'frame',
    question: 'In which frame?',
    of: [
      { id: 'free', name: 'Free', detail: 'Done, learned, good, less good, next' },
      { id: 'kpt', name: 'KPT', detail: 'Keep, Problem, Try' },
      { id: '4l', name: '4L', detail: 'Liked, Learned, Lacked, Longed for' },
    ],
  },
  isWrittenAhead: false,
  recognizes: ({ path }, title) => (/회고|돌아보|되돌아|retrospect/i.test(title) || /retrospect|회고/i.test(path)) && !/후기/.test(title),
  draft(tongue, variant = 'free') {
    const [first, ...rest] = FRAMES[tongue][variant] ?? FRAMES[tongue]['free']!;
    const { opening, ...head } = tongue === 'ko' ? KOREAN : ENGLISH;
    return {
      name: 'retrospective-{{period:name}}',
      head: { ...head, isDraft: true },
      body: `${opening}\n\n## ${first}\n\n{{cursor}}\n${rest.map(heading => `\n## ${heading}\n`).join('')}`,
    };
  },
};

const KOREAN = { title: '{{period}} 회고', summary: '{{period}}에 한 일과 배운 것, {{next}}에 해 볼 일을 적었습니다.', categories: ['회고'], tags: ['회고'], opening: '{{period}}을(를) 돌아봅니다.' };
const ENGLISH = { title: '{{period}} in Retrospect', summary: 'What I did and learned in {{period}}, and what comes {{next}}.', categories: ['retrospective'], tags: ['retrospective'], opening: 'Looking back on {{period}}.' };

const FRAMES: Readonly<Record<Tongue, Readonly<Record<string, readonly string[]>>>> = {
  ko: {
    'free': ['한 일', '배운 것', '좋았던 점', '아쉬웠던 점', '{{next}}에는'],
    'kpt': ['Keep: 계속할 것', 'Problem: 풀어야 할 것', 'Try: 해 볼 것'],
    '4l': ['Liked: 좋았던 것', 'Learned: 배운 것', 'Lacked: 모자랐던 것', 'Longed for: 바랐던 것'],
  },
  en: {
    'free': ['What I did', 'What I learned', 'What went well', 'What could have gone better', 'What comes {{next}}'],
    'kpt': ['Keep', 'Problem', 'Try'],
    '4l': ['Liked', 'Learned', 'Lacked', 'Longed for'],
  },
};
