import type { Draft, Kind, Tongue } from './kind';

export const club: Kind = {
  id: 'club',
  name: 'Writing-Club Post',
  detail: 'A pledge, a plan, a submission or a look back',
  asks: 'title',
  question: 'Which writing club is it?',
  example: '글또 10기',
  unnamed: { ko: '글쓰기 모임', en: 'Writing Club' },
  ending: /\s*(?:시작하며|글쓰기 계획|마치며|\d+회차)\s*$/,
  variants: {
    option: 'form',
    question: 'Which post is it?',
    of: [
      { id: 'pledge', name: 'Pledge', detail: 'Why, and what to write' },
      { id: 'plan', name: 'Plan', detail: 'Subjects and days, two weeks each' },
      { id: 'submission', name: 'Submission', detail: 'What is handed in this time' },
      { id: 'closing', name: 'Closing', detail: 'What became of the pledge' },
    ],
  },
  isWrittenAhead: false,
  recognizes: ({ path }, title) => /글또|글쓰기\s*모임|글쓰는\s*(?:모임|개발자)|블로그\s*(?:스터디|챌린지|포스팅)|writing\s*club/i.test(title) || /geultto|writing-club|글또/i.test(path),
  draft(tongue, variant = 'pledge') {
    const { title, summary, body, name = title } = FORMS[tongue][variant] ?? FORMS[tongue]['pledge']!;
    return { name, head: { title, summary, categories: ['general'], tags: ['{{name:word}}'], isDraft: true } satisfies Draft['head'], body };
  },
};

interface Form {
  readonly title: string;
  /** For the file; the title where nothing is said. */
  readonly name?: string;
  readonly summary: string;
  readonly body: string;
}

const FORMS: Readonly<Record<Tongue, Readonly<Record<string, Form>>>> = {
  ko: {
    pledge: {
      title: '{{name}}을(를) 시작하며', name: '{{name}} 시작하며', summary: '{{name}}에 참여하며 정한 다짐과 글감, 쓰는 주기를 적었습니다.',
      body: `{{cursor}}

## 지원한 까닭

## 다짐

## 쓰고 싶은 글

- [ ] 첫째 글
- [ ] 둘째 글
- [ ] 셋째 글

## 쓰는 주기

- **1주차**: 글감 고르기, 자료 모으기, 차례 잡기
- **2주차**: 초고 쓰기, 고쳐 쓰기, 제출하기

## 끝날 때 바라는 모습
`,
    },
    plan: {
      title: '{{name}} 글쓰기 계획', summary: '{{name}} 동안 쓸 글과 내는 날을 정했습니다.',
      body: `{{cursor}}

## 쓸 글

{{rounds}}

## 한 회차를 쓰는 방법

- **1주차**: 글감 고르기, 자료 모으기, 차례 잡기
- **2주차**: 초고 쓰기, 고쳐 쓰기, 제출하기

## 밀릴 때는
`,
    },
    submission: {
      title: '{{name}} {{number}}회차', summary: '{{name}} {{number}}회차에 낸 글입니다.',
      body: `{{cursor}}

## 쓰게 된 까닭

## 본문

## 정리

## 다음 글감
`,
    },
    closing: {
      title: '{{name}}을(를) 마치며', name: '{{name}} 마치며', summary: '{{name}}에서 쓴 글과 다짐이 어떻게 되었는지 돌아봅니다.',
      body: `{{cursor}}

## 숫자로 보기

- 낸 글:
- 건너뛴 회차:

## 다짐은 어떻게 되었나

## 가장 마음에 드는 글

## 아쉬웠던 점

## 다음에는
`,
    },
  },
  en: {
    pledge: {
      title: 'Joining {{name}}', summary: 'Why I joined {{name}}, and what I mean to write.',
      body: `{{cursor}}

## Why I applied

## My pledge

## What I want to write

- [ ] First post
- [ ] Second post
- [ ] Third post

## My rhythm

- **Week 1**: choose a subject, gather, outline
- **Week 2**: draft, revise, hand in

## Where I want to be in the end
`,
    },
    plan: {
      title: '{{name}}: My Plan', summary: 'What I will write for {{name}}, and by when.',
      body: `{{cursor}}

## Posts to write

{{rounds}}

## How I write one

- **Week 1**: choose a subject, gather, outline
- **Week 2**: draft, revise, hand in

## When I fall behind
`,
    },
    submission: {
      title: '{{name}}, Round {{number}}', summary: 'What I handed in for round {{number}} of {{name}}.',
      body: `{{cursor}}

## Why I wrote this

## The post

## In short

## What to write next
`,
    },
    closing: {
      title: 'Leaving {{name}}', summary: 'What I wrote for {{name}}, and what became of my pledge.',
      body: `{{cursor}}

## In numbers

- Posts handed in:
- Rounds missed:

## What became of my pledge

## The post I like best

## What could have gone better

## What comes next
`,
    },
  },
};
