import type { Kind } from './kind';

export const work: Kind = {
  id: 'work',
  name: 'Work Retrospective',
  detail: 'A job or an internship, with byline and contents',
  asks: 'title',
  question: 'Which job or internship is it about?',
  example: '○○ 백엔드 인턴',
  unnamed: { ko: '회사 생활', en: 'Work' },
  ending: /\s*(?:회고|retrospective)\s*$/i,
  isWrittenAhead: false,
  recognizes: (_, title) => /(?:회사|입사|퇴사|이직|인턴|수습|온보딩|개발자로|근무|직장).*(?:회고|후기|돌아보|년|개월)|(?:회고|돌아보).*(?:회사|입사|퇴사|이직|인턴)/.test(title),
  draft: tongue => (tongue === 'ko' ? {
    name: '{{name}} 회고',
    head: { title: '{{name}} 회고', summary: '{{name}}, 그동안 한 일과 배운 것을 적었습니다.', author: '{{author}}', categories: ['회고'], tags: ['회고'], hasContents: true, isDraft: true },
    body: `{{cursor}}

## 지원한 까닭

## 한 일

### 맡은 일

### 어려웠던 일

## 함께 일한 방법

## 배운 것

## 앞으로
`,
  } : {
    name: '{{name}} retrospective',
    head: { title: '{{name}}: A Retrospective', summary: 'What I did and learned during {{name}}.', author: '{{author}}', categories: ['retrospective'], tags: ['retrospective'], hasContents: true, isDraft: true },
    body: `{{cursor}}

## Why I applied

## What I did

### My part

### What was hard

## How we worked together

## What I learned

## What comes next
`,
  }),
};
