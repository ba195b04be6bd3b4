import { isoDay } from '../dates';
import type { FactField, Facts } from '../facts';
import type { Fix, Problem, FactsRule } from '../rule';
import type { Site } from '../site';
import type { Edit, Span } from '../span';
import { claimsOf, issuesBySeries } from '../writing/claims';
import { contradictionsOf, type Contradiction, type Slip } from '../writing/contradiction';
import type { Period } from '../writing/kind';
import { advance } from '../writing/period';
import { countIn, numberClaimsOf, numberedIssues, numberSlips, type NumberSlip } from '../writing/numberclaims';
import { tellPeriod } from '../writing/periodwords';

export const seriesMismatch: FactsRule = {
  id: 'series-mismatch',
  summary: 'An issue of a series names two periods or numbers, in its title and in its date, front matter or file name.',
  severity: 'warning',
  reads: 'facts',
  *check(page: Facts, site: Site): Iterable<Problem> {
    // with some of the issues unread, what nearly all of them do cannot be told
    if (!site.index.isComplete) return;
    const numbered = numberClaimsOf(page, site);
    const counted = numbered ? (numberedIssues(site).get(numbered.series) ?? []).filter(({ path }) => path !== page.path) : [];
    for (const slip of numbered ? numberSlips(numbered, counted) : []) yield numberProblem(slip, numbered!.number, page, site);
    const own = claimsOf(page, site);
    if (!own) return;
    const others = (issuesBySeries(site).get(own.series) ?? []).filter(({ path }) => path !== page.path);
    for (const found of contradictionsOf(own, others)) yield problem(found, page, site);
  },
};

function problem(found: Contradiction, page: Facts, site: Site): Problem {
  const title = page.frontMatter?.field('title');
  const titleSpan = title?.valueSpan ?? page.frontMatter?.firstLine ?? { start: 0, end: 0 };
  if (found.kind === 'twin') return { span: titleSpan, message: site.say('"{0}" has the same title.', found.path) };
  const message = sentence(found, site);
  switch (found.place) {
    // to move or rename a file is more than a fix can do
    case 'name': case 'folder': return { span: titleSpan, message };
    case 'title': return { span: titleSpan, message, fixes: moved(title, found, site) };
    case 'summary': {
      const field = page.frontMatter?.field(found.key!);
      return { span: field?.valueSpan ?? titleSpan, message, fixes: moved(field, found, site) };
    }
    case 'date': {
      const field = site.flavor.fields.date.map(key => page.frontMatter?.field(key)).find(known => known !== undefined);
      return { span: field?.valueSpan ?? titleSpan, message, fixes: redated(field, found.day && isoDay(found.day), site) };
    }
  }
}

function numberProblem(slip: NumberSlip, number: number, page: Facts, site: Site): Problem {
  const { say } = site;
  const title = page.frontMatter?.field('title');
  const span = title?.valueSpan ?? page.frontMatter?.firstLine ?? { start: 0, end: 0 };
  switch (slip.kind) {
    case 'twin': return { span, message: say('"{0}" has the number {1} too.', slip.path, number) };
    case 'folder': return { span, message: say('The date says {0}, the folder {1}.', slip.meant, slip.says) };
    case 'date': {
      const field = site.flavor.fields.date.map(key => page.frontMatter?.field(key)).find(known => known !== undefined);
      return { span: field?.valueSpan ?? span, message: say('"{0}" comes before and has a later date.', slip.before) };
    }
    case 'title': return { span, message: say('The title says {0}, the file name {1}.', slip.says, slip.meant), fixes: recounted(title, slip, site) };
    case 'place': {
      const field = slip.key === undefined ? undefined : page.frontMatter?.field(slip.key);
      if (!field) return { span, message: say('The title says {0}, the file name {1}.', number, slip.says) };
      return { span: field.valueSpan, message: say('The title says {0}, "{1}" {2}.', number, field.key, slip.says), fixes: recounted(field, slip, site) };
    }
  }
}

function recounted(field: FactField | undefined, { says, meant }: { readonly says: number; readonly meant: number }, site: Site): readonly Fix[] {
  const digits = field && countIn(field.source, says);
  if (!field || !digits) return [];
  const text = String(meant).padStart(field.source.slice(digits.start, digits.end).startsWith('0') ? digits.end - digits.start : 0, '0');
  const { start } = field.valueSpan;
  return [{ title: site.say('Change to "{0}"', text), edits: [{ start: start + digits.start, end: start + digits.end, text }], isSafe: false }];
}

function sentence({ place, against, says, meant }: Slip, site: Site): string {
  const { say } = site;
  const isWithYear = says.year !== meant.year;
  const right = tellPeriod(place === 'folder' ? { unit: 'year', year: meant.year, number: 1 } : meant, isWithYear, site);
  const wrong = tellPeriod(says, isWithYear, site);
  switch (place) {
    case 'title': return against === 'name' ? say('The title says {0}, the file name {1}.', wrong, right) : say('The title says {0}, the description {1}.', wrong, right);
    case 'name': return say('The title says {0}, the file name {1}.', right, wrong);
    case 'folder': return say('The title says {0}, the folder {1}.', right, wrong);
    case 'summary': return against === 'name' ? say('The file name says {0}, the description {1}.', right, wrong) : say('The title says {0}, the description {1}.', right, wrong);
    case 'date': return against === 'name' ? say('The file name says {0}, and the date {1}.', right, wrong) : say('The title says {0}, the date {1}.', right, wrong);
  }
}

/** The words of the one period become those of the other. */
function moved(field: FactField | undefined, { says, meant }: { says: Period; meant: Period }, site: Site): readonly Fix[] {
  if (!field) return [];
  const edit = change(field.source, advance(field.source, says, meant), field.valueSpan);
  return edit ? [{ title: site.say('Change to "{0}"', tellPeriod(meant, true, site)), edits: [edit], isSafe: false }] : [];
}

function redated(field: FactField | undefined, day: string | undefined, site: Site): readonly Fix[] {
  const written = /\d{4}-\d{1,2}-\d{1,2}/.exec(field?.source ?? '');
  if (!field || !written || day === undefined) return [];
  const edit = change(field.source, field.source.replace(written[0], day), field.valueSpan);
  return edit ? [{ title: site.say('Set the date to {0}', day), edits: [edit], isSafe: false }] : [];
}

/** Only what differs, from the first letter to the last. */
function change(before: string, after: string, { start }: Span): Edit | undefined {
  if (before === after) return undefined;
  let from = 0;
  while (from < before.length && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < Math.min(before.length, after.length) - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return { start: start + from, end: start + before.length - behind, text: after.slice(from, after.length - behind) };
}
