import assert from 'node:assert/strict';
import { isoDay } from '../../src/core/dates';
import { speaker } from '../../src/core/language';
import { dueInShort, dueInWords, dueOf, readRhythm } from '../../src/core/rhythm';
import { blog, HUGO } from '../blog';

const read = (written: unknown): unknown => {
  const problems: string[] = [];
  const rhythm = readRhythm(written, (message, ...args) => problems.push(message.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '')));
  return problems.length ? problems : rhythm;
};

interface Told {
  readonly rhythm: unknown;
  /** Days, or whole front matter, of posts. */
  readonly posts: readonly string[];
  readonly now?: string;
  readonly timeZone?: string;
}

function due({ rhythm, posts, now = '2026-11-24T03:00:00Z', timeZone = 'Asia/Seoul' }: Told): string | undefined {
  const files = Object.fromEntries(posts.map((head, index) => [`content/post/${index}.md`, `---\ntitle: 글 ${index}\n${head.includes(':') && head.startsWith('date') ? head : `date: ${head}`}\n---\n`]));
  const { site } = blog({ ...HUGO, 'hugo.toml': 'timeZone = "Asia/Seoul"\n', 'tech-post.json': JSON.stringify({ rhythm }), ...files }, { now, timeZone });
  const found = dueOf(site);
  return found && `${isoDay(found.day)} ${dueInShort(found, speaker())}`;
}

describe('rhythm', () => {
  it('is a time, or an object', () => {
    assert.deepEqual(read('2 weeks'), { count: 2, unit: 'week', posts: 1 });
    assert.deepEqual(read('week'), { count: 1, unit: 'week', posts: 1 });
    assert.deepEqual(read('2주'), { count: 2, unit: 'week', posts: 1 });
    assert.deepEqual(read('10일'), { count: 10, unit: 'day', posts: 1 });
    assert.deepEqual(read({ every: '3 months', posts: 2 }), { count: 3, unit: 'month', posts: 2 });
    assert.equal((read({ every: '2 weeks', from: '2026-03-02' }) as { from: { month: number } }).from.month, 3);
  });

  it('says what it cannot be', () => {
    assert.deepEqual(read('often'), ['A rhythm is a number of days, weeks or months such as "2 weeks", not "often".']);
    assert.deepEqual(read(14), ['A rhythm is a number of days, weeks or months such as "2 weeks", not "14".']);
    assert.deepEqual(read('0 days'), ['A rhythm is a number of days, weeks or months such as "2 weeks", not "0 days".']);
    assert.deepEqual(read({ every: 'constructor' }), ['A rhythm is a number of days, weeks or months such as "2 weeks", not "constructor".']);
    assert.deepEqual(read({ every: '2 weeks', from: '2026-02-30' }), ['A rhythm begins on a day such as "2026-03-02", not on "2026-02-30".']);
    assert.deepEqual(read({ every: '2 weeks', posts: 0 }), ['The posts of a rhythm are a whole number from 1 to 100, not "0".']);
    assert.deepEqual(read({ every: '2 weeks', start: 1 }), ['A rhythm has no setting "start".']);
  });

  it('counts from the newest post that has appeared', () => {
    assert.equal(due({ rhythm: '2 weeks', posts: ['2026-11-13', '2026-10-01'] }), '2026-11-27 D-3');
    assert.equal(due({ rhythm: '2 weeks', posts: ['2026-11-13', '2026-11-30', 'date: 2026-11-20\ndraft: true'] }), '2026-11-27 D-3');
    assert.equal(due({ rhythm: '10일', posts: ['2026-11-14'] }), '2026-11-24 D-Day');
    assert.equal(due({ rhythm: '1주', posts: ['2026-11-14'] }), '2026-11-21 D+3');
    assert.equal(due({ rhythm: { every: 'month', posts: 2 }, posts: ['2026-11-20', '2026-10-31'] }), '2026-11-30 D-6');
    assert.equal(due({ rhythm: '2 weeks', posts: [] }), undefined);
  });

  it('keeps fixed turns, and says when a turn’s post is there', () => {
    const rhythm = { every: '2 weeks', from: '2026-11-02' };
    assert.equal(due({ rhythm, posts: ['2026-11-15'] }), '2026-11-29 D-5');
    assert.equal(due({ rhythm, posts: ['2026-11-16'] }), '2026-12-13 handed in');
    assert.equal(due({ rhythm: { ...rhythm, posts: 2 }, posts: ['2026-11-16'] }), '2026-11-29 D-5');
    assert.equal(due({ rhythm, posts: [], now: '2026-10-30T03:00:00Z' }), '2026-11-15 D-16');
    assert.equal(due({ rhythm, posts: [], now: '2026-11-29T14:59:00Z' }), '2026-11-29 D-Day');
    assert.equal(due({ rhythm, posts: [], now: '2026-11-29T15:00:00Z' }), '2026-12-13 D-13');
    assert.equal(due({ rhythm: { every: 'month', from: '2026-08-31' }, posts: [], now: '2026-09-30T03:00:00Z' }), '2026-10-30 D-30');
  });

  it('goes by the writer’s calendar', () => {
    const posts = ['2026-11-10T00:30:00+09:00'];
    assert.equal(due({ rhythm: '2 weeks', posts }), '2026-11-24 D-Day');
    assert.equal(due({ rhythm: '2 weeks', posts, timeZone: 'America/Los_Angeles' }), '2026-11-23 D-Day');
  });

  it('is said in a sentence', () => {
    const day = { year: 2026, month: 11, day: 27, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
    const told = (daysLeft: number, isDone = false): string => dueInWords({ day, daysLeft, isDone }, 'ko', speaker());
    assert.deepEqual([3, 1, 0, -1, -2].map(days => told(days)), [
      'The next post is due in 3 days (11월 27일).', 'The next post is due tomorrow (11월 27일).', 'The next post is due today (11월 27일).',
      'The next post was due yesterday (11월 27일).', 'The next post was due 2 days ago (11월 27일).',
    ]);
    assert.equal(told(9, true), 'Handed in. The next post is due on 11월 27일.');
  });
});
