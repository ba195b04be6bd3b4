// Blogs with a theme, built by the engines of this machine: what the looks are measured against.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HERE = path.resolve('test/look');
/** Built before the look is taken; `unbuilt.md` is there afterwards. */
export const POSTS = ['cache', 'deploy', 'plain'];
export const HOST = 'https://blog.example.com';

/** @typedef {{ file: string, page: string, body: string }} Made a post's file in the site, its page in the build, and the text to write */
/**
 * @typedef {object} Theme
 * @property {string} name
 * @property {string} base path below which the site stands
 * @property {string} build folder of the build
 * @property {() => boolean} isThere
 * @property {(folder: string) => void} make the site without posts
 * @property {(post: string) => Made} post
 * @property {(folder: string) => { status: number | null, stderr: string }} run
 */

const read = (/** @type {string} */ post) => readFileSync(path.join(HERE, 'posts', `${post}.md`), 'utf8');
const field = (/** @type {string} */ post, /** @type {string} */ name) => new RegExp(`^${name}: \\[?(.*?)\\]?$`, 'm').exec(read(post))?.[1] ?? '';
const day = (/** @type {string} */ post) => field(post, 'date').slice(0, 10);
const ENV = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'Asia/Seoul', JEKYLL_NO_BUNDLER_REQUIRE: 'true' };
const run = (/** @type {string} */ command, /** @type {string[]} */ args, /** @type {string} */ cwd) => {
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env: ENV });
  return { status, stderr };
};
const copyPicture = (/** @type {string} */ folder) => { mkdirSync(folder, { recursive: true }); cpSync(path.join(HERE, 'hugo/static/images/dot.png'), path.join(folder, 'dot.png')); };

/** @type {Theme} */
const hugo = {
  name: 'Hugo, a theme of our own', base: '/log', build: 'public',
  isThere: () => spawnSync('hugo', ['version']).status === 0,
  make: folder => cpSync(path.join(HERE, 'hugo'), folder, { recursive: true }),
  post: post => ({ file: `content/post/${post}.md`, page: `${day(post).slice(0, 4)}/${post}/index.html`, body: read(post) }),
  run: folder => run('hugo', ['--quiet'], folder),
};

/** @type {Theme} */
const jekyll = {
  name: 'Jekyll, minima', base: '/notes', build: '_site',
  isThere: () => spawnSync('ruby', ['-rjekyll', '-e', 'Gem::Specification.find_by_name("minima")'], { env: ENV }).status === 0,
  make(folder) {
    cpSync(path.join(HERE, 'jekyll'), folder, { recursive: true });
    copyPicture(path.join(folder, 'images'));
  },
  post: post => ({ file: `_posts/${day(post)}-${post}.md`, page: `${field(post, 'categories')}/${post}/index.html`, body: read(post).replace('---\n', '---\nlayout: post\n') }),
  run: folder => run('jekyll', ['build', '--quiet'], folder),
};

/**
 * @param {string} theme
 * @param {string} packages a folder with hexo and its themes in node_modules
 * @returns {Theme}
 */
export const hexo = (theme, packages) => ({
  name: `Hexo, ${theme}`, base: '/hx', build: 'public',
  isThere: () => existsSync(path.join(packages, 'node_modules', `hexo-theme-${theme}`)),
  make(folder) {
    mkdirSync(path.join(folder, 'source/_posts'), { recursive: true });
    mkdirSync(path.join(folder, 'themes'));
    copyPicture(path.join(folder, 'source/images'));
    const installed = readdirSync(path.join(packages, 'node_modules')).filter(name => /^hexo-/.test(name) && !/^hexo-theme/.test(name));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'blog', version: '1.0.0', private: true, hexo: { version: '' }, dependencies: Object.fromEntries(['hexo', ...installed].map(name => [name, '*'])) }));
    writeFileSync(path.join(folder, '_config.yml'), `title: 느린 서재\nurl: ${HOST}/hx\nroot: /hx/\nlanguage: ko\ntimezone: Asia/Seoul\ntheme: ${theme}\npermalink: posts/:title/\n`);
    run('ln', ['-s', path.join(packages, 'node_modules'), path.join(folder, 'node_modules')], folder);
  },
  post: post => ({ file: `source/_posts/${post}.md`, page: `posts/${post}/index.html`, body: read(post) }),
  run: folder => run(process.execPath, ['node_modules/hexo-cli/bin/hexo', 'generate', '--silent'], folder),
});

export const THEMES = [hugo, jekyll];

/** A blog with these posts, built. @param {Theme} theme @param {string} folder new @param {readonly string[]} posts */
export function buildBlog(theme, folder, posts) {
  theme.make(folder);
  for (const post of posts) putPost(theme, folder, post);
  const { status, stderr } = theme.run(folder);
  if (status !== 0) throw new Error(`${theme.name}: ${stderr}`);
}

/** @param {Theme} theme @param {string} folder @param {string} post @param {(text: string) => string} [edit] */
export function putPost(theme, folder, post, edit = text => text) {
  const { file, body } = theme.post(post);
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), edit(body));
}

/** What a writer may do to `cache.md` after the build. @param {string} text */
export const edited = text => [
  ['캐시를 지우는', '캐시를 비우는'], ['2026-03-09T21', '2026-03-10T20'], ['캐시는 빠르지만', '캐시라는 것은 분명 빠르지만'], ['쪽이 캐시도 지웁니다.', '쪽이 캐시도 지워야 합니다.\n\n새 문단도 하나 넣었습니다.'],
  ['return load(key)', 'return loadAgain(key)'], ['## 이름에 버전', '## 새 절\n\n짧게.\n\n## 이름에 버전'], ['도 나옵니다.', '도 나오지 않습니다.'],
].reduce((done, [from, to]) => {
  if (!done.includes(/** @type {string} */ (from))) throw new Error(`"${from}" is not in the post`);
  return done.replace(/** @type {string} */ (from), /** @type {string} */ (to));
}, text);
