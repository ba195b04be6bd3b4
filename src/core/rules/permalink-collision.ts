import type { Facts } from '../facts';
import { rivalsOf } from '../publication';
import type { Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import { placeOfField } from './head';

export const permalinkCollision: FactsRule = {
  id: 'permalink-collision',
  summary: 'Two pages have the same address, and one of them is lost.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    if (!site.index.isComplete) return;
    const [rival] = rivalsOf(page, site);
    if (rival === undefined) return;
    yield {
      span: placeOfField(page, ['url', 'permalink', 'slug', 'title']),
      message: site.say('{0} has the same address, "{1}": one of the two will be lost.', rival, site.flavor.url(page, site) ?? ''),
    };
  },
};
