// The heaviest common subsequence of two sequences, of which only a few elements are equal: Hunt and Szymanski's method, with
// weights, in n log n of the equal pairs instead of the product of the lengths.

/** Indices in the first and in the second sequence, of elements that are equal. */
export type Pair = readonly [first: number, second: number];

/**
 * Of the pairs those that rise in both sequences and together weigh most, in their order.
 * @param weight of an element of the first sequence; not negative
 */
export function heaviestRun(pairs: readonly Pair[], weight: (first: number) => number): readonly Pair[] {
  // of pairs with the same second index the one with the larger first comes first, so that none can follow another
  const sorted = [...pairs].sort((a, b) => a[1] - b[1] || b[0] - a[0]);
  const size = Math.max(0, ...sorted.map(([first]) => first + 1));
  /** A Fenwick tree: over first indices up to one, the pair that ends the heaviest run. */
  const best: (number | undefined)[] = new Array<number | undefined>(size + 1).fill(undefined);
  const sums: number[] = [];
  const before: (number | undefined)[] = [];
  const heavier = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined ? b : b === undefined || sums[a]! >= sums[b]! ? a : b);
  let last: number | undefined;
  sorted.forEach(([first], at) => {
    let earlier: number | undefined;
    for (let index = first; index > 0; index -= index & -index) earlier = heavier(earlier, best[index]);
    sums[at] = (earlier === undefined ? 0 : sums[earlier]!) + weight(first);
    before[at] = earlier;
    for (let index = first + 1; index <= size; index += index & -index) best[index] = heavier(best[index], at);
    last = heavier(last, at);
  });
  const run: Pair[] = [];
  for (let at = last; at !== undefined; at = before[at]) run.push(sorted[at]!);
  return run.reverse();
}
