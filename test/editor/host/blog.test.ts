// The blog around a post: its settings, its files, all of its posts, and the files that must not be touched.
import * as vscode from 'vscode';
import { closeAll, inBlog, inPosts, made, problems, read, rules, show, write } from './blog';
import { equal, eventually } from './check';

const POST = '---\ntitle: 제목\ndate: 2026-01-02\ndescription: 요약\n---\n\n[빈 주소]()\n\n![그림](/images/later.png)\n';

describe('blog', () => {
  const { make } = made();

  it('follows tech-post.json, and says what is wrong in it', async () => {
    const { uri } = await show(await make(inPosts('settings.md'), POST));
    await eventually(() => rules(uri).includes('link-empty'));
    const settings = await make(inBlog('tech-post.json'), '{ "rules": { "link-empty": "off", "no-such-rule": "error" } }');
    await eventually(() => !rules(uri).includes('link-empty') && rules(uri).includes('link-target'));
    const problem = await eventually(() => problems(settings)[0]);
    equal(problem.range.start.character > 10, true);
    await write(settings, '{ "rules": { "link-empty": "error" } }');
    const severity = (): vscode.DiagnosticSeverity | undefined => problems(uri).find(({ code }) => typeof code === 'object' && code.value === 'link-empty')?.severity;
    await eventually(() => problems(settings).length === 0 && severity() === vscode.DiagnosticSeverity.Error);
    await vscode.workspace.fs.delete(settings);
    await eventually(() => severity() === vscode.DiagnosticSeverity.Warning);
  });

  it('sees a picture that comes and goes', async () => {
    const { uri } = await show(await make(inPosts('picture.md'), POST));
    await eventually(() => rules(uri).includes('link-target'));
    const picture = await make(inBlog('static/images/later.png'), new Uint8Array([137, 80, 78, 71]));
    await eventually(() => rules(uri).length > 0 && !rules(uri).includes('link-target'));
    await vscode.workspace.fs.delete(picture);
    await eventually(() => rules(uri).includes('link-target'));
  });

  it('links each problem to the page of its rule', async () => {
    const { uri } = await show(await make(inPosts('code.md'), POST));
    const { code } = await eventually(() => problems(uri).find(({ code }) => typeof code === 'object' && code.value === 'link-empty'));
    equal((code as { target: vscode.Uri }).target.path.endsWith('/docs/rules/link-empty.md'), true);
  });

  it('turns a rule off in a post', async () => {
    const document = await show(await make(inPosts('switch.md'), POST));
    const problem = await eventually(() => problems(document.uri).find(({ code }) => typeof code === 'object' && code.value === 'link-empty'));
    const action = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range);
      return actions.find(({ title }) => title.includes('"link-empty"'));
    });
    await vscode.workspace.applyEdit(action.edit!);
    await eventually(() => !rules(document.uri).includes('link-empty') && rules(document.uri).includes('link-target'));
  });

  it('is silent when it is told to be', async () => {
    const { uri } = await show(await make(inPosts('silent.md'), POST));
    await eventually(() => rules(uri).length > 0);
    const settings = vscode.workspace.getConfiguration('techPost');
    await settings.update('lint.enable', false, vscode.ConfigurationTarget.Workspace);
    await eventually(() => rules(uri).length === 0);
    await settings.update('lint.enable', undefined, vscode.ConfigurationTarget.Workspace);
    await eventually(() => rules(uri).length > 0);
  });

  it('checks all posts, open or not, and keeps what it found', async () => {
    const closed = await make(inPosts('closed.md'), POST);
    await show(await make(inPosts('open.md'), POST));
    // the list of files hears of a new one when the file system says so
    await eventually(async () => {
      await vscode.commands.executeCommand('techPost.checkAll');
      return rules(closed).includes('link-empty');
    });
    await write(closed, POST.replace('[빈 주소]()', '고쳤습니다'));
    await eventually(() => rules(closed).length > 0 && !rules(closed).includes('link-empty'));
  });

  it('never writes over a file', async () => {
    const names = async (): Promise<readonly string[]> => (await vscode.workspace.fs.readDirectory(inPosts('.'))).map(([name]) => name);
    const before = await names();
    await vscode.commands.executeCommand('techPost.newScrap');
    const name = await eventually(async () => (await names()).find(each => !before.includes(each)));
    await closeAll();
    await vscode.workspace.fs.delete(inPosts(name));
    // no text, so that it is no earlier issue and stands just where the next one would
    const bytes = new Uint8Array([0, 1, 2, 3]);
    await make(inPosts(name), bytes);
    await vscode.commands.executeCommand('techPost.newScrap');
    equal([...await vscode.workspace.fs.readFile(inPosts(name))], [...bytes]);
    equal((await names()).length, before.length + 1);
  });

  it('changes nothing of a post that is only looked at', async () => {
    const uri = await make(inPosts('looked-at.md'), POST);
    await show(uri);
    await vscode.commands.executeCommand('techPost.openPreview');
    await eventually(() => rules(uri).length > 0);
    equal(await read(uri), POST);
  });
});
