import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chooseParticles, speaker } from '../../src/core/language';

describe('language', () => {
  it('fills placeholders in any order, and leaves those without a value', () => {
    assert.equal(speaker()('{1} before {0}, {2}', 'a', 'b'), 'b before a, {2}');
    assert.equal(speaker({ '{0} of {1}': '{1}의 {0}' })('{0} of {1}', 1, 2), '2의 1');
  });

  it('says what no table has in English, and never touches English', () => {
    assert.equal(speaker({})('Draft'), 'Draft');
    assert.equal(speaker()('글이(가)'), '글이(가)');
  });

  it('does not take placeholders in a value for its own', () => assert.equal(speaker()('"{0}" and "{1}"', '{1}', 'b'), '"{1}" and "b"'));

  const PARTICLES: readonly (readonly [string, string])[] = [
    ['글이(가)', '글이'], ['회고이(가)', '회고가'],
    ['글을(를)', '글을'], ['회고을(를)', '회고를'],
    ['글은(는)', '글은'], ['회고은(는)', '회고는'],
    ['글과(와)', '글과'], ['회고과(와)', '회고와'],
    ['글(으)로', '글로'], ['섹션(으)로', '섹션으로'], ['회고(으)로', '회고로'], ['서울(으)로', '서울로'],
    ['목록(이)라는', '목록이라는'], ['설치(이)라는', '설치라는'],
    ['"그림"이(가)', '"그림"이'], ['‘초고’을(를)', '‘초고’를'], ['[회고](으)로', '[회고]로'],
    // as digits are read: 영 일 이 삼 사 오 육 칠 팔 구
    ['2026이(가)', '2026이'], ['2025이(가)', '2025가'], ['1을(를)', '1을'], ['2을(를)', '2를'], ['8(으)로', '8로'], ['10(으)로', '10으로'],
    // nobody knows how the writer reads these
    ['"arch.png"이(가)', '"arch.png"이(가)'], ['C++을(를)', 'C++을(를)'],
  ];
  for (const [pair, chosen] of PARTICLES) it(`${pair} is ${chosen}`, () => assert.equal(chooseParticles(pair), chosen));

  it('leaves no pair behind a syllable, whichever', () => {
    fc.assert(fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), fc.constantFrom('이(가)', '을(를)', '은(는)', '과(와)', '(이)라는', '(으)로'), (code, pair) => {
      const said = chooseParticles(`"${String.fromCharCode(code)}"${pair}`);
      assert.ok(!/[()]/.test(said), said);
    }));
  });
});
