// `npm start`: from a fresh clone to a blog open in VS Code, with the extension.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop, openDesktop } from './host/desktop.mjs';
import { startServer } from './host/server.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { ensureHost, ensurePackages } from './setup.mjs';

const HELP = `Usage: npm start [-- [--embedded] [PATH]]

Opens a blog in VS Code with the Tech Post extension: the folder PATH as it is, or a
copy of the sample blogs. Ctrl+C ends everything.

  --embedded        use the embedded VS Code in the browser even if there is one on the desktop
  TECH_POST_PORT    its port on 127.0.0.1 (default: any free one)
`;

const korean = /^ko/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** @returns {{ embedded: boolean, blog?: string, port: number }} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, embedded: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(HELP);
      process.exit(0);
    }
    if (positionals.length > 1) throw new Error('Give one folder, not several.');
    const port = Number(process.env.TECH_POST_PORT || 0);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`TECH_POST_PORT is no port: "${process.env.TECH_POST_PORT}".`);
    const [given] = positionals;
    if (given === undefined) return { embedded: Boolean(values.embedded), port };
    // npm starts scripts in the repository, wherever the person is.
    const blog = path.resolve(process.env.INIT_CWD ?? '.', given);
    const stat = statSync(blog, { throwIfNoEntry: false });
    if (!stat) throw new Error(`There is no folder "${blog}".`);
    if (!stat.isDirectory()) throw new Error(`"${blog}" is not a folder.`);
    return { embedded: Boolean(values.embedded), blog, port };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
    process.exit(2);
  }
}

const { embedded, blog, port } = readArguments();
const temporary = mkdtempSync(path.join(os.tmpdir(), 'tech-post-'));
/** @type {{ ended: Promise<unknown>, stop(): void } | undefined} */
let editor;

/** @param {number} code */
function leave(code) {
  editor?.stop();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(0));
// npm passes a signal on to the shell between us, which dies of it and tells nobody.
const parent = process.ppid;
setInterval(() => { if (process.ppid !== parent) leave(0); }, 300).unref();

try {
  await ensurePackages();
  const desktop = embedded ? undefined : findDesktop();
  if (!desktop) await ensureHost();
  await (await import('./build.mjs')).build();
  const folder = blog ?? copySample();
  const settings = { 'git.enabled': Boolean(blog) };
  if (desktop) {
    editor = openDesktop(desktop, { folder, extension: ROOT, dataDir: temporary, settings });
    console.log(`\n${say(`Opened in ${desktop}.`, `${desktop}에서 열었습니다.`)}\n`);
  } else {
    const dataDir = path.join(temporary, 'data');
    linkExtension(path.join(dataDir, 'extensions'));
    const server = await startServer({ dataDir, port, language: korean ? 'ko' : 'en', settings });
    editor = server;
    console.log(`\n${say('Open this address in a browser:', '브라우저에서 이 주소를 여세요.')}\n`);
    console.log(`  http://${server.authority}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}\n`);
  }
  console.log(thingsToTry());
  await editor.ended;
  if (!desktop) console.error(say('The embedded VS Code has ended.', '내장 VS Code가 끝났습니다.'));
  leave(desktop ? 0 : 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  leave(1);
}

function copySample() {
  const folder = path.join(temporary, 'sample');
  cpSync(inRoot('docs/sample'), folder, { recursive: true });
  return folder;
}

/**
 * A link is enough for the server to count the extension as installed, and a rebuilt one is there after a reload.
 * @param {string} extensions
 */
function linkExtension(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  mkdirSync(extensions, { recursive: true });
  symlinkSync(ROOT, path.join(extensions, `${publisher}.${name}-${version}`), 'junction');
}

/** @param {string} english @param {string} hangul */
function say(english, hangul) {
  return korean ? hangul : english;
}

function thingsToTry() {
  const post = 'hugo-blog/content/post/2026/one-line-json-logs.md';
  return say(
    `Three things to try:
  1. Press F1 and run "Tech Post: New Monthly Scrap".
  2. Open ${blog ? 'a post' : post}, press F1 and run "Tech Post: Open Preview to the Side".
  3. Press Ctrl+Shift+M for the problems in the open post${blog ? '' : ' (some mistakes are planted)'}. Ctrl+. on one of them mends it.

${blog ? 'You are working on your own files.' : 'This is a copy of the sample blogs: it is deleted at the end.'} Ctrl+C here ends it.`,
    `해 볼 것 세 가지
  1. F1을 누르고 "Tech Post: 새 월간 스크랩"을 실행하세요.
  2. ${blog ? '글을' : `${post}를`} 열고 F1을 눌러 "Tech Post: 옆에 미리보기 열기"를 실행하세요.
  3. Ctrl+Shift+M을 누르면 열린 글의 문제가 보입니다${blog ? '' : '(실수를 몇 군데 심어 두었습니다)'}. 문제가 있는 곳에서 Ctrl+.을 누르면 고칠 수 있습니다.

${blog ? '내 파일을 직접 고치는 중입니다.' : '연습용 블로그의 사본이라 끝나면 지워집니다.'} 여기서 Ctrl+C를 누르면 끝납니다.`);
}
