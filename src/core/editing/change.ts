// A change of links in many pages. The pages are found by the facts that are kept of them; what is changed in each is told by
// its text as it is when the change is made, for facts may lag behind a file by a moment.
import type { Facts } from '../facts';
import type { Edit } from '../span';

export interface Change {
  /** Paths of the pages that have something to change, as far as is known. */
  readonly pages: readonly string[];
  /** In offsets of the text of which these facts were made. */
  editsIn(page: Facts): readonly Edit[];
}

export function changeIn(pages: Iterable<Facts>, editsIn: (page: Facts) => readonly Edit[]): Change {
  return { pages: [...pages].filter(page => editsIn(page).length).map(({ path }) => path), editsIn };
}
