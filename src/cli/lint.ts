import path from 'node:path';
import { lint, type Finding } from '../core/lint';
import { parsePost, type Post } from '../core/post';
import { reportLine } from '../core/report';
import { RULES } from '../core/rules';
import { applyEdits, type Edit } from '../core/span';
import { choose, oneOf, shown, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, readPost, replaceFile, type DiskSite } from './disk';

export const lintCommand: Command = {
  usage: 'lint [PATH...] [--format text|json] [--fix] [--rule ID]',
  about: 'Problems of the posts in PATH (a post, a folder, a site; default: the current folder).',
  options: { format: { type: 'string' }, fix: { type: 'boolean' }, rule: { type: 'string', multiple: true } },
  help: [
    ['--format text', 'path:line:column severity message (rule-id); nothing when clean'],
    ['--format json', 'one array of {file,line,column,endLine,endColumn,severity,rule,message,fixable}'],
    ['--fix', 'make the changes that any author would want, then report what is left'],
    ['--rule ID', 'this rule only; may be given several times'],
    ['', 'Exit code: 0 clean or information only, 1 warnings or errors, 2 could not run'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['text', 'json']);
    const wanted = (options['rule'] ?? []) as unknown as readonly string[];
    const unknown = wanted.find(id => !RULES.some(rule => rule.id === id));
    if (unknown !== undefined) throw new CannotRun('there is no rule {0}; the rules are {1}', unknown, RULES.map(rule => rule.id).join(', '));
    const rules = wanted.length ? RULES.filter(rule => wanted.includes(rule.id)) : RULES;
    const open = siteOpener(say);
    const rows: object[] = [];
    const told = new Set<DiskSite>();
    let isBad = false;
    for (const { site, files } of (paths.length ? paths : ['.']).flatMap(given => choose(given, open))) {
      if (!told.has(site)) for (const line of siteComplaints(site)) process.stderr.write(`${line}\n`);
      told.add(site);
      for (const file of files) {
        const read = readPost(site, file);
        if (!read) continue;
        const post = options['fix'] ? mended(read, site, rules) : read;
        for (const finding of lint(post, site, rules)) {
          isBad ||= finding.severity !== 'information';
          if (format === 'json') rows.push(row(post, finding));
          else process.stdout.write(`${reportLine({ ...post, path: shown(site, file) }, finding)}\n`);
        }
      }
    }
    if (format === 'json') process.stdout.write(`${JSON.stringify(rows)}\n`);
    return isBad ? 1 : 0;
  },
};

/** What is wrong with the site's own settings and configuration: said once, as every post would suffer of it. */
function siteComplaints(site: DiskSite): readonly string[] {
  return [
    ...site.settingsProblems.map(({ message, args }) => site.say(message, ...args)),
    ...site.config.broken.map(({ file, reason }) => `${shown(site, file)}: ${reason}`),
  ];
}

function row(post: Post, finding: Finding): object {
  const from = post.lines.positionAt(finding.span.start);
  const to = post.lines.positionAt(finding.span.end);
  return {
    file: post.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column,
    severity: finding.severity, rule: finding.rule, message: finding.message, fixable: finding.fixes?.some(fix => fix.isSafe) ?? false,
  };
}

/** Makes safe fixes until there is none left; one may open the way for the next, so a few rounds are needed. */
function mended(post: Post, site: DiskSite, rules: typeof RULES): Post {
  let now = post;
  for (let round = 0; round < 5; round++) {
    const edits: Edit[] = [];
    for (const finding of lint(now, site, rules)) {
      const fix = finding.fixes?.find(({ isSafe }) => isSafe);
      const overlaps = fix?.edits.some(edit => edits.some(other => edit.start <= other.end && other.start <= edit.end));
      if (fix && !overlaps) edits.push(...fix.edits);
    }
    if (!edits.length) break;
    now = parsePost(now.path, applyEdits(now.text, edits), site);
  }
  if (now !== post) replaceFile(path.join(site.root, post.path), now.text);
  return now;
}
