// Which language a new post is written in: the posts tell, else the site, else the person who asks.
import type { Site } from '../site';
import type { Tongue } from './kind';
import { wholePost, type Page } from './series';

export const HANGUL = /[가-힣]/;
const BEGINNING = 2000;

/** @param pages of which those that are whole posts tell */
export function tongueOf(pages: readonly Page[], site: Site): Tongue {
  const own = pages.flatMap(page => (site.flavor.isPost(page.path, site) ? wholePost(page) ?? [] : []));
  // titles are often in Latin letters, and texts quote
  if (own.length) return own.filter(({ text, body }) => HANGUL.test(text.slice(0, body.start + BEGINNING))).length * 2 >= own.length ? 'ko' : 'en';
  if (HANGUL.test(site.config.title ?? '') || isKorean(site.config.language) || isKorean(site.language)) return 'ko';
  // what an engine takes where nothing is said is no choice of the writer's
  return site.flavor.languageKeys.some(key => site.config.data[key] !== undefined) ? 'en' : 'ko';
}

const isKorean = (language: string): boolean => /^ko\b/i.test(language);
