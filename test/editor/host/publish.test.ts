// A post that is published and taken back by the commands, and both undone in one step.
import * as vscode from 'vscode';
import { inBlog, inPosts, made, problems, read, show } from './blog';
import { equal, eventually } from './check';

const wide = '한 문장으로 무엇을 썼는지 알리는 요약입니다';
const post = (...lines: readonly string[]): string => `---\ntitle: 글\n${lines.join('\n')}\ndescription: ${wide}\n---\n\n글\n`;
const command = (name: string): Thenable<unknown> => vscode.commands.executeCommand(`techPost.${name}`);
const stands = (uri: vscode.Uri): Thenable<boolean> => vscode.workspace.fs.stat(uri).then(() => true, () => false);
const openAt = (uri: vscode.Uri): Promise<vscode.TextDocument> =>
  eventually(() => vscode.window.visibleTextEditors.map(({ document }) => document).find(document => document.uri.toString() === uri.toString()));

describe('publishing', () => {
  const places = made();

  it('turns a draft on and dates it, takes it back, and undoes each in one step', async () => {
    const draft = post('date: 2026-01-02T09:00:00+09:00', 'draft: true');
    const document = await show(await places.make(inPosts('publish1.md'), draft));
    const begun = Date.now();
    await command('publish');
    const published = document.getText();
    const date = /^date: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00)$/m.exec(published)?.[1] ?? '';
    equal(Date.parse(date) >= begun - 1000 && Date.parse(date) <= Date.now(), true);
    equal(published, draft.replace(/date: .*/, `date: ${date}`).replace('draft: true', 'draft: false'));
    await command('unpublish');
    equal(document.getText(), published.replace('draft: false', 'draft: true'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), published);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), draft);
  });

  it('moves a draft of Jekyll with the links to it, all undone together, and never over a file', async () => {
    const at = (path: string): vscode.Uri => inBlog(`publish2/${path}`);
    await places.make(inBlog('publish2'));
    await vscode.workspace.fs.createDirectory(at('_drafts'));
    const draft = post('date: 2026-01-02 09:00:00 +0900');
    const near = post('date: 2026-01-03 09:00:00 +0900').replace('\n글\n', '\n[글]({{ site.baseurl }}{% link _drafts/x.md %})\n');
    for (const [path, text] of [['_config.yml', 'title: 글\n'], ['_drafts/x.md', draft], ['_posts/2026-01-03-near.md', near]] as const) await places.make(at(path), text);
    await show(at('_drafts/x.md'));
    await command('publish');
    const [moved] = await eventually(async () => {
      const names = (await vscode.workspace.fs.readDirectory(at('_posts'))).map(([name]) => name).filter(name => name.endsWith('-x.md'));
      return names.length ? names : undefined;
    });
    const uri = at(`_posts/${moved}`);
    const document = await openAt(uri);
    equal(await stands(at('_drafts/x.md')), false);
    equal(document.getText().includes(`\ndate: ${moved!.slice(0, 10)} `), true);
    const other = await vscode.workspace.openTextDocument(at('_posts/2026-01-03-near.md'));
    equal(other.getText().includes(moved!.replace('.md', '')), true);

    await vscode.commands.executeCommand('undo');
    const back = await openAt(at('_drafts/x.md'));
    equal(await stands(uri), false);
    equal(back.getText(), draft);
    await eventually(() => other.getText() === near);

    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('남의 글'));
    await command('publish');
    equal([back.getText(), await read(uri)], [draft, '남의 글']);
  });

  it('is offered in the light bulb of a draft', async () => {
    const document = await show(await places.make(inPosts('publish4.md'), post('date: 2026-01-02T09:00:00+09:00', 'draft: true')));
    const problem = await eventually(() => problems(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'draft'));
    const [action] = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range);
      const own = found.filter(each => each.command?.command === 'techPost.publish');
      return own.length ? own : undefined;
    });
    await command(action!.command!.command.replace('techPost.', ''));
    equal(/^draft: false$/m.test(document.getText()) && !/^date: 2026-01-02/m.test(document.getText()), true);
  });

  it('asks where readers would see a problem, and changes nothing unasked', async () => {
    const draft = post('date: 2026-01-02', 'draft: true').replace('\n글\n', '\n[글](/nowhere/)\n');
    const document = await show(await places.make(inPosts('publish3.md'), draft));
    // tests are shown no dialogs: the editor answers with an error instead
    await command('publish').then(undefined, () => {});
    equal(document.getText(), draft);
  });
});
