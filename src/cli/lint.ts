import path from 'node:path';
import type { Kept } from '../core/factstore';
import { inOrder, lint, lintFacts, type Finding } from '../core/lint';
import { parsePost } from '../core/post';
import { reportLine } from '../core/report';
import { RULES } from '../core/rules';
import { applyEdits, Lines, type Edit } from '../core/span';
import { learnPages, readCache, writeCache, type Section } from './cache';
import { chooseAll, oneOf, shown, siteOpener } from './choose';
import type { Command } from './cli';
import { CannotRun, fileInside, readPost, readText, replaceFile, type DiskSite } from './disk';

export const lintCommand: Command = {
  usage: 'lint [PATH...] [--format text|json] [--fix] [--rule ID] [--cache FILE]',
  about: 'Problems of the posts in PATH (a post, a folder, a site; default: the current folder).',
  options: { format: { type: 'string' }, fix: { type: 'boolean' }, rule: { type: 'string', multiple: true }, cache: { type: 'string' } },
  help: [
    ['--format text', 'path:line:column severity message (rule-id); nothing when clean'],
    ['--format json', 'one array of {file,line,column,endLine,endColumn,severity,rule,message,fixable}'],
    ['--fix', 'make the changes that any author would want, then report what is left'],
    ['--rule ID', 'this rule only; may be given several times'],
    ['--cache FILE', 'keep in FILE what was learnt, so that the next run reads only what changed'],
    ['', 'Exit code: 0 clean or information only, 1 warnings or errors, 2 could not run'],
  ],
  run(paths, options, say) {
    const format = oneOf('format', options['format'], ['text', 'json']);
    const wanted = (options['rule'] ?? []) as unknown as readonly string[];
    const unknown = wanted.find(id => !RULES.some(rule => rule.id === id));
    if (unknown !== undefined) throw new CannotRun('there is no rule {0}; the rules are {1}', unknown, RULES.map(rule => rule.id).join(', '));
    const rules = wanted.length ? RULES.filter(rule => wanted.includes(rule.id)) : RULES;
    const cache = options['cache'] as string | undefined;
    const open = siteOpener(say);
    const rows: object[] = [];
    const sections: Section[] = [];
    let isBad = false;
    for (const { site, files } of chooseAll(paths, open)) {
      for (const line of siteComplaints(site)) process.stderr.write(`${line}\n`);
      if (options['fix']) for (const file of files) mend(site, file, rules);
      const before = cache === undefined ? new Map<string, Kept>() : readCache(cache, site);
      const wantedFiles = new Set(files);
      // what looks across posts can be judged only when all are read
      const pages = learnPages(site, before, cache === undefined ? rules : RULES, wantedFiles);
      for (const { facts, findings, text } of pages) {
        const { path: file } = facts;
        if (!findings || !wantedFiles.has(file)) continue;
        const all = inOrder([...findings.filter(({ rule }) => rules.some(({ id }) => id === rule)), ...lintFacts(facts, site, rules)]);
        if (!all.length) continue;
        const lines = new Lines(text ?? readText(path.join(site.root, file), say) ?? '');
        for (const finding of all) {
          isBad ||= finding.severity !== 'information';
          if (format === 'json') rows.push(row(file, lines, finding));
          else process.stdout.write(`${reportLine({ path: shown(site, file), lines }, finding)}\n`);
        }
      }
      sections.push({ site, before, pages });
    }
    if (cache !== undefined) writeCache(cache, sections);
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
  if (now === post) return;
  const target = fileInside(site.root, post.path);
  if (target !== undefined) replaceFile(target, now.text);
  else process.stderr.write(`${site.say('"{0}" is a link that leads out of the blog: nothing was written.', post.path)}\n`);
}
