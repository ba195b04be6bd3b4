// Colours of code: whose words they are in, and how near these come to what Chroma and Rouge say of the same code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { coloursFor } from '../../../src/core/colour';
import { languageNamed } from '../../../src/core/colour/languages';
import { pygments } from '../../../src/core/colour/pygments';
import { renderBody } from '../../../src/core/preview';
import { blog, HUGO, JEKYLL } from '../../blog';
import { hugoVersion } from '../../engines/hugo';
import { jekyllVersion } from '../../engines/jekyll';

const SAMPLES = path.resolve('test/core/colour/samples');
const samples = readdirSync(SAMPLES).map(file => ({ language: file.replace(/\.txt$/, ''), code: readFileSync(path.join(SAMPLES, file), 'utf8') }));

type Named = readonly [name: string, text: string];

/** The innermost class of each piece of an engine's HTML. */
function namesIn(html: string): readonly Named[] {
  const named: Named[] = [];
  const open: string[] = [];
  for (const [, name, close, text] of html.matchAll(/<span class="([^"]*)">|(<\/span>)|([^<]+)/g)) {
    if (name !== undefined) open.push(name);
    else if (close) open.pop();
    else named.push([open.filter(each => each !== 'line' && each !== 'cl').at(-1) ?? '', plain(text!)]);
  }
  return named;
}

const plain = (html: string): string => html.replace(/&(?:#34|quot);/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The share of characters, blanks aside, that have the same class; 0 where the texts differ. */
function share(ours: readonly Named[], theirs: readonly Named[]): number {
  const each = (named: readonly Named[]): readonly Named[] => named.flatMap(([name, text]) => [...text.replace(/\s/g, '')].map(sign => [name, sign] as const));
  const [a, b] = [each(ours), each(theirs)];
  return a.length === b.length && a.every(([, sign], index) => sign === b[index]![1]) ? a.filter(([name], index) => name === b[index]![0]).length / a.length : 0;
}

const ours = (code: string, language: string, family: 'chroma' | 'rouge'): readonly Named[] => pygments(code, languageNamed(language)!, family).map(({ name, text }) => [name, text]);

describe('colours', () => {
  const body = (files: Readonly<Record<string, string>>, at: string, known?: readonly string[]): string => {
    const { site, post } = blog(files);
    return renderBody(post(at), site, { colour: coloursFor(site, known && new Set(known)) });
  };
  const CODE = '```js\nlet a = 1;\n```\n';

  it('are written into the HTML where Hugo does so', () => {
    const html = body({ ...HUGO, 'content/post/a.md': CODE }, 'content/post/a.md', []);
    assert.match(html, /<pre tabindex="0" style="color:#f8f8f2;background-color:#272822;[^"]*"><code[^>]*><span style="display:flex;"><span><span style="color:#66d9ef">let<\/span> <span style="color:#a6e22e">a<\/span>/);
  });

  it('are those of the style that a fence names', () => {
    const html = body({ ...HUGO, 'content/post/a.md': '```js {style=github,hl_lines=[1]}\nlet a = 1;\n```\n' }, 'content/post/a.md', []);
    assert.match(html, /background-color:#fff;.*display:grid;"><code[^>]*><span style="display:flex; background-color:#e5e5e5">.*<span style="color:#000;font-weight:bold">let<\/span>/);
  });

  it('are classes for the site’s own sheet', () => {
    const config = `${HUGO['hugo.toml']}[markup.highlight]\nnoClasses = false\nlineNos = true\nlineNumbersInTable = false\n`;
    assert.match(body({ ...HUGO, 'hugo.toml': config, 'content/post/a.md': CODE }, 'content/post/a.md', ['nf']), /<span class="line"><span class="ln">1<\/span><span class="cl"><span class="kd">let<\/span> <span class="nx">a<\/span>/);
    assert.match(body({ ...JEKYLL, '_posts/2026-01-01-a.md': CODE }, '_posts/2026-01-01-a.md', ['nf']), /<pre class="highlight"><code><span class="kd">let<\/span> <span class="nx">a<\/span> <span class="o">=<\/span> <span class="mi">1<\/span><span class="p">;<\/span>\n<\/code>/);
    assert.match(body({ ...JEKYLL, '_posts/2026-01-01-a.md': CODE }, '_posts/2026-01-01-a.md', ['token']), /<span class="token keyword">let<\/span>/);
  });

  it('are highlight.js’ in our own look, and Hugo’s backgrounds stay out', () => {
    const html = body({ ...HUGO, 'content/post/a.md': CODE }, 'content/post/a.md');
    assert.match(html, /<span class="hljs-keyword">let<\/span>/);
    assert.doesNotMatch(html, /style=/);
  });

  it('reach code that templates make', () => {
    assert.match(body({ ...HUGO, 'content/post/a.md': '{{< highlight js >}}let a{{< /highlight >}}\n' }, 'content/post/a.md'), /hljs-keyword/);
    assert.match(body({ ...JEKYLL, '_posts/2026-01-01-a.md': '{% highlight js %}\nlet a\n{% endhighlight %}\n' }, '_posts/2026-01-01-a.md'), /<figure class="highlight"><pre><code class="language-js" data-lang="js"><span class="hljs-keyword">let/);
  });

  it('leave long code and unknown languages alone', () => {
    const { site } = blog(HUGO);
    assert.equal(coloursFor(site)('let a;\n'.repeat(10_000), 'js'), undefined);
    assert.equal(coloursFor(site)('a', 'nosuch'), undefined);
  });

  it('change no character of the code', () => {
    for (const { language, code } of samples) for (const family of ['chroma', 'rouge'] as const) {
      assert.equal(ours(code, language, family).map(([, text]) => text).join(''), code, `${language} ${family}`);
    }
  });
});

describe('names of the parts of code', function () {
  this.timeout(60_000);

  it('are Chroma’s, for most characters', function () {
    if (hugoVersion() === undefined) return this.skip();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tech-post-chroma-'));
    const write = (file: string, text: string): void => { mkdirSync(path.dirname(path.join(folder, file)), { recursive: true }); writeFileSync(path.join(folder, file), text); };
    write('config.toml', 'baseURL = "/"\n[markup.highlight]\nnoClasses = false\n');
    write('layouts/_default/single.html', '{{ .Content }}');
    for (const { language, code } of samples) write(`content/${language}.md`, `---\ntitle: a\n---\n\`\`\`\`${language}\n${code}\`\`\`\`\n`);
    spawnSync('hugo', ['--quiet', '--source', folder]);
    const shares = samples.map(({ language, code }) => {
      const html = /<code[^>]*>([\s\S]*)<\/code>/.exec(readFileSync(path.join(folder, 'public', language, 'index.html'), 'utf8'))![1]!;
      return { language, share: share(ours(code, language, 'chroma'), namesIn(html)) };
    });
    rmSync(folder, { recursive: true });
    // Chroma's YAML lexer says some characters twice
    const compared = shares.filter(({ language }) => language !== 'yaml');
    assert.deepEqual(compared.filter(each => each.share < 0.8), []);
    assert.ok(compared.reduce((sum, each) => sum + each.share, 0) / compared.length > 0.92, JSON.stringify(compared));
  });

  it('are Rouge’s, for most characters', function () {
    if (jekyllVersion() === undefined) return this.skip();
    const program = 'require "rouge"; require "json"; puts JSON.parse(STDIN.read).map { |s| Rouge::Formatters::HTML.new.format(Rouge::Lexer.find(s["language"] == "dockerfile" ? "docker" : s["language"]).new.lex(s["code"])) }.to_json';
    const { stdout } = spawnSync('ruby', ['-e', program], { input: JSON.stringify(samples), encoding: 'utf8' });
    const html = JSON.parse(stdout) as readonly string[];
    const shares = samples.map(({ language, code }, index) => ({ language, share: share(ours(code, language, 'rouge'), namesIn(html[index]!)) }));
    // in a Dockerfile nearly all is a string to Rouge
    assert.deepEqual(shares.filter(each => each.share < 0.78 && each.language !== 'dockerfile'), []);
    assert.ok(shares.reduce((sum, each) => sum + each.share, 0) / shares.length > 0.92, JSON.stringify(shares));
  });
});
