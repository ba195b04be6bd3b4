// The sessions of an event, read off its timetable as people copy it: from a web page, a table, a list, a message. A text that is
// none has no sessions: what is offered to a writer must be worth it.
import type { Session } from './kind';

/** Characters. The timetable of three days with five tracks has a tenth of it. */
const LONGEST = 60_000;
const MOST = 200;

/** @returns breaks and the like left out; empty where the text is no timetable */
export function sessionsIn(text: string): readonly Session[] {
  if (text.length > LONGEST || /\u0000/.test(text)) return [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/).map(line => line.replace(/[\u00a0\u3000\u200b]/g, ' ').trimEnd());
  const found = fromTable(lines) ?? fromLines(lines);
  // times alone are anybody's day
  if (!found.some(({ title, speaker }) => speaker !== undefined || isBreak(title) || TALK.test(title))) return [];
  const seen = new Set<string>();
  // a talk that goes on after the break stands there twice
  return found.filter(({ title, speaker }) => !isBreak(title) && !seen.has(`${title}\n${speaker ?? ''}`) && seen.add(`${title}\n${speaker ?? ''}`)).slice(0, MOST);
}

const CLOCK = String.raw`(?:(?:오전|오후|AM|PM)\s*)?\d{1,2}(?::\d{2}|시(?:\s*\d{1,2}분)?)(?:\s*(?:AM|PM))?`;
const TO = String.raw`\s*(?:-|–|—|~|∼|〜|to|부터)\s*`;
const TIME = new RegExp(String.raw`^\s*[[(]?\s*(?:${CLOCK})(?:${TO}(?:${CLOCK})?(?:까지)?)?\s*[\])]?(?=$|[\s:|,·•-])\s*(?:\(?\d{1,3}\s*(?:분|min(?:ute)?s?)\)?)?\s*[:|·•,-]?\s*`, 'i');
const DURATION = /^\(?\d{1,3}\s*(?:분|min(?:ute)?s?|['’])\)?$|^\d{1,2}\s*시간$/i;
const BULLET = /^\s*(?:[-*+•·▪■◦]\s+|\d{1,2}[.)]\s+(?=\S)|#{1,6}\s+|>\s*)/;
const PLACE = /^(?:(?:\d+\s*(?:층|호|관|홀|F)|(?:room|hall|홀|룸|강당|대강당|컨퍼런스룸|track|트랙|세션장|온라인|online|stage|무대)\s*[\w가-힣.-]{0,12}|[A-Z]\d{0,3}(?:\s*홀|호)?(?![a-z가-힣]))\s*)+$/i;

/** What is no talk: the words for breaks and formalities, and what may stand beside them. */
const BREAK = /점심|식사|휴식|쉬는\s*시간|휴게|등록|접수|입장|체크\s*인|커피|다과|네트워킹|폐회|개회|클로징|오프닝|마무리|경품|추첨|기념\s*촬영|사진\s*촬영|자리\s*이동|이동|정리|뒤풀이|저녁|럭키\s*드로우|환영\s*인사|인사말|축사|coffee|lunch|dinner|breakfast|break|registration|check-?\s*in|doors?\s*open|networking|closing|opening|welcome|wrap-?\s*up|after\s*-?party|reception|photo|raffle|free\s*time/gi;
const BESIDE = /시간|안내|준비|및|과|와|인사|행사|이벤트|참가자|단체|자유|remarks?|address|ceremony|session|time|and|the|&|\d+\s*분|\d+|min(?:ute)?s?|[\s/,.()[\]:·~+-]/gi;
const TALK = /키노트|기조|keynote|발표|강연/i;

function isBreak(title: string): boolean {
  if (TALK.test(title)) return false;
  const rest = title.replace(BREAK, '');
  return rest !== title && rest.replace(BESIDE, '').replace(/[^\p{L}\p{N}]/gu, '').length <= 1;
}

// Tables.

const HEADS: readonly (readonly [role: Role, pattern: RegExp])[] = [
  ['time', /^(?:시간|시각|일시|일정|time|when|schedule)$/i], ['speaker', /^(?:발표자|연사|강연자|발표|진행|강사|이름|speakers?|presenters?|who|by)$/i],
  ['title', /^(?:제목|주제|세션|세션명|발표\s*제목|발표\s*주제|내용|프로그램|강연|title|talks?|topics?|sessions?|subject|program)$/i],
  ['other', /^(?:장소|비고|구분|번호|no\.?|소속|회사|company|room|place|where|notes?|난이도|level|링크|자료|#|duration|소요\s*시간|language)$/i],
  ['track', /^(?:트랙|track|room|hall|홀|stage|룸)\s*[\w가-힣-]{1,12}(?:\s*\(.*\))?$|^[A-Z](?:\s*(?:홀|관|룸|트랙))$|^[\w가-힣]+\s*(?:트랙|홀|룸|track|hall|room)$/i],
];
type Role = 'time' | 'title' | 'speaker' | 'track' | 'other';

const roleOf = (cell: string): Role | undefined => HEADS.find(([, pattern]) => pattern.test(cell.trim()))?.[0];

/** Undefined for what is no table. */
function fromTable(lines: readonly string[]): readonly Session[] | undefined {
  const written = lines.filter(line => line.trim() !== '');
  const sign = ['\t', '|'].find(mark => written.filter(line => line.includes(mark)).length >= Math.max(2, written.length * 0.6));
  if (sign === undefined) return undefined;
  const rows = written.filter(line => line.includes(sign) && !/^[\s|:+-]+$/.test(line)).map(line => cells(line, sign));
  const [first = []] = rows;
  const heads = first.map(roleOf);
  const hasHead = heads.filter(role => role !== undefined).length * 2 > first.length && !first.some(cell => isTime(cell));
  const roles = hasHead ? heads : undefined;
  const body = hasHead ? rows.slice(1) : rows;
  const isTimed = body.filter(row => row.some(isTime)).length >= 2;
  if (!isTimed && !(roles?.includes('title') && (roles.includes('speaker') || roles.includes('time')))) return isTimed ? [] : sign === '|' ? undefined : [];
  return body.flatMap(row => (roles?.filter(role => role === 'track').length ?? 0) > 1 || (roles === undefined && isParallel(body)) ? parallel(row, roles) : fromRow(row, roles));
}

const cells = (line: string, sign: string): readonly string[] => (sign === '|' ? line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/) : line.split(sign)).map(cell => tidy(cell));

const isTime = (cell: string): boolean => { const found = TIME.exec(cell); return found !== null && found[0].length === cell.length && cell !== ''; };

/** Three columns and more in which cells name speakers themselves: each is a talk. */
const isParallel = (rows: readonly (readonly string[])[]): boolean => rows.filter(row => row.filter(cell => !isTime(cell) && split(cell).speaker !== undefined).length > 1).length * 2 >= rows.filter(row => !row.some(isBreak)).length && rows.length > 1;

function parallel(row: readonly string[], roles: readonly (Role | undefined)[] | undefined): readonly Session[] {
  return row.filter((cell, at) => cell !== '' && !isTime(cell) && !DURATION.test(cell) && (roles === undefined || roles[at] === 'track' || roles[at] === 'title' || at >= roles.length)).map(split);
}

function fromRow(row: readonly string[], roles: readonly (Role | undefined)[] | undefined): readonly Session[] {
  const of = (role: Role): string | undefined => { const at = roles?.indexOf(role) ?? -1; return at < 0 ? undefined : row[at] || undefined; };
  const title = of('title');
  if (title !== undefined) return [named(split(title), of('speaker'))];
  const rest = row.filter((cell, at) => cell !== '' && !isTime(cell) && !DURATION.test(cell) && !PLACE.test(cell) && !(roles && ['other', 'time'].includes(roles[at] ?? '')));
  const [head, who] = rest;
  if (head === undefined) return [];
  return [named(split(head.replace(TIME, '')), who)];
}

const named = (session: Session, speaker: string | undefined): Session => (speaker === undefined || session.speaker !== undefined || /^[-–—]$/.test(speaker) ? session : { title: session.title, speaker: person(speaker) });

// Lines.

interface Line {
  readonly text: string;
  readonly hasTime: boolean;
  readonly isBulleted: boolean;
}

function fromLines(lines: readonly string[]): readonly Session[] {
  const read = lines.flatMap((line): Line[] => {
    const bare = line.replace(BULLET, '');
    const time = TIME.exec(bare);
    const text = tidy(time ? bare.slice(time[0].length) : bare);
    return text === '' && !time ? [] : [{ text, hasTime: time !== null, isBulleted: bare !== line }];
  });
  const times = read.filter(({ hasTime }) => hasTime).length;
  if (times >= 2) return slots(read).flatMap(inSlot);
  // without times, a list is one only if nearly every entry names its speaker
  const entries = read.map(({ text }) => split(text));
  const spoken = entries.filter(({ speaker }) => speaker !== undefined && isPerson(speaker)).length;
  if (read.length >= 2 && spoken >= 2 && spoken >= read.length * 0.8) return entries.filter(({ speaker }) => speaker !== undefined);
  return pairs(read);
}

/** What stands from one time to the next; what stands above the first is the event's name and day. */
function slots(lines: readonly Line[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  for (const { text, hasTime } of lines) {
    if (hasTime) found.push([]);
    if (text !== '') found.at(-1)?.push(text);
  }
  return found;
}

/** The title, and the speaker below it; in rooms at the same time, one pair after the other. */
function inSlot(lines: readonly string[]): readonly Session[] {
  const found: Session[] = [];
  for (const text of lines.filter(line => !DURATION.test(line) && !PLACE.test(line))) {
    const last = found.at(-1);
    if (last && last.speaker === undefined && isPerson(text)) found[found.length - 1] = { title: last.title, speaker: person(text) };
    // what stands below title and speaker says more about the talk
    else if (!last || split(text).speaker !== undefined) found.push(split(text));
  }
  return found;
}

/** Title and speaker in turn, without times: all of the second lines must be people. */
function pairs(lines: readonly Line[]): readonly Session[] {
  if (lines.length < 4 || lines.length % 2) return [];
  const found = lines.flatMap(({ text }, at) => (at % 2 ? [] : [{ title: text, speaker: lines[at + 1]!.text }]));
  return found.every(({ title, speaker }) => isPerson(speaker) && !isPerson(title)) ? found.map(({ title, speaker }) => ({ title, speaker: person(speaker) })) : [];
}

// A title and its speaker.

const LABEL = /^(?:발표자?|연사|강연자?|speakers?|presenters?|by)\s*[:：]?\s+|^(?:발표자|연사|강연자|speakers?)\s*[:：]\s*|^by\s+/i;
const NAME = String.raw`(?:[가-힣]{2,4}|[A-Z][\p{L}.'’-]*(?:\s+[A-Z][\p{L}.'’-]*){1,3})`;
const ROLE = String.raw`(?:\s*(?:님|씨|교수|박사|대표|팀장|개발자|연구원|엔지니어|CTO|CEO|PM|매니저))*`;
const AFFILIATION = String.raw`(?:\s*[(（[@,/|·][^()（）]{1,40}[)）\]]?)?`;
const PERSON = new RegExp(String.raw`^${NAME}${ROLE}${AFFILIATION}(?:\s*[,·&/]\s*${NAME}${ROLE}${AFFILIATION})*$`, 'u');
/** 님 says it whatever the name. */
const HONOURED = /^[^\n]{1,30}\s?님(?:\s*[(（[@,/][^()]{1,40}[)）\]]?)?$/;

function isPerson(text: string): boolean {
  const bare = text.replace(LABEL, '');
  return bare !== text ? bare.length <= 60 : text.length <= 60 && !isBreak(text) && (PERSON.test(text) && !COMMON.test(text) || HONOURED.test(text));
}

/** Words of two to four syllables that stand where names do and are none. */
const COMMON = /^(?:소개|발표|질문|토론|패널|라이트닝|개발|운영|배포|설계|시작|도입|결론|정리|후기|회고|키노트|오픈소스|데이터|인프라|백엔드|프론트|클라우드|마이그레이션|Q&A)/;

const person = (text: string): string => tidy(text.replace(LABEL, ''));

/** `제목 - 발표자`, `제목 | 발표자`, `제목 (발표자)`, `제목 by 발표자`, `발표자: 제목` is a title. */
function split(text: string): Session {
  for (const sign of [/\s+[—–]\s+/g, /\s+-\s+/g, /\s*\|\s*/g, /\s+\/\s+/g, /\s*,?\s+by\s+(?=\S)/gi, /\s*(?:발표자?|연사|speaker)\s*[:：]\s*/gi]) {
    const last = [...text.matchAll(sign)].at(-1);
    if (!last || last.index === 0) continue;
    const title = tidy(text.slice(0, last.index));
    const speaker = person(text.slice(last.index + last[0].length));
    if (title !== '' && speaker !== '' && (isPerson(speaker) || /발표|연사|speaker|by/i.test(last[0]) || (/[—–-]/.test(last[0]) && speaker.length <= 20 && !isBreak(title)))) return { title, speaker };
  }
  const [, title = '', inside = ''] = /^(.+?)\s*[(（]([^()（）]{2,40})[)）]$/.exec(text) ?? [];
  return title !== '' && isPerson(inside) ? { title: tidy(title), speaker: person(inside) } : { title: tidy(text), speaker: undefined };
}

const tidy = (text: string): string => text.replace(/<br\s*\/?>/gi, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__|`)(.*?)\1/g, '$2').replace(/\s+/g, ' ').replace(/^["“”']+|["“”']+$/g, '').trim();
