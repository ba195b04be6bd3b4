// What the rest of the blog means for a post: links to others are judged by what these are now, saved or not, open or not.
import * as vscode from 'vscode';
import { inBlog, inPosts, made, problems, rules, show, write } from './blog';
import { equal, eventually } from './check';

const head = (title: string, more = ''): string => `---\ntitle: ${title}\ndate: 2026-01-02\ndescription: 요약\n${more}---\n\n`;

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)), to);
  await vscode.workspace.applyEdit(edit);
}

describe('index', () => {
  const places = made();
  const make = (name: string, content: string): Promise<vscode.Uri> => places.make(inPosts(name), content);

  const withLink = (target: string): string => `${head('가리키는 글')}[다른 글](${target})\n`;
  const judged = (uri: vscode.Uri, rule: string): Promise<true> => eventually(() => rules(uri).includes(rule) || undefined);
  const clean = (uri: vscode.Uri, rule: string): Promise<true> => eventually(() => !rules(uri).includes(rule) || undefined);

  it('sees that a post becomes a draft in another editor, and none again', async () => {
    const target = await make('target.md', `${head('가리켜지는 글')}본문\n`);
    const from = await make('from.md', withLink('/2026/01/target/'));
    const fromDocument = await show(from);
    const document = await show(target);
    await replace(document, 'title:', 'draft: true\ntitle:');
    await judged(from, 'link-to-draft');
    await replace(document, 'draft: true', 'draft: false');
    await clean(from, 'link-to-draft');
    equal(fromDocument.isDirty, false);
  });

  it('forgets what was not saved when the editor is closed', async () => {
    const target = await make('unsaved.md', `${head('가리켜지는 글')}본문\n`);
    const from = await make('from-unsaved.md', withLink('/2026/01/unsaved/'));
    await show(from);
    const document = await show(target);
    await replace(document, 'title:', 'draft: true\ntitle:');
    await judged(from, 'link-to-draft');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await clean(from, 'link-to-draft');
  });

  it('misses a heading that is renamed in another editor', async () => {
    const target = await make('headings.md', `${head('가리켜지는 글')}## 설치\n\n본문\n`);
    const from = await make('from-headings.md', withLink('/2026/01/headings/#설치'));
    await show(from);
    const document = await show(target);
    await replace(document, '## 설치', '## 배포하기');
    await judged(from, 'link-anchor');
    await replace(document, '## 배포하기', '## 설치');
    await clean(from, 'link-anchor');
  });

  it('sees posts come and go', async () => {
    const from = await make('from-later.md', withLink('/2026/01/later/'));
    await show(from);
    await judged(from, 'link-target');
    const later = await make('later.md', `${head('나중에 쓴 글')}본문\n`);
    await clean(from, 'link-target');
    await vscode.workspace.fs.delete(later);
    await judged(from, 'link-target');
  });

  it('sees posts in a folder that is moved', async () => {
    const from = await make('from-moved.md', withLink('/2026/01/moved-inner/'));
    await show(from);
    await judged(from, 'link-target');
    const aside = inBlog('aside');
    await write(vscode.Uri.joinPath(aside, 'more/moved-inner.md'), `${head('옮긴 글')}본문\n`);
    const place = inPosts('moved');
    await places.make(place);
    await vscode.workspace.fs.rename(aside, place);
    await clean(from, 'link-target');
    await vscode.workspace.fs.rename(place, aside);
    await places.make(aside);
    await judged(from, 'link-target');
  });

  it('refreshes the rows of closed posts, once all were checked', async () => {
    const from = await make('from-closed.md', withLink('/2026/01/closed-target/'));
    const target = await make('closed-target.md', `${head('가리켜지는 글')}본문\n\n[빈 주소]()\n`);
    await eventually(async () => {
      await vscode.commands.executeCommand('techPost.checkAll');
      return rules(target).includes('link-empty');
    });
    equal(rules(from), []);
    const document = await show(target);
    await replace(document, 'title:', 'draft: true\ntitle:');
    await judged(from, 'link-to-draft');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await clean(from, 'link-to-draft');
    await judged(target, 'link-empty');
    await write(target, head('가리켜지는 글', 'draft: true\n'));
    await judged(from, 'link-to-draft');
    equal(problems(from).length, 1);
  });

  it('sees the hour of a post come', async () => {
    const soon = new Date(Date.now() + 4000).toISOString().replace(/\.\d+Z/, 'Z');
    await make('soon.md', head('곧 나올 글').replace('2026-01-02', soon) + '본문\n');
    const from = await make('from-soon.md', withLink('{{< relref "soon.md" >}}'));
    await show(from);
    await judged(from, 'link-to-draft');
    await clean(from, 'link-to-draft');
  });

  it('answers a key stroke while two thousand new posts are read', async function () {
    this.timeout(90_000);
    const from = await make('from-many.md', `${withLink('/2026/01/many-1999/')}[없는 글](/2026/01/none/)\n`);
    const document = await show(from);
    const missing = (): number => rules(from).filter(rule => rule === 'link-target').length;
    await eventually(() => missing() === 2);

    const empty = (): number => rules(from).filter(rule => rule === 'link-empty').length;
    /** Milliseconds from a key stroke to what is said of it. */
    async function stroke(): Promise<number> {
      const before = empty();
      const began = performance.now();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(from, document.lineAt(document.lineCount - 1).range.end, '\n[빈 주소]()\n');
      await vscode.workspace.applyEdit(edit);
      await eventually(() => empty() > before);
      return performance.now() - began;
    }
    const strokes = async (count: number): Promise<number> => {
      const all: number[] = [];
      while (all.length < count) all.push(await stroke());
      return all.sort((a, b) => a - b)[count >> 1]!;
    };

    const quiet = await strokes(5);
    const folder = inPosts('many');
    await places.make(folder);
    const body = '문단 하나의 글이 이어집니다. **굵게** 그리고 `코드`와 [링크](/2026/01/many-0/).\n\n'.repeat(40);
    await Promise.all(Array.from({ length: 2000 }, (_, index) => write(vscode.Uri.joinPath(folder, `many-${index}.md`), head(`글 ${index}`) + body)));
    const busy = await strokes(5);
    equal(busy < quiet * 5 ? 'quick' : `${busy} ms, ${quiet} ms when nothing else is done`, 'quick');
    await eventually(() => missing() === 1, 60_000);
  });
});
