// The heaviest common subsequence, against all that there are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { heaviestRun, type Pair } from '../../../src/core/look/run';

describe('look: the heaviest run', () => {
  it('is as heavy as the heaviest of all, and rises in both', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 9 }), fc.array(fc.nat(5), { minLength: 7, maxLength: 7 }), (pairs, weights) => {
      const weight = (run: readonly Pair[]): number => run.reduce((sum, [first]) => sum + weights[first]!, 0);
      const rises = (run: readonly Pair[]): boolean => run.every(([a, b], index) => index === 0 || (run[index - 1]![0] < a && run[index - 1]![1] < b));
      const run = heaviestRun(pairs, first => weights[first]!);
      assert.ok(rises(run));
      let most = 0;
      for (let set = 0; set < 1 << pairs.length; set++) {
        const chosen = pairs.filter((_, index) => set & (1 << index)).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        if (rises(chosen)) most = Math.max(most, weight(chosen));
      }
      assert.equal(weight(run), most);
    }), { numRuns: 300 });
  });
});
