// A site as the Jekyll on this machine builds it.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { decoded, NOT_FOUND } from './judge';
import { withLineMarks, writeFiles, type TextSite } from './site';
import { filesBelow, NOW, truthOf, type MadePage, type Truth } from './truth';

/** Undefined where there is no Jekyll, or none that Ruby finds by itself. */
export const jekyllVersion = (): string | undefined => /^\d+\.\d+\.\d+/.exec(ruby(['-rjekyll', '-e', 'print Jekyll::VERSION']).stdout)?.[0];

export const hasLibrary = (name: string): boolean => ruby([`-r${name}`, '-rjekyll', '-e', '']).status === 0;

const ruby = (args: readonly string[], env: Readonly<Record<string, string>> = {}): SpawnSyncReturns<string> =>
  spawnSync('ruby', args, { encoding: 'utf8', maxBuffer: 1 << 26, env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', JEKYLL_NO_BUNDLER_REQUIRE: 'true', ...env } });

interface Made { readonly baseurl: string; readonly url: string; readonly pages: readonly MadePage[] }

/** @param folder empty; the site is written into it, and built beside. @throws Error with Jekyll's words. */
export function buildWithJekyll({ files, zone }: TextSite, folder: string): Truth {
  const at = realpathSync(folder);
  writeFiles(path.join(at, 'site'), [...files].map(([name, text]) => [name, /\.(?:md|markdown)$/.test(name) ? withLineMarks(text) : text] as const));
  const { status, stdout, stderr } = ruby([path.resolve('test/engines/jekyll.rb'), path.join(at, 'site'), at, NOW, NOT_FOUND], { TZ: zone });
  if (status !== 0) throw new Error(`jekyll: ${stderr}`);
  const { now, all } = JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as { readonly now: Made; readonly all: Made };
  const basePath = `/${now.baseurl.replace(/^\/|\/$/g, '')}`.replace(/^\/$/, '');
  const pages = (made: Made): readonly MadePage[] => made.pages.filter(({ source }) => files.has(source)).map(page => ({ ...page, url: basePath + decoded(page.url) }));
  return truthOf(pages(now), pages(all), {
    files: new Set(filesBelow(path.join(at, 'now'))), read: file => readFileSync(path.join(at, 'now', file), 'utf8'),
    basePath, host: now.url === '' ? 'example.org' : new URL(now.url).hostname,
  });
}
