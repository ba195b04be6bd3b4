// What no writer means to write, and what a stranger may: posts stay posts, nothing of them runs, and the rest goes on.
import * as vscode from 'vscode';
import { inPosts, made, problems, rules, show, write } from './blog';
import { equal, eventually } from './check';

const EMPTY_LINK = '\n[빈 주소]()\n';
const GOOD = '---\ntitle: 제목\ndate: 2026-01-02\ndescription: 요약\n---\n';

/** Name, text, and a rule that must find something: the empty link at the end shows that the whole post was read. */
const POSTS: readonly (readonly [what: string, text: string, rule: string])[] = [
  ['unclosed front matter', `---\ntitle: 제목\n${EMPTY_LINK}`, 'front-matter-syntax'],
  ['a tab in YAML', `---\ntitle: 제목\n\ttags: [a]\n---\n${EMPTY_LINK}`, 'front-matter-syntax'],
  ['a key twice in YAML', `---\ntitle: 하나\ntitle: 둘\n---\n${EMPTY_LINK}`, 'front-matter-syntax'],
  ['TOML', `+++\ntitle = "제목"\ndate = 2026-01-02\n+++\n${EMPTY_LINK}`, 'link-empty'],
  ['JSON', `{\n  "title": "제목",\n  "date": "2026-01-02"\n}\n${EMPTY_LINK}`, 'link-empty'],
  ['CR LF and a byte order mark', `\uFEFF${GOOD}${EMPTY_LINK}`.replace(/\n/g, '\r\n'), 'link-empty'],
  ['an empty file', '', 'front-matter-missing'],
  ['letters beyond the first plane', `${GOOD}${'😀'.repeat(50)}${EMPTY_LINK}`, 'link-empty'],
];

describe('bad input', () => {
  const places = made();
  const make = (name: string, content: string | Uint8Array): Promise<vscode.Uri> => places.make(inPosts(name), content);

  for (const [index, [what, text, rule]] of POSTS.entries()) {
    it(`reads ${what}`, async () => {
      const { uri } = await show(await make(`input-${index}.md`, text));
      await eventually(() => rules(uri).includes(rule));
    });
  }

  it('says where in a text with CR LF', async () => {
    const { uri } = await show(await make('lines.md', `${GOOD}${EMPTY_LINK}`.replace(/\n/g, '\r\n')));
    const problem = await eventually(() => problems(uri).find(({ code }) => typeof code === 'object' && code.value === 'link-empty'));
    equal(problem.range.start.line, 6);
  });

  it('does not run front matter in JavaScript', async () => {
    const { uri } = await show(await make('script.md', '---js\n{ title: (globalThis.hostile = 1) }\n---\n\n본문\n'));
    await eventually(() => rules(uri).includes('front-matter-syntax'));
    equal((globalThis as { hostile?: unknown }).hostile, undefined);
  });

  it('reads a file whose name is in separated letters', async () => {
    const { uri } = await show(await make('한글'.normalize('NFD') + '.md', `${GOOD}${EMPTY_LINK}`));
    await eventually(() => rules(uri).includes('link-empty'));
  });

  it('goes on beside a folder that is named like a post, and a post that is no text', async () => {
    const folder = inPosts('folder.md');
    await places.make(folder);
    await vscode.workspace.fs.createDirectory(folder);
    await write(vscode.Uri.joinPath(folder, 'inner.txt'), 'x');
    await make('binary.md', new Uint8Array([0, 1, 2, 255, 254, 0]));
    const { uri } = await show(await make('beside.md', `${GOOD}${EMPTY_LINK}`));
    await eventually(() => rules(uri).includes('link-empty'));
  });

  it('reads a post of five million bytes', async () => {
    const { uri } = await show(await make('long.md', `${GOOD}\n${'문단 하나의 글이 이어집니다. **굵게** 그리고 `코드`.\n\n'.repeat(70_000)}${EMPTY_LINK}`));
    await eventually(() => rules(uri).includes('link-empty'), 18_000);
  });
});
