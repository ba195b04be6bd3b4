// A made-up Hugo blog of any size, the same each time: Korean posts of about 5 KB with links to each other, to their headings and
// to pictures, tags, code and lists. One link in fifty leads nowhere, as happens.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS = ['배포', '서버', '캐시', '회고', '테스트', '리뷰', '성능', '쿼리', '인덱스', '컨테이너', '로그', '지표', '장애', '복구', '설계', '경계', '타입', '함수', '상태', '동시성', '메모리', '네트워크', '대시보드', '알림', '스키마', '이벤트', '큐', '워커', '세션', '토큰'];
const ENDINGS = ['을 다시 살펴보았습니다', '에서 배운 것을 적습니다', '이 느려진 까닭을 찾았습니다', '을 나누어 맡기로 했습니다', '을 먼저 재어 보아야 합니다', '이 생각보다 단순했습니다', '을 고치는 데 사흘이 걸렸습니다'];
const PICTURES = 200;
const TAGS = ['회고', '성능', '데이터베이스', '프런트엔드', '운영', 'Kubernetes', 'TypeScript', '글쓰기', '테스트 자동화', 'C++'];

/** A random number below `limit`, by a seed (mulberry32). @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const year = (/** @type {number} */ index) => 2016 + (index % 10);
const month = (/** @type {number} */ index) => String(1 + (index % 12)).padStart(2, '0');
const address = (/** @type {number} */ index) => `/${year(index)}/${month(index)}/글-${index}/`;

/** @param {string} folder is made @param {number} count of posts */
export function makeBlog(folder, count) {
  for (const [name, text] of blogFiles(count)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

/** Names and texts. @param {number} count of posts @returns {Generator<[string, string]>} */
export function* blogFiles(count) {
  yield ['hugo.toml', 'baseURL = "https://blog.example.com/"\nlanguageCode = "ko"\ntitle = "큰 블로그"\ntimeZone = "Asia/Seoul"\n\n[permalinks]\nposts = "/:year/:month/:slugorfilename/"\n'];
  for (const name of ['single', 'list']) yield [`layouts/_default/${name}.html`, '<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>\n'];
  for (let index = 0; index < PICTURES; index++) yield [`static/images/그림-${index}.png`, 'PNG'];
  for (let index = 0; index < count; index++) yield [`content/posts/${year(index)}/글-${index}.md`, madeUp(index, count)];
}

/** @param {number} index @param {number} count */
function madeUp(index, count) {
  const roll = dice(index + 1);
  const pick = (/** @type {string[]} */ list) => list[roll(list.length)] ?? '';
  const sentence = () => `${pick(WORDS)}와 ${pick(WORDS)}, 그리고 ${pick(WORDS)}${pick(ENDINGS)}. `;
  const other = () => roll(count);
  let text = `---\ntitle: "${pick(WORDS)} ${pick(WORDS)} ${index}"\ndate: ${year(index)}-${month(index)}-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00+09:00\ndescription: ${pick(WORDS)}에 관한 ${index}번째 글\ntags: [${pick(TAGS)}, ${pick(TAGS)}]\n---\n\n`;
  for (let section = 0; section < 5; section++) {
    const [first, second, third] = [other(), other(), other()];
    const broken = roll(10) === 0 ? '-없음' : '';
    text += `## ${pick(WORDS)} ${section}\n\n${sentence()}${sentence()}**${pick(WORDS)}**${sentence()}${sentence()}\n\n`
      + `앞의 [글 ${first}](${address(first)})과 [글 ${second}](../../../${address(second).slice(1)}#결론)를 이었습니다. ${sentence()}\n\n`
      + `![${pick(WORDS)} 그림](/images/그림-${roll(PICTURES)}${broken}.png)\n\n- ${sentence()}\n- [글 ${third}]({{< ref "글-${third}.md" >}})\n- \`${pick(WORDS)}\`와 <https://example.com/${roll(1000)}>\n\n`
      + `\`\`\`ts\nconst 값 = ${roll(1000)};\nexport function 하나(수: number): number {\n  return 수 * 값; // ${sentence()}\n}\n\`\`\`\n\n`;
  }
  return `${text}## 결론\n\n${sentence()}${sentence()}\n\n[맨 앞으로](#결론)\n`;
}
