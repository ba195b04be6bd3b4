import path from 'node:path';
import { inOrder, lint, lintFacts, lintText, type Finding } from '../core/lint';
import { parsePost } from '../core/post';
import { reportLine } from '../core/report';
import { RULES } from '../core/rules';
import { applyEdits, Lines, type Edit } from '../core/span';
import { chooseAll, oneOf, shown, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, readPages, readPost, replaceFile, type DiskSite } from './disk';

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
    let isBad = false;
    for (const { site, files } of chooseAll(paths, open)) {
      for (const line of siteComplaints(site)) process.stderr.write(`${line}\n`);
      const wantedFiles = new Set(files);
      if (options['fix']) for (const file of files) mend(site, file, rules);
      const read = new Map<string, { readonly text: string; readonly findings: readonly Finding[] }>();
      // what looks across posts can be judged only when all are read
      readPages(site, post => {
        if (wantedFiles.has(post.path) && site.flavor.isMarkdown(post.path)) read.set(post.path, { text: post.text, findings: lintText(post, site, rules) });
      });
      for (const [file, { text, findings }] of read) {
        const all = inOrder([...findings, ...lintFacts(site.index.of(file)!, site, rules)]);
        if (!all.length) continue;
        const lines = new Lines(text);
        for (const finding of all) {
          isBad ||= finding.severity !== 'information';
          if (format === 'json') rows.push(row(file, lines, finding));
          else process.stdout.write(`${reportLine({ path: shown(site, file), lines }, finding)}\n`);
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

function row(file: string, lines: Lines, finding: Finding): object {
  const from = lines.positionAt(finding.span.start);
  const to = lines.positionAt(finding.span.end);
  return {
    file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column,
    severity: finding.severity, rule: finding.rule, message: finding.message, fixable: finding.fixes?.some(fix => fix.isSafe) ?? false,
  };
}

/** Makes safe fixes until there is none left; one may open the way for the next, so a few rounds are needed. */
function mend(site: DiskSite, file: string, rules: typeof RULES): void {
  const post = readPost(site, file);
  if (!post || !site.flavor.isMarkdown(file)) return;
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
}
