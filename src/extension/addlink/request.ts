// Links that come from a browser: a bookmark of its bar opens an address of ours. Any page may open it too, so that nothing is
// fetched or written before the writer has seen what is asked for.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import { linkRequest, type LinkRequest } from '../../core/writing/linkrequest';
import { isPrivateHost } from '../../net/hosts';

/** @param add what is done with a link that the writer wants */
export function requests(add: (request: LinkRequest) => Promise<void>, say: Say): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri(uri) {
      if (uri.path !== '/add-link') return;
      const request = linkRequest(uri.query);
      if (!request) {
        void vscode.window.showWarningMessage(say('What the browser sent is no address of http or https: nothing was added.'));
        return;
      }
      const { host, hostname } = new URL(request.address);
      if (isPrivateHost(hostname)) {
        void vscode.window.showWarningMessage(say('The browser sent an address of this machine or its network, "{0}": nothing was added.', host));
        return;
      }
      const yes = say('Add');
      const detail = [...(request.title === '' ? [] : [request.title]), request.address].join('\n');
      if (await vscode.window.showInformationMessage(say('Add a link to {0} to your scrap?', host), { modal: true, detail }, yes) === yes) await add(request);
    },
  });
}
