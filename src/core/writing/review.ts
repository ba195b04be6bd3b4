import type { Kind } from './kind';

export const review: Kind = {
  id: 'review',
  name: 'Conference Review',
  detail: 'Sessions heard, questions asked, links to keep',
  asks: 'title',
  question: 'What is the event called?',
  example: '파이콘 한국 2026',
  unnamed: { ko: '콘퍼런스', en: 'Conference' },
  ending: /\s*(?:후기|review)\s*$/i,
  hasSessions: true,
  isWrittenAhead: false,
  recognizes: (_, title) => /후기|참관기|참석기/.test(title) || (/conference|컨퍼런스|콘퍼런스|파이콘|데브콘|deview|if\(kakao\)/i.test(title) && /review|정리/i.test(title)),
  draft: tongue => (tongue === 'ko' ? {
    name: '{{name}} 후기',
    head: { title: '{{name}} 후기', summary: '{{name}}에서 들은 발표와 나눈 이야기를 적었습니다.', categories: ['후기'], tags: ['후기', '컨퍼런스'], isDraft: true },
    body: `{{day}}, {{name}}에 다녀왔습니다.

{{cursor}}

## 들은 발표

{{sessions}}

## 묻고 답한 것

1. 질문: 답

## 부스와 사람들

## 다시 볼 자료

- 발표 자료:
- 더 읽을 글:

## 마치며
`,
  } : {
    name: '{{name}} review',
    head: { title: '{{name}}: A Review', summary: 'The talks I heard at {{name}}, and what came up between them.', categories: ['review'], tags: ['review', 'conference'], isDraft: true },
    body: `On {{day}} I was at {{name}}.

{{cursor}}

## Talks

{{sessions}}

## Questions and answers

1. Question: answer

## Booths and people

## To look at again

- Slides:
- Further reading:

## In the end
`,
  }),
};
