import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lint } from '../../src/core/lint';
import { applyEdits } from '../../src/core/span';
import { parsePost } from '../../src/core/post';
import { blog, HUGO, JEKYLL } from '../blog';

const PATH = 'content/post/a.md';

/** The rules that speak of a post, each with its line. */
function found(text: string, settings?: object, config: Readonly<Record<string, string>> = HUGO, path = PATH): readonly string[] {
  const { site, post } = blog({ ...config, ...(settings ? { 'tech-post.json': JSON.stringify(settings) } : {}), [path]: text });
  const read = post(path);
  return lint(read, site).map(({ rule, span, severity }) => `${read.lines.lineAt(span.start) + 1} ${severity} ${rule}`);
}

const HEAD = '---\ntitle: 글\ndate: 2026-11-20\ndescription: 요약입니다.\n---\n';

describe('lint', () => {
  it('says what stands first first', () => {
    assert.deepEqual(found('---\ndate: 2026/11/20\ntitle:\n---\n\n[a]() ![](https://example.com/a.png)\n\n## 끝\n'), [
      '1 warning summary-missing', '2 error date-invalid', '3 warning title-missing', '6 warning link-empty', '6 information image-alt', '8 warning section-empty',
    ]);
  });

  it('says nothing of a good post', () => assert.deepEqual(found(`${HEAD}\n글입니다.\n`), []));

  it('takes levels from the settings', () => {
    assert.deepEqual(found(`${HEAD}\n[a]()\n`, { rules: { 'link-empty': 'error' } }), ['7 error link-empty']);
    assert.deepEqual(found(`${HEAD}\n[a]()\n`, { rules: { 'link-empty': 'off' } }), []);
  });

  it('keeps to what a rule says of its own severity only where no level is given', () => {
    const draft = `---\ntitle: 글\ndate: 2026-11-20\ndescription: 요약\ndraft: true\n---\n\n## 빈 곳\n`;
    assert.deepEqual(found(draft), ['5 information draft', '8 information section-empty']);
    assert.deepEqual(found(draft, { rules: { 'section-empty': 'error', 'draft': 'off' } }), ['8 error section-empty']);
  });

  it('leaves ignored files alone', () => assert.deepEqual(found('[a]()\n', { ignore: ['content/post/'] }), []));

  describe('switches', () => {
    const SWITCHES: readonly (readonly [string, string, readonly string[]])[] = [
      ['one rule', `${HEAD}<!-- tech-post-disable link-empty -->\n\n[a]() ![](https://example.com/a.png)\n`, ['8 information image-alt']],
      ['several rules', `${HEAD}<!-- tech-post-disable link-empty, image-alt -->\n\n[a]() ![](https://example.com/a.png)\n`, []],
      ['all rules', `${HEAD}\n[a]() ![](https://example.com/a.png)\n\n<!--tech-post-disable-->\n`, []],
      ['the next line', `${HEAD}\n<!-- tech-post-disable-next-line -->\n[a]()\n\n[b]()\n`, ['10 warning link-empty']],
      ['a rule on the next line', `${HEAD}\n<!-- tech-post-disable-next-line image-alt -->\n[a]() ![](https://example.com/a.png)\n`, ['8 warning link-empty']],
      ['the next line, twice', `${HEAD}\n<!-- tech-post-disable-next-line link-empty --> <!-- tech-post-disable-next-line image-alt -->\n[a]() ![](https://example.com/a.png)\n`, []],
      ['a comment in YAML', '---\n# tech-post-disable summary-missing\ntitle: 글\ndate: 2026-11-20\n---\n\n[a]()\n', ['7 warning link-empty']],
      ['the next line in YAML', '---\ntitle: 글\n# tech-post-disable-next-line date-invalid\ndate: 2026/11/20\ndescription: 요약\n---\n', []],
      ['a comment in TOML', '+++\n# tech-post-disable\ntitle = "글"\n+++\n\n[a]()\n', []],
      ['other words are no switch', `${HEAD}<!-- tech-post-disable: link-empty -->\n<!-- tech-post-disabled -->\n\n[a]()\n`, ['9 warning link-empty']],
      ['a comment in code is text', `${HEAD}\n\`\`\`html\n<!-- tech-post-disable -->\n\`\`\`\n\n[a]()\n`, ['11 warning link-empty']],
    ];
    for (const [name, text, expected] of SWITCHES) it(name, () => assert.deepEqual(found(text), expected));
  });

  describe('bad input', () => {
    it('an empty file', () => assert.deepEqual(found(''), ['1 warning front-matter-missing']));
    it('a binary file', () => assert.deepEqual(found('\u0000\u0001PNG\u0000---\n[a]()\n'), []));
    it('CRLF and a BOM', () => assert.deepEqual(found(`\uFEFF${HEAD}\n[a]()\n`.replaceAll('\n', '\r\n')), ['7 warning link-empty']));
    it('script in many forms', () => {
      const text = `${HEAD}\n<script>alert(1)</script>\n<img src=x onerror=alert(1)>\n[x](javascript:alert(1))\n<iframe srcdoc="<a href=''>"></iframe>\n<base href="//evil">\n<meta http-equiv="refresh" content="0">\n`;
      assert.ok(Array.isArray(found(text)));
      assert.ok(Array.isArray(found(text, undefined, JEKYLL, '_posts/2026-11-20-a.md')));
    });
    it('a post of 5 MB, in ten times what one of 500 KB takes', function () {
      this.timeout(180_000);
      const part = (number: number): string => `## 제목 ${number}\n\n긴 글입니다. [링크](https://example.com/) ![](/images/x.png) **굵게(bold)**를 \`코드\`와 [없는][참조] 함께.\n\n- 하나\n- 둘\n\n`;
      // of the processor, not of the clock: machines are shared
      const cost = (bytes: number): number => {
        const text = HEAD + Array.from({ length: Math.ceil(bytes / Buffer.byteLength(part(10_000))) }, (_, number) => part(number)).join('');
        const before = process.cpuUsage();
        assert.ok(found(text).length > 1000);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      };
      cost(500_000);
      const small = cost(500_000);
      assert.ok(cost(5_000_000) < 30 * small);
    });
  });

  it('never throws, and every fix is an edit that can be made', () => {
    const piece = fc.constantFrom('---\n', '+++\n', 'title: ', 'title: 글\n', 'date: 2026/1/5\n', 'draft: true\n', '"', "'", '[', ']', '(', ')', '[a]()', '[a][b]', '![](x.png)', '#', '## 제목\n', '\n', '\r\n', '**', '가', '(b)', '{{< x >}}', '{% y %}', '<!--', '-->', '<a href="">', '\t', ': ', '- ', '`', '\\', '[b]: /x\n', '[c](#제목)', '|a|\n|-|\n', '\u0000', '\uFEFF', '> ', '    ', '&amp;', '%EA%B0', '[^1]', '[^1]: ');
    const text = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''));
    for (const [config, path] of [[HUGO, PATH], [JEKYLL, '_posts/2026-11-20-a.md'], [{}, 'a.md']] as const) {
      fc.assert(fc.property(text, written => {
        const { site, post } = blog({ ...config, [path]: written });
        const read = post(path);
        for (const { span, fixes = [] } of lint(read, site)) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= written.length, JSON.stringify(span));
          for (const fix of fixes) parsePost(path, applyEdits(written, fix.edits), site);
        }
      }), { numRuns: 150 });
    }
  });
});
