// Pages that were made to hang a parser. The limit is far above what they take, and far below what they would take.
import assert from 'node:assert/strict';
import { DIALECTS, parse } from './dialects';

const MANY = 5000;
const PAGES: Readonly<Record<string, string>> = {
  'nested quotes': `${'> '.repeat(MANY)}가`, 'open brackets': '[가 '.repeat(MANY), 'images in images': '!['.repeat(MANY), 'open stars': '*가 **나 '.repeat(MANY), 'open underscores': '_가 '.repeat(MANY),
  'open code': Array.from({ length: 300 }, (_, index) => `${'`'.repeat(index + 1)}가`).join(' '), 'nested tags': '<b>'.repeat(MANY), 'nested blocks': '<div>\n'.repeat(MANY), 'nested Markdown': '<div markdown="1">\n'.repeat(MANY),
  'open comments': '<!-- '.repeat(MANY), 'open formulas': '$$a\n\n'.repeat(MANY), 'open tags of templates': '{{< a '.repeat(MANY), 'open pairs': '{% if a %}\n'.repeat(MANY), 'open shortcodes': '{{< a >}}\n'.repeat(MANY),
  'wide table': `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'a|\n'.repeat(500)}`, 'deep list': Array.from({ length: 500 }, (_, index) => `${' '.repeat(index * 2)}- 가`).join('\n'), 'list in a line': `${'- '.repeat(2000)}가`,
  'many equal headings': '# 가\n\n'.repeat(MANY), 'open destinations': '[가]('.repeat(MANY), 'open titles': '[가](나 "'.repeat(MANY), 'not a fence': '``` a b\n'.repeat(MANY), 'attribute lists': '{: a="'.repeat(MANY),
  'names of the language': ['constructor', '__proto__', 'hasOwnProperty', 'toString'].map(name => `<${name}> <${name} href="a">[${name}][${name}] [${name}](${name} "${name}") ![${name}](<${name}>) [^${name}] :${name}: {{< ${name} ${name}="a" >}} {{ ${name} | ${name}: 1 }} {% ${name} ${name} %}\n\n# ${name}\n\n# ${name} {#${name} ${name}=a}\n\n\`\`\`${name}\n\`\`\`\n\n{:${name}: ${name}="a"}\n\n[${name}]: ${name}\n[^${name}]: ${name}\n*[${name}]: ${name}\n\n<${name}>\n\n</${name}>\n`).join('\n'),
};

describe('hostile pages', () => {
  for (const [name, dialect] of Object.entries(DIALECTS)) {
    for (const [page, text] of Object.entries(PAGES)) {
      it(`${name}: ${page}`, function () {
        this.timeout(8000);
        assert.equal(typeof dialect.render(parse(dialect, text)), 'string');
      });
    }
  }
});
