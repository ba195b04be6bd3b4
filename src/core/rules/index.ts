import type { Rule } from '../rule';
import { dateInvalid } from './date-invalid';
import { dateMissing } from './date-missing';
import { draft } from './draft';
import { emphasisFlanking } from './emphasis-flanking';
import { frontMatterMissing } from './front-matter-missing';
import { frontMatterSyntax } from './front-matter-syntax';
import { imageAlt } from './image-alt';
import { linkAnchor } from './link-anchor';
import { linkEmpty } from './link-empty';
import { linkReference } from './link-reference';
import { linkTarget } from './link-target';
import { sectionEmpty } from './section-empty';
import { summaryMissing } from './summary-missing';
import { titleMissing } from './title-missing';

/** In the order in which a post is read. */
export const RULES: readonly Rule[] = [
  frontMatterMissing, frontMatterSyntax, titleMissing, summaryMissing, dateMissing, dateInvalid, draft,
  sectionEmpty, emphasisFlanking, linkTarget, linkAnchor, linkReference, linkEmpty, imageAlt,
];
