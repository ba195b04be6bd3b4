// A link added to the scrap in front of the writer, in each of VS Code's extension hosts: where nobody answers, too.
import * as vscode from 'vscode';
import { linkRequest } from '../../../src/core/writing/linkrequest';
import { inPosts, made, show } from './blog';
import { equal, eventually } from './check';

const scrap = '---\ntitle: 월간 링크 모음 31/01\ndate: 2031-01-31\ndescription: 요약\ndraft: true\n---\n\n## 글\n\n- [하나](https://example.com/1)\n- [둘](https://example.com/2)\n\n## 도구\n';
const accept = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');

describe('a link for a scrap', () => {
  const places = made();

  it('stands below the last one in its form, and is undone in one step', async () => {
    const document = await show(await places.make(inPosts('weekly-links-3101.md'), scrap));
    const done = vscode.commands.executeCommand('techPost.addLink', 'https://no-such-host.invalid/how-we-cache?utm_source=x');
    // the section, then the title that was made of the address
    await eventually(async () => {
      await accept();
      return document.getText() !== scrap;
    }, 18_000);
    await done;
    equal(document.getText(), scrap.replace('/2)\n', '/2)\n- [how we cache](https://no-such-host.invalid/how-we-cache)\n'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), scrap);
  });

  it('from the browser is read as VS Code hands it over', () => {
    const href = 'https://example.com/?q=%ED%95%9C&a=b+c&url=https%3A%2F%2Fx.example';
    const { path, query } = vscode.Uri.parse(`vscode://tech-post.tech-post/add-link?url=${encodeURIComponent(href)}&title=${encodeURIComponent('A & B = 100%')}`);
    equal([path, linkRequest(query)], ['/add-link', { address: href, title: 'A & B = 100%' }]);
  });
});
