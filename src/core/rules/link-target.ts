import { splitPath } from '../files';
import type { FactField, Facts } from '../facts';
import { addressOfFile, type Missing } from '../links';
import type { Fix, Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import type { Span } from '../span';
import { destinations } from './destinations';
import { changeTo, checkedLink, shownTarget } from './rewrite';

export const linkTarget: FactsRule = {
  id: 'link-target',
  summary: 'A link or image leads to an address that the site does not have.',
  severity: 'error',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    for (const { link, to } of destinations(page, site)) {
      if (to.kind !== 'missing' || (to.cause !== 'absent' && to.cause !== 'build')) continue;
      const fixes = [...changeTo(to.near, link, page, site), ...checkedLink(to.file, link, page, site)];
      yield { span: link.targetSpan, message: messageOf(to, shownTarget(link), site), fixes };
    }
    yield* covers(page, site);
  },
};

function messageOf(to: Missing, shown: string, site: Site): string {
  const { say } = site;
  if (to.cause === 'build') return say('{0} finds no "{1}": the build stops.', site.flavor.name, to.address);
  if (to.file === undefined) return say('"{0}" is not on the site.', shown);
  const there = addressOfFile(to.file, site);
  // the writer sees the file, so that "not there" would be no news
  return there === undefined || there === to.address
    ? say('"{0}" is not on the site: {1} is not published.', to.address, to.file)
    : say('"{0}" is not on the site: {1} is published as "{2}".', to.address, splitPath(to.file).name, there);
}

/** Pictures that the front matter names. Themes look for them in folders of their own, so one that is anywhere is fine. */
function* covers(page: Facts, site: Site): Iterable<Problem> {
  if (!page.frontMatter || page.frontMatter.isBroken || !site.index.isComplete) return;
  for (const key of site.flavor.fields.cover) {
    const field = page.frontMatter.field(key);
    for (const path of field ? pathsIn(field.value) : []) {
      if (!/^[^:{}]+\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(path) || path.startsWith('//')) continue;
      const tail = path.replace(/^(?:\.{0,2}\/)+/, '');
      const { name } = splitPath(tail);
      if (site.files.named(name).some(file => file === tail || file.endsWith(`/${tail}`))) continue;
      const link = { target: path, place: 'link', isImage: true } as const;
      if (site.flavor.mayAnswer(path.startsWith('/') ? path : `/${path}`, link, page, site)) continue;
      const span = placeIn(field!, path);
      if (span) yield { span, message: site.say('"{0}" is not on the site.', path), fixes: nearPicture(path, span, page, site) };
    }
  }
}

/** `cover: a.png`, `cover: {image: a.png}` and `images: [a.png]` are all in use. */
function pathsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter(item => typeof item === 'string');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([name, item]) => /^(?:image|src|path|url)$/.test(name) && typeof item === 'string').map(([, item]) => item as string);
}

function placeIn(field: FactField, path: string): Span | undefined {
  const at = field.source.indexOf(path);
  return at < 0 ? undefined : { start: field.valueSpan.start + at, end: field.valueSpan.start + at + path.length };
}

/** The same picture under a near name, in the folder where it was looked for. */
function nearPicture(path: string, span: Span, page: Facts, site: Site): readonly Fix[] {
  const near = site.flavor.filesFor(path, page, site).map(file => site.files.nearest(file)).find(file => file !== undefined);
  if (near === undefined) return [];
  const text = path.slice(0, path.lastIndexOf('/') + 1) + splitPath(near).name;
  return [{ title: site.say('Change to "{0}"', text), edits: [{ ...span, text }], isSafe: false }];
}
