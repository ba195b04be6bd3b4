// Every sentence that the product says has a Korean one, and the table has no others.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Command } from '../src/cli/cli';
import { addLinkCommand } from '../src/cli/addlink';
import { copyCommand } from '../src/cli/copy';
import { lintCommand } from '../src/cli/lint';
import { listCommand } from '../src/cli/list';
import { newCommand } from '../src/cli/new';
import { renderCommand } from '../src/cli/render';
import { rhythmCommand } from '../src/cli/rhythm';
import { bundleCommand, publishCommand, slugCommand, unpublishCommand } from '../src/cli/reshape';
import { seriesCommand } from '../src/cli/series';
import { speaker } from '../src/core/language';
import { KINDS } from '../src/core/writing';

const KOREAN = JSON.parse(readFileSync('media/l10n/bundle.l10n.ko.json', 'utf8')) as Readonly<Record<string, string>>;
const SOURCES = readdirSync('src', { recursive: true }).map(file => `src/${String(file)}`).filter(file => file.endsWith('.ts'));

/** The string literals in the first argument of each call of `say` (and of `problem` in settings.ts and `CannotRun`, whose messages are said later). */
function sentencesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const call of text.matchAll(/\b(?:say|problem|CannotRun)\(/g)) {
    let depth = 0;
    for (let at = call.index + call[0].length; at < text.length; at++) {
      const letter = text[at]!;
      if (letter === "'" || letter === '"') {
        const literal = (letter === "'" ? /'(?:\\.|[^'\\\n])*'/y : /"(?:\\.|[^"\\\n])*"/y);
        literal.lastIndex = at;
        const [written = ''] = literal.exec(text) ?? [];
        found.push(written.slice(1, -1).replace(/\\(.)/g, '$1'));
        at += Math.max(0, written.length - 1);
      } else if ('([{'.includes(letter)) depth++;
      else if (')]}'.includes(letter) && depth-- === 0) break;
      else if (letter === ',' && depth === 0) break;
    }
  }
  return found;
}

const COMMANDS: readonly Command[] = [lintCommand, renderCommand, listCommand, seriesCommand, rhythmCommand, newCommand, publishCommand, unpublishCommand, slugCommand, bundleCommand, addLinkCommand, copyCommand];
const SAID = new Set([
  ...SOURCES.flatMap(file => sentencesIn(readFileSync(file, 'utf8'))),
  ...COMMANDS.flatMap(({ about, help }) => [about, ...help.map(([, text]) => text)]),
  ...KINDS.flatMap(({ name, detail, question, variants }) => [name, detail, ...(question === undefined ? [] : [question]), ...(variants ? [variants.question, ...variants.of.flatMap(each => [each.name, each.detail])] : [])]),
]);
const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('the Korean table', () => {
  it('has every sentence', () => assert.deepEqual([...SAID].filter(sentence => !(sentence in KOREAN)).sort(), []));

  it('has no sentence that nobody says', () => assert.deepEqual(Object.keys(KOREAN).filter(sentence => !SAID.has(sentence)), []));

  it('keeps the placeholders', () => {
    assert.deepEqual(Object.entries(KOREAN).filter(([english, korean]) => placeholders(english).join() !== placeholders(korean).join()), []);
  });

  it('is in order, without blanks at the ends, exclamation marks or sentences left in English', () => {
    const keys = Object.keys(KOREAN);
    assert.deepEqual(keys, [...keys].sort());
    assert.deepEqual(Object.values(KOREAN).filter(korean => korean !== korean.trim() || /!/.test(korean) || !/[가-힣]/.test(korean)), []);
  });

  it('ends a sentence where the English one ends', () => {
    assert.deepEqual(Object.entries(KOREAN).filter(([english, korean]) => /\.$/.test(english) !== /\.$/.test(korean)), []);
  });

  it('reads well with names in it', () => {
    const say = speaker(KOREAN);
    assert.equal(say('"{0}" is no heading of "{1}".', '#설치', 'Docker 입문'), '"Docker 입문"에 "#설치"라는 제목이 없습니다.');
    assert.equal(say('"{0}" is no heading of this post.', '#목록'), '이 글에 "#목록"이라는 제목이 없습니다.');
    assert.equal(say('"{0}" is not on the site.', '/images/arch.png'), '"/images/arch.png"이(가) 사이트에 없습니다.');
    assert.equal(say('"{0}" is not on the site.', '/첨부/그림'), '"/첨부/그림"이 사이트에 없습니다.');
    assert.equal(say('Change to "{0}"', '2026-11-30'), '"2026-11-30"으로 바꾸기');
    assert.equal(say('{0} will show these ** as they are.', 'Hugo'), 'Hugo에서는 이 **가 글자 그대로 보입니다.');
  });
});
