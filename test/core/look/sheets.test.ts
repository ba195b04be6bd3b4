// Style sheets of a build, as they are put into the page.
import assert from 'node:assert/strict';
import { Files } from '../../../src/core/files';
import { shownSheet, sheetsWanted, type Sheets } from '../../../src/core/look/sheets';
import type { Showing } from '../../../src/core/look/within';

const SHOWING: Showing = { address: file => `at:${file}` };

function sheets(texts: Readonly<Record<string, string>>, others: readonly string[] = []): Sheets {
  return { files: new Files([...Object.keys(texts), ...others]), config: { basePath: '/blog' }, origins: new Set(['https://blog.example.com']), texts: new Map(Object.entries(texts)) };
}

const shown = (css: string, { texts = {}, others = [], showing = SHOWING }: { texts?: Readonly<Record<string, string>>; others?: readonly string[]; showing?: Showing } = {}): string =>
  shownSheet(css, 'css/main.css', sheets({ 'css/main.css': css, ...texts }, others), showing);

describe('look: style sheets', () => {
  it('asks the viewer for each file, however its address is written', () => {
    const others = ['img/a b.png', 'css/x.woff2', 'img/sprite.svg'];
    for (const url of ['../img/a%20b.png', '"../img/a b.png"', "'/img/a b.png?v=3'", '/blog/img/a%20b.png', 'https://blog.example.com/blog/img/a%20b.png', '//blog.example.com/img/a%20b.png', 'http://localhost:4000/img/a%20b.png', '"..\\2f img/a b.png"']) {
      assert.equal(shown(`a{background:url(${url})}`, { others }), 'a{background:url("at:img/a b.png")}', url);
    }
    assert.equal(shown('@font-face{src:url(x.woff2?#iefix) format("woff2")}', { others }), '@font-face{src:url("at:css/x.woff2#iefix") format("woff2")}');
    assert.equal(shown('a{mask:url(../img/sprite.svg#a)}', { others }), 'a{mask:url("at:img/sprite.svg#a")}');
    assert.equal(shown('a{background:image-set("../img/a b.png" 1x type("image/png"), url(/nothing.png) 2x)}', { others }), 'a{background:image-set(url("at:img/a b.png") 1x type("image/png"), url("data:,") 2x)}');
  });

  it('has no address for what lies outside of the build or is not there', () => {
    for (const url of ['../../etc/passwd', '/../../etc/passwd', '%2e%2e/%2e%2e/etc/passwd', '..\\\\..\\\\etc', 'file:///etc/passwd', 'https://evil.example/a.png', 'http://evil.example/a.png', 'data:text/html,x', '\\68 ttps://evil.example/', 'none.png']) {
      assert.equal(shown(`a{background:url(${url})}`, { others: ['img/a.png'] }), 'a{background:url("data:,")}', url);
    }
    assert.equal(shown('a{background:url(javascript:alert(1))}'), 'a{background:)}');
    assert.ok(!shown('a{list-style: color-scheme url(https://evil.example/)} a{background:u\\72l("https://evil.example/")} a{background:src("https://evil.example/")}', { showing: { ...SHOWING, scheme: 'dark' } }).includes('evil'));
  });

  it('lets https pass where the viewer allows it, and nothing else', () => {
    const showing = { ...SHOWING, allowsRemote: true };
    assert.equal(shown('a{background:url(https://cdn.example/a.png)}', { showing }), 'a{background:url("https://cdn.example/a.png")}');
    assert.equal(shown('a{background:url(http://cdn.example/a.png)}', { showing }), 'a{background:url("data:,")}');
    assert.equal(shown('@import "//fonts.example/css?a";\nb{}', { showing }).trim(), '@import "https://fonts.example/css?a" ;\n\nb{}');
    assert.equal(shown('@import "//fonts.example/css?a";b{}'), 'b{}');
  });

  it('puts imports in their place, under their conditions, in the order of the cascade', () => {
    const texts = { 'css/a.css': '@import "b.css" layer(deep) screen;a{x:url(i.png)}', 'css/b.css': '@charset "utf-8";b{}', 'css/c.css': 'c{}' };
    assert.equal(shown('@charset "utf-8";@import url("a.css");@import "c.css" supports(display: grid) print;z{}', { texts, others: ['css/i.png'] }),
      '@layer deep {\n@media screen {\nb{}\n}\n}a{x:url("at:css/i.png")}@media print {\n@supports (display: grid) {\nc{}\n}\n}z{}');
    assert.equal(shown('z{}@import "c.css";y{}', { texts }), 'z{}y{}');
  });

  it('names the sheets to read, level by level, and ends where they go in circles', () => {
    const texts: Record<string, string> = { 'css/main.css': '@import "a.css"; @import url(/css/a.css);', 'css/a.css': '@import "main.css"; @import "b.css";' };
    assert.deepEqual(sheetsWanted(texts['css/main.css']!, 'css/main.css', { ...sheets({}, ['css/a.css']), texts: new Map() }), ['css/a.css']);
    assert.deepEqual(sheetsWanted(texts['css/main.css']!, 'css/main.css', sheets(texts, ['css/b.css'])), ['css/b.css']);
    assert.equal(shown(texts['css/main.css']!, { texts: { ...texts, 'css/b.css': 'b{}' } }).replace(/\s/g, ''), 'b{}b{}');
  });

  it('answers the question for light or dark, and only that', () => {
    const dark = { ...SHOWING, scheme: 'dark' } as const;
    const css = '@media (prefers-color-scheme: dark) and (min-width: 3em){a{}}@media not (prefers-color-scheme:light){b{}}:root{color-scheme: light dark}';
    assert.equal(shown(css, { showing: dark }), '@media (min-width: 0px) and (min-width: 3em){a{}}@media not (min-width: 99999999px){b{}}:root{color-scheme: dark}');
    assert.equal(shown(css, { showing: { ...SHOWING, scheme: 'light' } }), '@media (min-width: 99999999px) and (min-width: 3em){a{}}@media not (min-width: 0px){b{}}:root{color-scheme: light}');
    assert.equal(shown(css), css);
  });

  it('cannot end the element that it stands in', () => {
    for (const css of ['a{}</style><script>alert(1)</script>', 'a{content:"</STYLE ><img src=x onerror=alert(1)>"}', '/* </style> */', '<!-- </style> -->', 'a{background:url("</style>")}']) {
      assert.doesNotMatch(shown(css), /<\/style/i, css);
    }
  });

  it('takes no longer for what is made to take long', function () {
    this.timeout(10_000);
    for (const css of ['('.repeat(500_000), 'image-set('.repeat(100_000), 'url('.repeat(200_000), '@import '.repeat(100_000), '(prefers-color-scheme'.repeat(50_000), 'a{color-scheme:'.repeat(50_000)]) {
      shown(css, { showing: { ...SHOWING, scheme: 'dark' } });
    }
  });
});
