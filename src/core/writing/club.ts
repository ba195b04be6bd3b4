import { chooseParticles } from '../language';
import type { Kind } from './kind';

/** Names in Latin letters have readings we do not know: 를 is what most people write. */
const withObjectParticle = (name: string): string => chooseParticles(`${name}을(를)`).replace('을(를)', '를');

export const club: Kind = {
  id: 'club',
  name: 'Writing-Club Post',
  detail: 'Joining a writing club: why, and what to write',
  asks: 'title',
  question: 'Which writing club is it?',
  example: '글또 10기',
  isWrittenAhead: false,
  recognizes: ({ path }, title) => /글또|글쓰기\s*모임|글쓰는\s*(?:모임|개발자)|블로그\s*(?:스터디|챌린지|포스팅)|writing\s*club/i.test(title) || /geultto|writing-club|글또/i.test(path),
  draft({ date, title = '글쓰기 모임' }) {
    return {
      name: `${title} 시작하며`,
      head: { title: `${withObjectParticle(title)} 시작하며`, date, summary: `${title}에 참여하며 정한 다짐과 글감, 쓰는 주기를 적었습니다.`, categories: ['general'], tags: [title.split(/\s/)[0]!], isDraft: true },
      body: `|

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
    };
  },
};
