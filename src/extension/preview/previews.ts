// All open previews: one for each post, opened by a command or brought back after the window was reloaded.
import * as vscode from 'vscode';
import type { PageState } from '../../webview/protocol';
import { together } from '../work';
import { showPost, type Preview, type PreviewParts } from './panel';
import { pickView } from './picker';

const VIEW = 'techPost.preview';

export function previews(parts: PreviewParts): vscode.Disposable {
  const open = new Map<string, { readonly panel: vscode.WebviewPanel; readonly content: Preview }>();

  function adopt(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const key = uri.toString();
    open.get(key)?.content.dispose();
    const content = showPost(panel, uri, parts, () => { if (open.get(key)?.panel === panel) open.delete(key); });
    open.set(key, { panel, content });
  }

  /** The post whose preview has the focus, else one that is open. */
  const active = (): vscode.Uri | undefined => {
    const [key] = [...open].find(([, { panel }]) => panel.active) ?? [...open].find(([, { panel }]) => panel.visible) ?? [];
    return key === undefined ? undefined : vscode.Uri.parse(key, true);
  };

  return together(
    vscode.commands.registerCommand('techPost.openPreview', (asked?: unknown) => {
      const uri = asked instanceof vscode.Uri ? asked : vscode.window.activeTextEditor?.document.uri;
      if (!uri) return;
      if (parts.blogs.of(uri) === undefined) {
        void vscode.window.showInformationMessage(parts.say('Save the post first: the preview shows it as the blog in its folder would.'));
        return;
      }
      const known = open.get(uri.toString());
      if (known) known.panel.reveal(undefined, true);
      else adopt(vscode.window.createWebviewPanel(VIEW, '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }), uri);
    }),
    vscode.commands.registerCommand('techPost.chooseLook', async () => {
      const uri = active();
      const blog = uri && await parts.blogs.of(uri);
      if (uri && blog) await pickView(parts.choices, { uri, build: open.get(uri.toString())?.content.aboutLook() ?? '', canBuild: parts.builder.canBuild(blog) }, parts.say);
    }),
    vscode.commands.registerCommand('techPost.buildLook', async (asked?: unknown) => {
      const uri = asked instanceof vscode.Uri ? asked : active() ?? vscode.window.activeTextEditor?.document.uri;
      if (uri) await parts.builder.build(uri);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW, {
      async deserializeWebviewPanel(panel, state: Partial<PageState> | undefined) {
        if (typeof state?.uri === 'string') adopt(panel, vscode.Uri.parse(state.uri, true));
        else panel.dispose();
      },
    }),
    { dispose: () => { for (const { content } of [...open.values()]) content.dispose(); } },
  );
}
