// Which version of its engine builds a site: what pins it, and in which order.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAtLeast, readVersion, versionWithin } from '../../src/core/flavors/version';
import { siteLine } from '../../src/core/report';
import { openSite, siteFiles } from '../../src/core/site';
import { Files } from '../../src/core/files';
import { blog } from '../blog';

/** `0.131.0 (netlify.toml)`, of a site that has these files. */
function versionOf(files: Readonly<Record<string, string>>): string {
  const { number, from } = blog(files).site.config.version!;
  return `${number} (${from})`;
}

const HUGO = { 'hugo.toml': '' };
const JEKYLL = { '_config.yml': '' };
const HEXO = { '_config.yml': '', 'source/_posts/글.md': '' };
const workflow = (steps: string, more = ''): string => `name: Deploy to Pages\non: push\n${more}jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const setUp = (version: string): string => workflow(`      - uses: peaceiris/actions-hugo@v3\n        with:\n          hugo-version: ${version}\n          extended: true\n`);

describe('the version of a site’s engine', () => {
  it('is the newest we know where nothing says it', () => {
    assert.equal(versionOf(HUGO), '0.169.0 ()');
    assert.equal(versionOf(JEKYLL), '4.4.1 ()');
    assert.equal(versionOf(HEXO), '8.0.0 ()');
    assert.equal(blog({ '글.md': '' }).site.config.version, undefined);
  });

  const PINNED: readonly (readonly [file: string, text: string, number: string])[] = [
    ['.github/workflows/deploy.yml', setUp("'0.131.0'"), '0.131.0'],
    ['.github/workflows/deploy.yaml', setUp('0.131.0'), '0.131.0'],
    ['.github/workflows/a.yml', workflow("      - uses: peaceiris/actions-hugo@v3\n        with:\n          hugo-version: ${{ env.HUGO_VERSION }}\n", 'env:\n  HUGO_VERSION: 0.120.4\n'), '0.120.4'],
    ['.github/workflows/b.yml', workflow('      - run: |\n          wget -O ${{ runner.temp }}/hugo.deb https://github.com/gohugoio/hugo/releases/download/v0.128.0/hugo_extended_0.128.0_linux-amd64.deb\n'), '0.128.0'],
    ['.github/workflows/c.yml', workflow('      - run: go install -tags extended github.com/gohugoio/hugo@v0.125.1\n'), '0.125.1'],
    ['.github/workflows/d.yml', workflow('      - uses: docker://klakegg/hugo:0.111.3-ext-alpine\n'), '0.111.3'],
    ['netlify.toml', '[build]\ncommand = "hugo"\n[build.environment]\nHUGO_VERSION = "0.110.0"\n', '0.110.0'],
    ['netlify.toml', '[build.environment]\nHUGO_VERSION = "0.110.0"\n[context.production.environment]\nHUGO_VERSION = "0.131.0"\n[context.deploy-preview.environment]\nHUGO_VERSION = "0.140.0"\n', '0.131.0'],
    ['vercel.json', '{ "build": { "env": { "HUGO_VERSION": "0.131.0" } } }', '0.131.0'],
    ['.tool-versions', '# 도구\nnodejs 20.1.0\nhugo extended_0.131.0 0.111.3\n', '0.131.0'],
    ['.tool-versions', 'hugo 0.131.0', '0.131.0'],
    ['.hugo-version', 'v0.131.0\n', '0.131.0'],
    ['.hvm', '0.131.0/extended', '0.131.0'],
    ['mise.toml', '[tools]\nnode = "22"\n"aqua:gohugoio/hugo" = "0.131"\n', '0.131'],
    ['mise.toml', '[tools]\nhugo-extended = { version = "0.131.0" }\n', '0.131.0'],
    ['.gitlab-ci.yml', 'image: registry.gitlab.com/pages/hugo/hugo_extended:0.131.0\npages:\n  script: [hugo]\n', '0.131.0'],
    ['.gitlab-ci.yml', 'variables:\n  HUGO_VERSION: "0.131.0"\n', '0.131.0'],
    ['Dockerfile', '# FROM hugomods/hugo:0.1.0\nFROM hugomods/hugo:exts-0.131.0 AS build\n', '0.131.0'],
    ['Dockerfile', 'FROM debian\nARG HUGO_VERSION=0.131.0\n', '0.131.0'],
    ['package.json', '{ "devDependencies": { "hugo-extended": "0.131.0" } }', '0.131.0'],
  ];
  for (const [file, text, number] of PINNED) it(`Hugo: ${file} says ${number}: ${text.split('\n').at(-2) ?? text}`, () => assert.equal(versionOf({ ...HUGO, [file]: text }), `${number} (${file})`));

  const SILENT: readonly (readonly [file: string, text: string])[] = [
    ['.github/workflows/deploy.yml', setUp("'latest'")],
    ['.github/workflows/deploy.yml', setUp('${{ matrix.hugo }}')],
    ['.github/workflows/deploy.yml', `# hugo-version: 0.99.0\n${workflow('      - run: hugo\n')}`],
    ['netlify.toml', '[build.environment]\nNODE_VERSION = "20"\n'],
    ['netlify.toml', '[context.deploy-preview.environment]\nHUGO_VERSION = "0.140.0"\n'],
    ['.tool-versions', '#hugo 0.99.0\nhugo-helper 0.98.0\n'],
    ['Dockerfile', 'FROM node:20.1.0\nCOPY hugo.toml .\n'],
  ];
  for (const [file, text] of SILENT) it(`Hugo: ${file} pins nothing: ${text.split('\n').at(-2)}`, () => assert.equal(versionOf({ ...HUGO, [file]: text }), '0.169.0 ()'));

  it('comes from the workflow that publishes, rather than from one that tries a theme', () => {
    const trial = 'on: pull_request\njobs:\n  test:\n    steps:\n      - uses: peaceiris/actions-hugo@v3\n        with:\n          hugo-version: 0.90.0\n';
    assert.equal(versionOf({ ...HUGO, '.github/workflows/a-test.yml': trial, '.github/workflows/gh-pages.yml': setUp('0.131.0') }), '0.131.0 (.github/workflows/gh-pages.yml)');
    assert.equal(versionOf({ ...HUGO, '.github/workflows/a-test.yml': trial, 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.120.0"\n' }), '0.120.0 (netlify.toml)');
    assert.equal(versionOf({ ...HUGO, '.github/workflows/a-test.yml': trial }), '0.90.0 (.github/workflows/a-test.yml)');
    assert.equal(versionOf({ ...HUGO, '.github/workflows/deploy.yml': setUp('latest'), 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.120.0"\n' }), '0.169.0 ()');
  });

  it('is no newer than the configuration allows, and min alone says nothing', () => {
    const bound = (lines: string): string => `[module.hugoVersion]\n${lines}`;
    assert.equal(versionOf({ 'hugo.toml': bound('min = "0.90.0"\n') }), '0.169.0 ()');
    assert.equal(versionOf({ 'hugo.toml': bound('min = "0.90.0"\nmax = "0.120.0"\n') }), '0.120.0 (hugo.toml)');
    assert.equal(versionOf({ 'hugo.toml': bound('max = "9.0.0"\n') }), '0.169.0 ()');
    assert.equal(versionOf({ 'hugo.toml': bound('max = "0.120.0"\n'), '.hugo-version': '0.111.3' }), '0.111.3 (.hugo-version)');
  });

  const GEMS: readonly (readonly [file: string, text: string, found: string])[] = [
    ['Gemfile.lock', 'GEM\n  remote: https://rubygems.org/\n  specs:\n    jekyll (4.3.1)\n      jekyll-sass-converter (>= 2.0)\n\nDEPENDENCIES\n  jekyll (~> 4.2)\n', '4.3.1 (Gemfile.lock)'],
    ['Gemfile.lock', 'GEM\n  specs:\n    github-pages (231)\n      jekyll (= 3.9.5)\n    jekyll (3.9.5)\n', '3.9.5 (Gemfile.lock)'],
    ['Gemfile', 'source "https://rubygems.org"\n# gem "jekyll", "1.0.0"\ngem "jekyll", "4.2.2"\n', '4.2.2 (Gemfile)'],
    ['Gemfile', "gem 'jekyll', '~> 3.9'\n", '3.9 (Gemfile)'],
    ['Gemfile', 'gem "jekyll", "~> 4.3"\n', '4.4.1 ()'],
    ['Gemfile', 'gem "jekyll", "~> 4.3.2"\n', '4.3.2 (Gemfile)'],
    ['Gemfile', 'gem "jekyll", ">= 3.8", "< 5"\ngem "jekyll-feed", "0.1.0"\n', '4.4.1 ()'],
    ['Gemfile', 'gem "github-pages", group: :jekyll_plugins\n', '3.10.0 (Gemfile)'],
    ['.github/workflows/jekyll-gh-pages.yml', workflow('      - uses: actions/jekyll-build-pages@v1\n'), '3.10.0 (.github/workflows/jekyll-gh-pages.yml)'],
    ['.github/workflows/jekyll.yml', workflow('      # uses: actions/jekyll-build-pages@v1\n      - run: bundle exec jekyll build\n'), '4.4.1 ()'],
  ];
  for (const [file, text, found] of GEMS) it(`Jekyll: ${found}: ${file}: ${text.trim().split('\n').at(-1)}`, () => assert.equal(versionOf({ ...JEKYLL, [file]: text }), found));

  it('Hexo: from npm’s files', () => {
    assert.equal(versionOf({ ...HEXO, 'package-lock.json': '{ "packages": { "node_modules/hexo": { "version": "7.3.0" } } }', 'package.json': '{}' }), '7.3.0 (package-lock.json)');
    assert.equal(versionOf({ ...HEXO, 'package.json': '{ "hexo": { "version": "6.3.0" }, "dependencies": { "hexo": "^6.0.0" } }' }), '6.3.0 (package.json)');
    assert.equal(versionOf({ ...HEXO, 'package.json': '{ "dependencies": { "hexo": "^7.1.0" } }' }), '7.1.0 (package.json)');
    assert.equal(versionOf({ ...HEXO, 'package.json': '{ "dependencies": { "hexo": "latest" } }' }), '8.0.0 ()');
  });

  it('is what tech-post.json says, and first of all what the host was told', () => {
    const texts = new Map(Object.entries({ ...HUGO, 'tech-post.json': '{ "engineVersion": "0.131.0" }', 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.120.0"\n' }));
    const surroundings = { files: new Files(texts.keys()), now: 0, timeZone: 'UTC' };
    assert.deepEqual(openSite(surroundings, texts).config.version, { number: '0.131.0', from: 'tech-post.json' });
    const told = { number: '0.111.3', from: 'TECH_POST_HUGO_VERSION' };
    assert.deepEqual(openSite({ ...surroundings, engineVersions: { hugo: told, jekyll: { number: '3.9.0', from: '' } } }, texts).config.version, told);
  });

  it('is asked of files that the host then reads, and of no others', () => {
    assert.deepEqual(siteFiles(new Files(['hugo.toml', 'netlify.toml', '.github/workflows/b.yml', '.github/workflows/a.yml', '.github/workflows/a.sh', 'content/netlify.toml', 'Gemfile.lock'])),
      ['hugo.toml', '.github/workflows/a.yml', '.github/workflows/b.yml', 'netlify.toml']);
    assert.deepEqual(siteFiles(new Files(['_config.yml', 'Gemfile', 'package.json'])), ['_config.yml', 'Gemfile']);
    assert.deepEqual(siteFiles(new Files(['글.md', 'package.json', 'Gemfile', '.github/workflows/a.yml'])), []);
  });

  it('survives files that are broken, hostile or huge', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh'].map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]},`.repeat(9)}]`).join('\n')}\n`;
    const HOSTILE = ['', '\0', '{', '[build', ']]]', 'hugo-version: {', bomb, '['.repeat(50_000), `a: ${'{a: '.repeat(5000)}`, `hugo ${'1.'.repeat(10_000)}`, `hugo:${'a-'.repeat(100_000)}`, 'hugo_'.repeat(100_000), `${'HUGO_VERSION '.repeat(20_000)}`, 'x'.repeat(5_000_000)];
    for (const text of HOSTILE) {
      for (const file of ['.github/workflows/deploy.yml', 'netlify.toml', 'vercel.json', '.tool-versions', 'mise.toml', '.gitlab-ci.yml', 'Dockerfile', '.hvm', 'package.json']) assert.equal(versionOf({ ...HUGO, [file]: text }), '0.169.0 ()');
      for (const file of ['Gemfile.lock', 'Gemfile']) assert.equal(versionOf({ ...JEKYLL, [file]: text }), '4.4.1 ()');
      assert.equal(versionOf({ ...HEXO, 'package-lock.json': text }), '8.0.0 ()');
    }
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom('.github/workflows/a.yml', 'netlify.toml', 'vercel.json', 'mise.toml', 'package.json'), (text, file) => { versionOf({ ...HUGO, [file]: text }); }));
  });
});

describe('versions', () => {
  it('are compared number by number', () => {
    for (const [version, wanted, expected] of [['0.131.0', '0.131', true], ['0.131', '0.131.0', true], ['0.99.0', '0.111', false], ['0.111.3', '0.111.10', false], ['1.0', '0.169.0', true], ['4', '4.0.0', true], ['3.10.0', '3.9', true]] as const) {
      assert.equal(isAtLeast({ number: version }, wanted), expected, `${version} against ${wanted}`);
    }
  });

  it('are read out of what tools write around them', () => {
    for (const [text, expected] of [['v0.131.0', '0.131.0'], ['extended_0.131.0', '0.131.0'], [' 0.131.0+extended', '0.131.0'], ['0.131', '0.131'], ['20', undefined], ['latest', undefined], ['1.2.3.4', undefined], ['', undefined]] as const) assert.equal(readVersion(text), expected, text);
  });

  it('are what a requirement leads to', () => {
    for (const [requirement, expected] of [['4.3.1', '4.3.1'], ['= 4.3.1', '4.3.1'], ['~> 4.3', 'latest'], ['~> 4.3.0', '4.3.0'], ['~> 3', '3'], ['^3.9.0', '3.9.0'], ['^4.0.0', 'latest'], ['~4.4.0', 'latest'], ['~4.3', '4.3'], ['>= 3.8', 'latest'], ['', 'latest'], ['*', 'latest'], ['< 4', undefined], ['github:a/b', undefined]] as const) {
      assert.equal(versionWithin(requirement, '4.4.1'), expected, requirement);
    }
  });
});

describe('a site on one line', () => {
  it('names engine, version, who says so, posts and other pages', () => {
    const post = '---\ntitle: 글\n---\n';
    const { site, posts } = blog({ ...HUGO, '.hugo-version': '0.131.0', 'content/posts/하나.md': post, 'content/posts/둘.md': post, 'content/about.md': post });
    assert.equal(siteLine(site, posts.map(({ path }) => path)), 'Hugo 0.131.0 (.hugo-version), 2 posts, 1 other page');
    assert.equal(siteLine(blog(JEKYLL).site, []), 'Jekyll 4.4.1 (the newest known), 0 posts');
    assert.equal(siteLine(blog({ '글.md': '' }).site, ['글.md']), 'Markdown, 1 post');
  });
});
