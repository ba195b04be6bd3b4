// Makes the tables of what Chroma and Rouge know again, from the Hugo and the Rouge of this machine:
//   node scripts/highlighters.mjs
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const hljs = createRequire(import.meta.url)('highlight.js');

/** @param {string} program @param {string[]} args */
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

/** @param {readonly string[]} names */
const list = names => [...new Set(names)].sort().join(' ').replace(/(.{1,140})(?:\s|$)/g, "  '$1 ' +\n").replace(/ ' \+\n$/, "'");

/** #ffffff is #fff in HTML: chroma's compressStyle. @param {string} css */
const compressed = css => css.replace(/\s*([:;])\s*/g, '$1').trim().replace(/;$/, '').replace(/#([\da-f])\1([\da-f])\2([\da-f])\3/g, '#$1$2$3');

/** One style: `css=class class|…`, `bg` is the block's own. @param {string} name */
function style(name) {
  /** @type {Map<string, string[]>} */
  const byCss = new Map();
  for (const [, selector = '', written = ''] of run('hugo', 'gen', 'chromastyles', `--style=${name}`, '--highlightStyle=', '--linesStyle=').matchAll(/\*\/ \.([\w. ]+) \{(.*)\}$/gm)) {
    const token = selector.replace('chroma .', '');
    const css = compressed(token === 'ln' ? written.replace(/.*padding: 0 0\.4em 0 0\.4em;/, '') : written);
    if (css === '' || ['chroma', 'lnlinks', 'lntd', 'lntable', 'lnt', 'line', 'cl'].includes(token)) continue;
    byCss.set(css, [...(byCss.get(css) ?? []), token]);
  }
  return [...byCss].map(([css, tokens]) => `${css}=${tokens.join(' ')}`).join('|');
}

const binary = readFileSync(realpathSync(run('which', 'hugo').trim()), 'latin1');
const styles = [...new Set([...binary.matchAll(/<style name="([\w-]+)"/g)].map(([, name = '']) => name))].sort();
writeFileSync(inRoot('src/core/colour/chromastyles.ts'), `// The styles of Chroma as \`hugo gen chromastyles\` prints them (Hugo ${/v([\d.]+)/.exec(run('hugo', 'version'))?.[1]}). Made by scripts/highlighters.mjs.

/** By name: the CSS and the classes that have it, \`css=class class|…\`; \`bg\` is the block, \`hl\` a marked line, \`ln\` a line's number. */
export const CHROMA_STYLES: Readonly<Record<string, string>> = {
${styles.map(name => `  '${name}': '${style(name).replace(/'/g, "\\'")}',`).join('\n')}
};
`);

/** Those that Chroma has in Go and not in files of its own. */
const IN_GO = 'go golang html javascript js typescript css markdown md http haxe hx react jsx go-html-template go-text-template genshi kid php rst rest raku svelte vue vuejs r s splus zed emacs elisp emacs-lisp common-lisp racket rkt typoscript caddyfile caddy cheetah dns zone bind ebnf objective-c obj-c text plain no-highlight plaintext myghty mako smarty twig django jinja2';
const rouge = run('ruby', '-e', 'require "rouge"; puts Rouge::Lexer.all.flat_map { |lexer| [lexer.tag, *lexer.aliases] }').split('\n').filter(Boolean);
const candidates = [...new Set([
  ...[...binary.matchAll(/<(?:alias|name)>([\x21-\x7e]+)<\/(?:alias|name)>/g)].map(([, name = '']) => name),
  ...hljs.listLanguages().flatMap((/** @type {string} */ name) => [name, ...hljs.getLanguage(name).aliases ?? []]), ...rouge, ...IN_GO.split(' '),
].map(name => name.toLowerCase()))].filter(name => /^[\x21-\x7e]+$/.test(name) && !/[`{]/.test(name));
const site = mkdtempSync(path.join(os.tmpdir(), 'tech-post-chroma-'));
mkdirSync(path.join(site, 'layouts/_default'), { recursive: true });
mkdirSync(path.join(site, 'content'));
writeFileSync(path.join(site, 'config.toml'), 'baseURL = "/"\n');
writeFileSync(path.join(site, 'layouts/_default/single.html'), '{{ .Content }}');
writeFileSync(path.join(site, 'content/a.md'), `---\ntitle: a\n---\n${candidates.map(name => `\`\`\`${name}\nx\n\`\`\`\n`).join('\n')}`);
run('hugo', '--quiet', '--source', site);
const blocks = [...readFileSync(path.join(site, 'public/a/index.html'), 'utf8').matchAll(/(<div class="highlight">)?<pre/g)];
rmSync(site, { recursive: true });
if (blocks.length !== candidates.length) throw new Error(`${blocks.length} blocks for ${candidates.length} names`);
const chroma = candidates.filter((_, index) => blocks[index]?.[1]);

/** @param {string} file @param {string} of @param {string} constant @param {readonly string[]} names */
const lexers = (file, of, constant, names) => writeFileSync(inRoot(file), `// The names of languages that ${of} knows. Made by scripts/highlighters.mjs.

export const ${constant}: ReadonlySet<string> = new Set((
${list(names)}
).split(' '));
`);
lexers('src/core/markdown/goldmark/lexers.ts', `Chroma`, 'CHROMA_LEXERS', chroma);
lexers('src/core/markdown/kramdown/lexers.ts', `Rouge ${run('ruby', '-e', 'require "rouge"; print Rouge.version')}`, 'ROUGE_LEXERS', rouge);
