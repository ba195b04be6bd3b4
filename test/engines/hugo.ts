// A site as the Hugo on this machine builds it.
import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { decoded, NOT_FOUND, unescaped } from './judge';
import { withLineMarks, writeFiles, type TextSite } from './site';
import { filesBelow, NOW, truthOf, type MadePage, type Truth } from './truth';

/** Undefined where there is no Hugo. */
export const hugoVersion = (): string | undefined => /v(\d+\.\d+\.\d+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1];

// each page says where it comes from
const LAYOUT = '<article data-file="{{ with .File }}{{ .Filename }}{{ end }}" data-place="{{ .RelPermalink }}" data-kind="{{ .Kind }}">{{ .Content }}</article>\n';
const LAYOUTS = ['single', 'list'].map(name => [`layouts/_default/${name}.html`, LAYOUT] as const);

/** @param folder empty; the site is written into it, and built beside. @throws Error with Hugo's words. */
export function buildWithHugo({ files, zone }: TextSite, folder: string): Truth {
  const source = path.join(realpathSync(folder), 'site');
  writeFiles(source, [...LAYOUTS, ...[...files].map(([name, text]) => [name, /\.(?:md|markdown)$/.test(name) ? withLineMarks(text) : text] as const)]);
  const build = (name: string, ...flags: readonly string[]): string => {
    const made = path.join(realpathSync(folder), name);
    const { status, stdout, stderr } = spawnSync('hugo', ['--source', source, '--destination', made, '--clock', NOW, ...flags], {
      encoding: 'utf8',
      // a link to nowhere ends a build; here the page says so, and the other links are seen as well
      env: { ...process.env, TZ: zone, HUGO_CACHEDIR: path.join(folder, 'cache'), HUGO_REFLINKSERRORLEVEL: 'WARNING', HUGO_REFLINKSNOTFOUNDURL: NOT_FOUND },
    });
    if (status !== 0) throw new Error(`hugo: ${stderr}${stdout}`);
    return made;
  };
  const now = build('now');
  const all = build('all', '--buildDrafts', '--buildFuture', '--buildExpired');
  const config = [...files].filter(([name]) => /^(?:hugo|config)\./.test(name)).map(([, text]) => text).join('\n');
  const base = new URL(/baseURL\W+["']?(https?:[^"'\s]+)/i.exec(config)?.[1] ?? 'https://example.org/');
  return truthOf(pagesIn(now, source), pagesIn(all, source), {
    files: new Set(filesBelow(now)), read: file => readFileSync(now + file, 'utf8'), host: base.hostname,
    basePath: decoded(base.pathname).replace(/\/$/, ''),
  });
}

function pagesIn(made: string, source: string): readonly MadePage[] {
  return filesBelow(made).filter(file => file.endsWith('.html')).flatMap(file => {
    const [, from = '', place = '', kind, html = ''] = /<article data-file="?([^">]*)"? data-place="?([^">]*)"? data-kind="?(\w+)"?>([\s\S]*)<\/article>/.exec(readFileSync(made + file, 'utf8')) ?? [];
    return from === '' ? [] : [{ source: path.relative(source, unescaped(from)), url: decoded(unescaped(place)), file, isRegular: kind === 'page', html }];
  });
}
