import type { Rule } from '../rule';
import { buildStopped } from './build-stopped';
import { dateFilenameMismatch } from './date-filename-mismatch';
import { dateInvalid } from './date-invalid';
import { dateMissing } from './date-missing';
import { draft } from './draft';
import { emphasisFlanking } from './emphasis-flanking';
import { frontMatterMissing } from './front-matter-missing';
import { frontMatterSyntax } from './front-matter-syntax';
import { imageAlt } from './image-alt';
import { linkAnchor } from './link-anchor';
import { linkBaseurl } from './link-baseurl';
import { linkCase } from './link-case';
import { linkEmpty } from './link-empty';
import { linkOwnSite } from './link-own-site';
import { linkReference } from './link-reference';
import { linkRepeated } from './link-repeated';
import { linkTarget } from './link-target';
import { linkToDraft } from './link-to-draft';
import { permalinkCollision } from './permalink-collision';
import { postUnpublished } from './post-unpublished';
import { sectionEmpty } from './section-empty';
import { seriesMismatch } from './series-mismatch';
import { summaryMissing } from './summary-missing';
import { titleMissing } from './title-missing';

/** In the order in which a post is read. */
export const RULES: readonly Rule[] = [
  frontMatterMissing, frontMatterSyntax, buildStopped, titleMissing, summaryMissing, dateMissing, dateInvalid, dateFilenameMismatch, seriesMismatch, draft,
  postUnpublished, permalinkCollision, sectionEmpty, emphasisFlanking,
  linkTarget, linkCase, linkBaseurl, linkToDraft, linkAnchor, linkReference, linkEmpty, linkOwnSite, linkRepeated, imageAlt,
];
