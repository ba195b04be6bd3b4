import assert from 'node:assert/strict';
import { sessionsIn } from '../../../src/core/writing/timetable';

const told = (text: string): readonly string[] => sessionsIn(text).map(({ title, speaker }) => (speaker === undefined ? title : `${title} @ ${speaker}`));
const rows = (...all: readonly string[]): string => all.join('\n');

describe('a timetable', () => {
  const CASES: Readonly<Record<string, readonly [text: string, sessions: readonly string[]]>> = {
    'times, title and speaker in a line': [
      rows('10:00 - 10:40 쿠버네티스 운영 3년 - 김하늘', '10:40 - 11:20 레거시 걷어내기 — 이바다 님 (레몬상사)'),
      ['쿠버네티스 운영 3년 @ 김하늘', '레거시 걷어내기 @ 이바다 님 (레몬상사)'],
    ],
    'times with ~ and without blanks': [rows('10:00~10:40 캐시의 세 얼굴 | 김하늘', '10:50~11:30 로그를 버리는 법 | 이바다'), ['캐시의 세 얼굴 @ 김하늘', '로그를 버리는 법 @ 이바다']],
    'times in brackets': [rows('[10:00] 작은 팀의 배포 / 김하늘', '(11:00) 큰 팀의 배포 / 이바다'), ['작은 팀의 배포 @ 김하늘', '큰 팀의 배포 @ 이바다']],
    'times in Korean words': [rows('오전 10시 여는 이야기 - 김하늘', '오후 2시 30분 닫는 이야기 - 이바다'), ['여는 이야기 @ 김하늘', '닫는 이야기 @ 이바다']],
    'times with am and pm': [rows('10:00 AM - 10:40 AM A Small Cache - Jane Doe', '1:00 PM - 1:40 PM Big Locks - John Roe'), ['A Small Cache @ Jane Doe', 'Big Locks @ John Roe']],
    'breaks, meals and registration left out': [
      rows('09:00 - 10:00 등록 및 입장', '10:00 - 10:40 분산 락 - 김하늘', '10:40 - 10:50 휴식', '12:00 - 13:00 점심 시간', '13:00 - 13:40 이벤트 소싱 - 이바다', '17:00 경품 추첨 및 기념 촬영', '17:30 네트워킹'),
      ['분산 락 @ 김하늘', '이벤트 소싱 @ 이바다'],
    ],
    'English breaks left out': [rows('09:00 Registration', '09:30 Threads and Fibers | Jane Doe', '10:30 Coffee Break', '11:00 Clocks | John Roe', '12:00 Lunch', '17:00 Closing remarks'), ['Threads and Fibers @ Jane Doe', 'Clocks @ John Roe']],
    'a talk about lunch kept': [rows('10:00 점심시간 예약 시스템 만들기 - 김하늘', '11:00 점심'), ['점심시간 예약 시스템 만들기 @ 김하늘']],
    'the keynote kept': [rows('09:30 오프닝 키노트: 열린 문 - 박가람', '10:00 개회식 인사말'), ['오프닝 키노트: 열린 문 @ 박가람']],
    'columns between tabs, with a head': [
      rows('시간\t제목\t발표자', '09:30\t등록\t', '10:00\tRust로 다시 쓰기\t최샛별', '11:00\t리액트 서버 컴포넌트\tJane Doe'), ['Rust로 다시 쓰기 @ 최샛별', '리액트 서버 컴포넌트 @ Jane Doe'],
    ],
    'columns in another order': [rows('발표자\t소속\t주제\t시간', '김하늘\t레몬상사\t검색 색인 줄이기\t10:00', '이바다\t자몽상사\t검색 순위\t11:00'), ['검색 색인 줄이기 @ 김하늘', '검색 순위 @ 이바다']],
    'columns between tabs, without a head': [rows('10:00\t검색 색인 줄이기\t김하늘', '11:00\t검색 순위\t이바다'), ['검색 색인 줄이기 @ 김하늘', '검색 순위 @ 이바다']],
    'a room among the columns': [rows('10:00\t301호\t검색 색인 줄이기\t김하늘', '11:00\tTrack B\t검색 순위\t이바다'), ['검색 색인 줄이기 @ 김하늘', '검색 순위 @ 이바다']],
    'a table of Markdown': [rows('| 시간 | 세션 | 연사 |', '|:--|---|---|', '| 10:00 | **테스트 두 배 빠르게** | 김하늘 |', '| 11:00 | [타입의 값](https://example.com) | 이바다 |'), ['테스트 두 배 빠르게 @ 김하늘', '타입의 값 @ 이바다']],
    'tracks in columns': [
      rows('| 시간 | 트랙 A | 트랙 B |', '|---|---|---|', '| 10:00 | 설계 - 김하나 | 운영 - 이두리 |', '| 11:00 | 점심 | 점심 |', '| 12:00 | 테스트 (박세나) | 배포 - 최내리 |'), ['설계 @ 김하나', '운영 @ 이두리', '테스트 @ 박세나', '배포 @ 최내리'],
    ],
    'a table of Markdown that has no times': [rows('| 제목 | 발표자 |', '|---|---|', '| 작은 함수 | 김하늘 |', '| 큰 파일 | 이바다 |'), ['작은 함수 @ 김하늘', '큰 파일 @ 이바다']],
    'time, title and speaker in lines of their own': [rows('10:00', '개발자의 글쓰기', '김하늘 (레몬상사)', '', '10:50', '휴식', '', '11:00', '데이터 뜯어보기', 'Lee Bada'), ['개발자의 글쓰기 @ 김하늘 (레몬상사)', '데이터 뜯어보기 @ Lee Bada']],
    'what is told of a talk left out': [rows('10:00 개발자의 글쓰기', '김하늘', '글을 쓰면 무엇이 좋아지는지 이야기합니다.', '11:00 데이터 뜯어보기', '이바다', '파이프라인의 속을 봅니다.'), ['개발자의 글쓰기 @ 김하늘', '데이터 뜯어보기 @ 이바다']],
    'titles and speakers in turn': [rows('테스트 주도 개발 다시 보기', '김하늘', '모노레포 1년', '이바다', '접근성 첫걸음', '박가람'), ['테스트 주도 개발 다시 보기 @ 김하늘', '모노레포 1년 @ 이바다', '접근성 첫걸음 @ 박가람']],
    'a list without times': [rows('- 쿼리 튜닝 / 김하늘', '- 캐시 다시 보기 / 이바다'), ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'a numbered list': [rows('1. 쿼리 튜닝 - 김하늘', '2. 캐시 다시 보기 - 이바다'), ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'speakers in parentheses': [rows('10:00 쿼리 튜닝 (김하늘)', '11:00 캐시 다시 보기(이바다)'), ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'speakers behind by': [rows('10:00 Small caches by Jane Doe', '11:00 Large caches by John Roe'), ['Small caches @ Jane Doe', 'Large caches @ John Roe']],
    'speakers with a label': [rows('10:00 쿼리 튜닝', '발표자: 하늘 (레몬상사)', '11:00 캐시 다시 보기', '연사: 바다'), ['쿼리 튜닝 @ 하늘 (레몬상사)', '캐시 다시 보기 @ 바다']],
    'two speakers': [rows('10:00 같이 짜기 - 김하늘, 이바다', '11:00 혼자 짜기 - 박가람'), ['같이 짜기 @ 김하늘, 이바다', '혼자 짜기 @ 박가람']],
    'a title with a hyphen of its own': [rows('10:00 CI - 느린 것과 빠른 것 - 김하늘', '11:00 끝에서 끝까지 - 이바다'), ['CI - 느린 것과 빠른 것 @ 김하늘', '끝에서 끝까지 @ 이바다']],
    'durations': [rows('10:00 (40분) 쿼리 튜닝 - 김하늘', '11:00 (20 min) 캐시 다시 보기 - 이바다'), ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'CR LF, a byte order mark and odd blanks': ['\uFEFF10:00\u00a0쿼리 튜닝 - 김하늘\r\n11:00\u3000캐시 다시 보기 - 이바다\r\n', ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'the name of the event above': [rows('레몬 콘퍼런스 2026', '2026년 11월 21일', '10:00 쿼리 튜닝 - 김하늘', '11:00 캐시 다시 보기 - 이바다'), ['쿼리 튜닝 @ 김하늘', '캐시 다시 보기 @ 이바다']],
    'a talk that stands there twice': [rows('10:00 쿼리 튜닝 - 김하늘', '11:00 쿼리 튜닝 - 김하늘'), ['쿼리 튜닝 @ 김하늘']],
  };
  for (const [name, [text, sessions]] of Object.entries(CASES)) it(name, () => assert.deepEqual(told(text), sessions));

  const NONE: Readonly<Record<string, string>> = {
    'nothing': '', 'a sentence with a time': '내일 10:00 회의가 있습니다. 자료는 메일로 보냈습니다.', 'code': 'const a = 1;\nfunction b() {\n  return a - 1;\n}\n',
    'a link': 'https://example.com/10:00-title', 'a log': '2026-11-24 10:00:01 INFO started - main\n2026-11-24 10:00:02 WARN slow - main\n', 'a plan of a day': '- 09:00 기상\n- 10:00 운동\n',
    'prose': '첫 문장입니다. 둘째 문장입니다.\n\n셋째 문장 - 아마도 - 그렇습니다.\n', 'a post': '---\ntitle: 글\n---\n\n## 하나\n\n본문\n\n## 둘\n\n본문\n', 'numbers': '1\t2\t3\n4\t5\t6\n', 'what is no text': 'a\u0000b\n10:00 가 - 김하늘\n11:00 나 - 이바다',
  };
  for (const [name, text] of Object.entries(NONE)) it(`is not ${name}`, () => assert.deepEqual(told(text), []));

  it('is not a megabyte of anything, however it is made', () => {
    for (const piece of ['10:00 가나다 - 김하늘\n', '가', '( ', 'A b. ', '님 ', '| 10:00 '] ) {
      assert.deepEqual(sessionsIn(piece.repeat(1_000_000 / piece.length)), []);
      // as long as may be
      sessionsIn(piece.repeat(59_000 / piece.length));
    }
  }).timeout(10_000);
});
