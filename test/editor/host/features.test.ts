// What an editor offers for the links of a blog: to follow, complete, explain, list and rename them.
import * as vscode from 'vscode';
import { inBlog, inPosts, made, show } from './blog';
import { equal, eventually } from './check';

const head = (title: string, more = ''): string => `---\ntitle: ${title}\ndate: 2026-01-02\ndescription: 요약\n${more}---\n\n`;

/** The blog is read in the background: until that is done, answers may be smaller, or come from a provider that just went. */
async function becomes<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  let last: unknown;
  await eventually(async () => JSON.stringify(last = await read().catch(String)) === JSON.stringify(wanted)).catch(() => equal(last, wanted));
}

describe('features', () => {
  // files of each test have names of their own: news of one that went may come late
  const places = made();
  const make = (name: string, content: string): Promise<vscode.Uri> => places.make(inPosts(name), content);

  const linksOf = async (document: vscode.TextDocument): Promise<readonly string[]> => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    return links.map(({ range, target, tooltip }) => `${document.getText(range)} > ${target?.path.slice(inBlog('').path.length + 1)}${target?.fragment ? `#${target.fragment}` : ''} (${tooltip})`);
  };

  it('follows links to posts, headings and pictures, one link in each place', async () => {
    await make('far1.md', `${head('먼 글')}## 첫째\n\n글\n\n## 둘째\n\n글\n`);
    const document = await show(await make('near1.md', `${head('가까운 글')}[먼](/2026/01/far1/#둘째) [먼 글]({{< ref "far1.md" >}}) ![그림](/images/arch.png) [여기](#끝)\n\n## 끝\n\n글\n`));
    const wanted = [
      '/2026/01/far1/#둘째 > content/post/2026/far1.md#L11 (먼 글 › 둘째)', '{{< ref "far1.md" >}} > content/post/2026/far1.md (먼 글)',
      '/images/arch.png > static/images/arch.png (arch.png)', '#끝 > content/post/2026/near1.md#L9 (가까운 글 › 끝)',
    ];
    await becomes(() => linksOf(document), wanted);
  });

  it('offers posts by any word of their titles, ahead of all else', async () => {
    await make('far2.md', `${head('덩굴식물 기르는 법')}## 물 주기\n\n글\n`);
    const document = await show(await make('near2.md', `${head('가까운 글')}[먼](식물)\n\n[먼](/2026/01/far2/#)\n`));
    const offered = async (behind: string): Promise<vscode.CompletionItem | undefined> => {
      const at = document.positionAt(document.getText().indexOf(behind) + behind.length);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at);
      return [...items].sort((a, b) => ((a.sortText ?? nameOf(a)) < (b.sortText ?? nameOf(b)) ? -1 : 1))[0];
    };
    const post = await eventually(async () => {
      const item = await offered('](식물');
      return item && nameOf(item) === '덩굴식물 기르는 법' ? item : undefined;
    });
    equal(post.detail, '/2026/01/far2/');
    equal(String(post.insertText).includes('far2'), true);
    equal(nameOf((await offered('/far2/#'))!), '물 주기');
  });

  it('tells what a link leads to', async () => {
    await make('far3.md', head('먼 글', 'draft: true\n'));
    const document = await show(await make('near3.md', `${head('가까운 글')}[먼](/2026/01/far3/)\n\n![그림](/images/arch.png)\n`));
    const shown = async (word: string): Promise<string> => {
      const at = document.positionAt(document.getText().indexOf(word) + 2);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
      return hovers.flatMap(({ contents }) => contents).map(content => (typeof content === 'string' ? content : content.value)).join('\n');
    };
    await eventually(async () => /\*\*먼 글\*\*[^]*Draft · \/2026\/01\/far3\/[^]*요약/.test(await shown('/2026')));
    const picture = await shown('/images');
    equal(/!\[\]\([^)]*\/static\/images\/arch\.png\|height=160\)/.test(picture) && /\d KB/.test(picture), true);
  });

  it('lists the posts that link to a post and to a heading', async () => {
    const { uri } = await show(await make('far4.md', `${head('먼 글')}## 첫째\n\n[위](#첫째)\n`));
    await make('near4.md', `${head('가까운 글')}[먼](/2026/01/far4/)\n\n[먼]({{< ref "far4.md#첫째" >}})\n`);
    const found = async (line: number): Promise<readonly string[]> => {
      const all = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, new vscode.Position(line, 3));
      return all.map(({ uri: { path }, range }) => `${path.slice(path.lastIndexOf('/') + 1)}:${range.start.line}`).sort();
    };
    await becomes(() => found(1), ['near4.md:6', 'near4.md:8']);
    await becomes(async () => (await found(6)).filter(place => place.startsWith('near4')), ['near4.md:8']);
  });

  it('renames a heading and all links to it, in whatever file', async () => {
    const far = await show(await make('far5.md', `${head('먼 글')}## 첫째\n\n[위](#첫째)\n`));
    const near = await make('near5.md', `${head('가까운 글')}[먼](/2026/01/far5/#${encodeURIComponent('첫째')}) [먼]({{< ref "far5.md#첫째" >}})\n`);
    const at = new vscode.Position(6, 4);
    const rename = (): Thenable<vscode.WorkspaceEdit> => vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', far.uri, at, '맨 처음');
    const edit = await eventually(async () => {
      const made = await rename();
      return made.get(near).length ? made : undefined;
    });
    const prepared = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>('vscode.prepareRename', far.uri, at);
    equal(prepared.placeholder, '첫째');
    await vscode.workspace.applyEdit(edit);
    equal(far.getText().slice(head('먼 글').length), '## 맨 처음\n\n[위](#맨-처음)\n');
    const other = await vscode.workspace.openTextDocument(near);
    equal(other.getText().slice(head('가까운 글').length), `[먼](/2026/01/far5/#${encodeURIComponent('맨-처음')}) [먼]({{< ref "far5.md#맨-처음" >}})\n`);
  });

  it('takes links along when a post is renamed', async () => {
    const settings = vscode.workspace.getConfiguration('techPost');
    await settings.update('links.updateOnMove', 'always', vscode.ConfigurationTarget.Workspace);
    try {
      const far = await make('far6.md', head('먼 글'));
      const near = await show(await make('near6.md', `${head('가까운 글')}[먼](/2026/01/far6/) [먼]({{< ref "far6.md" >}})\n`));
      await becomes(() => linksOf(near), ['/2026/01/far6/ > content/post/2026/far6.md (먼 글)', '{{< ref "far6.md" >}} > content/post/2026/far6.md (먼 글)']);
      const edit = new vscode.WorkspaceEdit();
      const moved = inPosts('further6.md');
      await places.make(moved);
      edit.renameFile(far, moved);
      await vscode.workspace.applyEdit(edit);
      await becomes(async () => near.getText().slice(head('가까운 글').length), '[먼](/2026/01/further6/) [먼]({{< ref "further6.md" >}})\n');
    } finally {
      await settings.update('links.updateOnMove', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

const nameOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
