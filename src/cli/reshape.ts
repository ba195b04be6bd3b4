// Commands that change one post's head, name or folder, and the links of the blog with it.
import { factsOf } from '../core/facts';
import { lint } from '../core/lint';
import type { Post } from '../core/post';
import { reportLine } from '../core/report';
import { applyEdits, Lines, type Edit } from '../core/span';
import { moveToBundle } from '../core/writing/bundle';
import { publish, unpublish } from '../core/writing/publish';
import type { Refusal, Told } from '../core/writing/reshape';
import { changeSlug } from '../core/writing/slug';
import { choose, shown, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, isFolder, readPages, readPost, type DiskSite } from './disk';
import { makeWholeChange } from './wholechange';

type Options = Parameters<Command['run']>[1];

interface Way extends Pick<Command, 'about'> {
  readonly usage: string;
  /** What stands behind FILE. */
  readonly words: number;
  readonly options?: Command['options'];
  readonly help?: Command['help'];
  make(post: Post, words: readonly string[], options: Options, site: DiskSite): Told | Refusal;
  /** Whether problems that readers would see are a reason to ask first. */
  readonly isChecked?: boolean;
}

const command = ({ usage, about, words, options: own = {}, help = [], make, isChecked = false }: Way): Command => ({
  usage: `${usage} [--dry-run]`, about,
  options: { 'dry-run': { type: 'boolean' }, ...own },
  help: [...help, ['--dry-run', 'print the lines that would change and the files that would move, and change nothing'], ['', 'All of it is done, or nothing. Exit code: 0 done, 1 readers would see problems, 2 nothing could be done']],
  run(given, options, say) {
    const [file, ...rest] = given;
    if (file === undefined || rest.length !== words || isFolder(file)) throw new CannotRun('usage: tech-post {0}', usage);
    const [chosen] = choose(file, siteOpener(say));
    const site = chosen!.site;
    readPages(site);
    const post = readPost(site, chosen!.files[0]!);
    if (!post) return 2;
    const made = make(post, rest, options, site);
    if ('refusal' in made) throw new CannotRun(made.refusal);
    const problems = isChecked && !options['force'] ? lint(made.post, made.site).filter(({ severity }) => severity !== 'information') : [];
    if (problems.length) {
      for (const problem of problems) process.stdout.write(`${reportLine({ path: shown(site, post.path), lines: made.post.lines }, problem)}\n`);
      process.stderr.write(`${say('Readers would see these problems: nothing was changed. --force publishes all the same.')}\n`);
      return 1;
    }
    const edited = editsOf(made, post, site);
    if (options['dry-run']) for (const line of told(edited, made, site)) process.stdout.write(`${line}\n`);
    else {
      makeWholeChange(site.root, new Map([...edited].map(([at, { text, edits }]) => [at, applyEdits(text, edits)])), made.moves);
      process.stdout.write(`${made.message}\n`);
    }
    return 0;
  },
});

type Edited = ReadonlyMap<string, { readonly text: string; readonly edits: readonly Edit[] }>;

function editsOf(made: Told, post: Post, site: DiskSite): Edited {
  const all = new Map<string, { text: string; edits: readonly Edit[] }>();
  for (const at of new Set([post.path, ...made.links.pages])) {
    const page = at === post.path ? post : readPost(site, at);
    const edits = page ? [...made.links.editsIn(factsOf(page, site)), ...(page === post ? made.edits : [])] : [];
    if (page && edits.length) all.set(at, { text: page.text, edits });
  }
  return all;
}

/** The lines as they are and as they would be, then the files that would move. */
function* told(edited: Edited, made: Told, site: DiskSite): Iterable<string> {
  for (const [at, { text, edits }] of edited) {
    const lines = new Lines(text);
    for (const { from, to, own } of groupsOf(edits, lines)) {
      const start = lines.starts[from]!;
      const end = lines.spanOf(to).end;
      const after = applyEdits(text.slice(start, end), own.map(edit => ({ ...edit, start: edit.start - start, end: edit.end - start })));
      const before = text.slice(start, end).split(/\r\n?|\n/);
      const then = after.split(/\r\n?|\n/);
      // a line that is only added leaves the one above it as it is
      const same = then.findIndex((line, index) => line !== before[index]);
      for (const line of before.slice(same)) yield `${shown(site, at)}:${from + same + 1}: - ${line}`;
      for (const line of then.slice(same)) yield `${shown(site, at)}:${from + same + 1}: + ${line}`;
    }
  }
  for (const { from, to } of made.moves) yield `${shown(site, from)} -> ${shown(site, to)}`;
}

/** Edits that touch the same lines together. */
function groupsOf(edits: readonly Edit[], lines: Lines): readonly { readonly from: number; readonly to: number; readonly own: readonly Edit[] }[] {
  const groups: { from: number; to: number; own: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const [from, to] = [lines.lineAt(edit.start), lines.lineAt(edit.end)];
    const last = groups.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.own.push(edit);
    } else groups.push({ from, to, own: [edit] });
  }
  return groups;
}

export const publishCommand = command({
  usage: 'publish FILE [--force]', about: 'Publishes a draft: its switch, its date, its folder, and the links to it.', words: 0, isChecked: true,
  options: { force: { type: 'boolean' } },
  help: [['--force', 'also where readers would see problems in it']],
  make: (post, _words, _options, site) => publish(post, site),
});

export const unpublishCommand = command({ usage: 'unpublish FILE', about: 'Makes a post a draft again.', words: 0, make: (post, _words, _options, site) => unpublish(post, site) });

export const slugCommand = command({
  usage: 'slug FILE NEW', about: "Changes the last name in a post's address; the old address is kept where the site redirects.", words: 1,
  make: (post, [slug], _options, site) => changeSlug(post, slug!, site),
});

export const bundleCommand = command({
  usage: 'bundle FILE [--alone]', about: 'Gives a post a folder of its own, with the pictures that only it uses.', words: 0,
  options: { alone: { type: 'boolean' } },
  help: [['--alone', 'leave the pictures where they are']],
  make: (post, _words, { alone }, site) => moveToBundle(post, alone !== true, site),
});
