// What an editor offers for the links of a blog: to follow, complete, explain, list and rename them.
import * as vscode from 'vscode';
import { closeAll, inBlog, inPosts, show, write } from './blog';
import { equal, eventually } from './check';

const head = (title: string, more = ''): string => `---\ntitle: ${title}\ndate: 2026-01-02\ndescription: 요약\n${more}---\n\n`;

/** The blog is read in the background: until that is done, answers may be smaller. */
async function becomes<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  let last: T | undefined;
  await eventually(async () => JSON.stringify(last = await read()) === JSON.stringify(wanted)).catch(() => equal(last, wanted));
}

describe('features', () => {
  const made: vscode.Uri[] = [];
  const make = async (name: string, content: string): Promise<vscode.Uri> => {
    const uri = inPosts(name);
    made.push(uri);
    await write(uri, content);
    return uri;
  };
  afterEach(async () => {
    await closeAll();
    for (const uri of made.splice(0).reverse()) await vscode.workspace.fs.delete(uri).then(undefined, () => {});
  });

  const linksOf = async (document: vscode.TextDocument): Promise<readonly string[]> => {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 100);
    return links.map(({ range, target, tooltip }) => `${document.getText(range)} > ${target?.path.slice(inBlog('').path.length)}${target?.fragment ? `#${target.fragment}` : ''} (${tooltip})`);
  };

  it('follows links to posts, headings and pictures, one link in each place', async () => {
    await make('far.md', `${head('먼 글')}## 첫째\n\n글\n\n## 둘째\n\n글\n`);
    const document = await show(await make('near.md', `${head('가까운 글')}[먼](/2026/01/far/#둘째) [먼 글]({{< ref "far.md" >}}) ![그림](/images/arch.png) [여기](#끝)\n\n## 끝\n\n글\n`));
    const wanted = [
      '/2026/01/far/#둘째 > content/post/2026/far.md#L11 (먼 글 › 둘째)', '{{< ref "far.md" >}} > content/post/2026/far.md (먼 글)',
      '/images/arch.png > static/images/arch.png (arch.png)', '#끝 > content/post/2026/near.md#L9 (가까운 글 › 끝)',
    ];
    await becomes(() => linksOf(document), wanted);
  });
});
