// What the rest of a blog sees of a page. An edit that leaves it as it was changes nothing in any other post.
import type { Facts } from './facts';
import type { Site } from './site';
import { claimsOf } from './writing/claims';
import { numberClaimsOf } from './writing/numberclaims';
import { repeatable } from './writing/repeats';

/** Two faces that are the same lead every link to the same place. */
export function faceOf(page: Facts | undefined, site: Site): string {
  if (!page || !site.flavor.isPage(page.path, site)) return '';
  const { title, headings, anchors, looseAnchors, mayHaveMoreAnchors, frontMatter } = page;
  return JSON.stringify([
    title, site.flavor.hidden(page, site), site.flavor.outputs(page, site),
    headings.map(({ text, id }) => [text, id]), [...anchors], looseAnchors, mayHaveMoreAnchors,
    // an issue of a series is held against the others
    claimsOf(page, site), numberClaimsOf(page, site), repeatable(page),
    site.flavor.shapesOthers(page.path, site) ? frontMatter?.fields.map(({ key, value }) => [key, value]) : undefined,
  ]);
}
