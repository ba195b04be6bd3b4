// An address pasted into a scrap: the paste is what it always is, and beside it the link in the author's form is on offer.
import * as vscode from 'vscode';
import type { Say } from '../../core/language';
import type { Site } from '../../core/site';
import { isScrap, issueOf, scrapSeries } from '../../core/writing/scrapissue';
import { scrapBook } from '../../core/writing/scraplink';
import { issuesWith } from '../../core/writing/repeats';
import { cleanAddress } from '../../core/writing/tracking';
import { factsOf } from '../../core/facts';
import { linkedPage } from '../../net/linkedpage';
import type { OpenPost, Posts } from '../posts';
import { scrapsAmong } from './issues';

/** Whoever pastes waits for it: less long than for the command. */
const TIME_LIMIT = 4000;

class LinkPaste extends vscode.DocumentPasteEdit {
  constructor(readonly open: OpenPost, readonly address: string, readonly before: string, title: string) {
    super(address, title, KIND);
    this.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  }
}

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('markdown', 'link', 'scrap');

export function pastes(posts: Posts, say: Say): vscode.Disposable {
  return vscode.languages.registerDocumentPasteEditProvider({ language: 'markdown' }, {
    async provideDocumentPasteEdits(document, [range, ...more], data, _context, token) {
      if (!range?.isEmpty || more.length) return undefined;
      const address = cleanAddress(await data.get('text/plain')?.asString() ?? '');
      if (address === undefined || token.isCancellationRequested) return undefined;
      const open = await posts.of(document);
      if (!open || !isScrap(open.post, open.site) || document.offsetAt(range.start) < open.post.body.start) return undefined;
      const before = document.lineAt(range.start.line).text.slice(0, range.start.character);
      return [new LinkPaste(open, address, before, labelFor(address, open, say))];
    },
    // asked only when it is chosen
    async resolveDocumentPasteEdit(edit, token) {
      if (!(edit instanceof LinkPaste)) return edit;
      const stop = new AbortController();
      const stopped = token.onCancellationRequested(() => stop.abort());
      const [page, scraps] = await Promise.all([
        linkedPage(edit.address, say, { signal: stop.signal, timeLimit: TIME_LIMIT }),
        scrapsAmong(edit.open.blog, edit.open.site),
      ]);
      stopped.dispose();
      const book = scrapBook(issueOf(edit.open.post, scrapSeries(scraps, edit.open.site), edit.open.site));
      edit.insertText = book.write({ ...page, address: edit.address }, edit.before, edit.open.site);
      return edit;
    },
  }, { providedPasteEditKinds: [KIND], pasteMimeTypes: ['text/plain'] });
}

function labelFor(address: string, { post, site }: OpenPost, say: Say): string {
  const [first] = earlierWith(address, post, site);
  return first === undefined ? say('Insert as a link of the scrap') : say('Insert as a link of the scrap ("{0}" already had it)', site.index.of(first)?.title ?? first);
}

const earlierWith = (address: string, post: OpenPost['post'], site: Site): readonly string[] => issuesWith(address, factsOf(post, site), site);
