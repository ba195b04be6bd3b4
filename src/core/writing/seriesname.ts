// What the file names of a series have in common, and where a file's own name stands.
import { splitPath } from '../files';

/** `index.md`, or `index.ko.md`: a bundle of Hugo's, which is named by its folder. */
const BUNDLE = /^index(?:\.[a-z-]{2,5})?$/i;

/** The file's own name: without date, language and extension; for a bundle its folder's. */
export function nameOf(path: string): string {
  return ownName(path).replace(/^\d{4}-\d{1,2}-\d{1,2}[-_]?/, '').normalize('NFC');
}

/** The same with its date. */
export function ownName(path: string): string {
  const { folder, name } = splitPath(path);
  const base = name.replace(/\.[^.]+$/, '');
  return BUNDLE.test(base) ? splitPath(folder).name : base.replace(/\.[a-z]{2}(?:-[a-z]{2,4})?$/i, '');
}

/** `.en` of `index.en.md` and `weekly-12.en.md`; empty where none is written. */
export const languageMark = (path: string): string => /(\.[a-z]{2}(?:-[a-z]{2,4})?)\.[^./]+$/i.exec(path)?.[1]?.toLowerCase() ?? '';

const VARYING = new RegExp([
  'january|february|march|april|june|july|august|september|october|november|december',
  '(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter)(?![a-z])',
  '(?<![a-z])[qhw]?\\d+(?:st|nd|rd|th|[qh])?(?![a-z])',
  // ordinals beside what they count; a first post is not one of many
  '(?<=(?<![a-z])(?:half|quarter)(?![a-z]).*)(?<![a-z])(?:first|second|third|fourth)(?![a-z])', '(?<![a-z])(?:first|second|third|fourth)(?=[-_ ]+(?:half|quarter)(?![a-z]))',
  '(?:[상하전후]반기|[봄여름가을겨울]+|분기|년|월|일|호|회차?|편|화|주차|번째|일차)(?=[-_. ]|$)', '\\d+',
].join('|'), 'gi');

/** What stays the same from issue to issue. */
export function seriesName(path: string): string {
  return unvaried(nameOf(path)) || folderName(path) || 'series';
}

const unvaried = (name: string): string => name.replace(VARYING, '').replace(/[-_. ]+/g, '-').replace(/^-|-$/g, '');

/** Where all names differ, the nearest folder that has a name of its own. */
function folderName(path: string): string {
  return folderOf(path).split('/').filter(part => part !== '').at(-1) ?? '';
}

/** The folder above the issue without what is only a number there: year and month. */
export function folderOf(path: string): string {
  const { folder, name } = splitPath(path.normalize('NFC'));
  const above = BUNDLE.test(name.replace(/\.[^.]+$/, '')) ? splitPath(folder).folder : folder;
  return above.split('/').map(part => (/^\d[\d\p{L}]{0,4}$|^[\d년월일.-]+$/u.test(part) ? '' : part.replace(/\d+/g, '0'))).filter(part => part !== '').join('/');
}
