// The extension inside VS Code, seen through its API. Runs in both extension hosts, so it uses nothing but `vscode`.
import * as vscode from 'vscode';
import { equal, eventually } from './check';

const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
const post = (name: string) => vscode.Uri.joinPath(folder(), 'content/post/2026', name);
const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(problem => problem.source === 'Tech Post');
const rules = (uri: vscode.Uri) => problems(uri).map(problem => (typeof problem.code === 'object' ? problem.code.value : problem.code));

/** As a person opens it: what the API opens stays open for minutes after its editor is closed. */
async function open(name: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('vscode.open', post(name));
  return eventually(() => vscode.window.visibleTextEditors.map(editor => editor.document).find(document => document.uri.path.endsWith(name)));
}

async function insert(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  await vscode.workspace.applyEdit(edit);
}

describe('extension', () => {
  afterEach(async () => {
    for (const document of vscode.workspace.textDocuments.filter(each => each.isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is activated by a Markdown document', async () => {
    await open('friday-rules.md');
    await eventually(() => vscode.extensions.getExtension('tech-post.tech-post')?.isActive === true);
  });

  it('reports what is wrong in a post that is opened, where it is', async () => {
    const { uri } = await open('friday-rules.md');
    await eventually(() => rules(uri).includes('date-invalid'));
    equal(problems(uri).find(problem => /2026-13-01/.test(problem.message))?.range.start.line ?? problems(uri)[0]!.range.start.line, 1);
  });

  it('follows two posts that are edited at once', async () => {
    const first = await open('retrospective-2026-q3.md');
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    const second = await open('friday-rules.md');
    await Promise.all([insert(first, '\n\n[빈 주소]()\n'), insert(second, '\n\n[빈 주소]()\n')]);
    await eventually(() => rules(first.uri).includes('link-empty') && rules(second.uri).includes('link-empty'));
  });

  it('mends a mistyped path by a quick fix', async () => {
    const document = await open('one-line-json-logs.md');
    await eventually(() => rules(document.uri).includes('link-target'));
    const problem = problems(document.uri).find(each => each.message.includes('archi.png'))!;
    const fix = await eventually(async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range);
      return actions.find(action => action.title.includes('/images/arch.png'));
    });
    await vscode.workspace.applyEdit(fix.edit!);
    equal(document.getText().includes('(/images/arch.png)'), true);
    await eventually(() => !rules(document.uri).includes('link-target'));
  });

  it('forgets a post that is closed', async () => {
    const { uri } = await open('friday-rules.md');
    await eventually(() => problems(uri).length > 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => problems(uri).length === 0);
  });

  it('makes the next issue, and opens it instead of making it twice', async () => {
    const scraps = async () => (await vscode.workspace.fs.readDirectory(post('.'))).map(([name]) => name).filter(name => name.startsWith('monthly-scrap'));
    const before = await scraps();
    await vscode.commands.executeCommand('techPost.newScrap');
    const made = await eventually(async () => (await scraps()).find(name => !before.includes(name)));
    await eventually(() => vscode.window.activeTextEditor?.document.uri.path.endsWith(made));
  });

  it('opens its preview beside the editor', async () => {
    await open('one-line-json-logs.md');
    await vscode.commands.executeCommand('techPost.openPreview');
    await eventually(() => vscode.window.tabGroups.all.some(group => group.tabs.some(tab => tab.input instanceof vscode.TabInputWebview)));
  });
});
