// A card about the target of a link: what it is called, whether readers see it, what it is about; and about a field of front matter.
import * as vscode from 'vscode';
import { aboutAt, type About } from '../../core/editing/about';
import { aboutFieldAt, type FieldAbout } from '../../core/editing/fieldhovers';
import type { Say } from '../../core/language';
import type { Blog } from '../blog';
import { rangeOf } from '../diagnostics';
import type { Posts } from '../posts';

/** Bytes; a larger picture takes too long to show beside a pointer. */
const LARGEST = 8_000_000;

export function hovers(posts: Posts): vscode.Disposable {
  return vscode.languages.registerHoverProvider({ language: 'markdown' }, {
    async provideHover(document, position) {
      const open = await posts.of(document);
      if (!open || open.version !== document.version) return undefined;
      const { post, site, blog } = open;
      const offset = document.offsetAt(position);
      const about = aboutAt(post, offset, site);
      if (!about) {
        const field = aboutFieldAt(post, offset, site);
        return field && new vscode.Hover(fieldCard(field, site.say), rangeOf(field.span, post.lines));
      }
      return new vscode.Hover(about.isPicture ? await picture(about, blog) : card(about), rangeOf(about.span, post.lines));
    },
  });
}

function card({ title, heading, status, address, summary }: About): vscode.MarkdownString {
  const line = [status, address === title ? undefined : address].filter(part => part !== undefined).join(' · ');
  const head = [`**${plain(heading ?? title)}**`, ...(heading === undefined ? [] : [plain(title)]), ...(line === '' ? [] : [plain(line)])].join('  \n');
  return new vscode.MarkdownString(summary === undefined ? head : `${head}\n\n${plain(summary)}`);
}

/** What a key is for may have code in it: that sentence is ours. */
function fieldCard({ title, meaning, facts, source }: FieldAbout, say: Say): vscode.MarkdownString {
  const head = [`**${plain(title)}**`, ...(meaning === undefined ? [] : [meaning])].join('  \n');
  return new vscode.MarkdownString([head, ...(facts.length ? [facts.map(plain).join('  \n')] : []), ...(source === undefined ? [] : [`[${say('Documentation')}](${source})`])].join('\n\n'));
}

/** As it is, whatever Markdown would make of it. `appendText` does the same, but glues all words together so that no line breaks. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[^\p{L}\p{N}\s/·]/gu, sign => (sign.charCodeAt(0) < 128 ? `\\${sign}` : sign));

/** Files of the blog only: what lies elsewhere is not loaded for a pointer that passes by. */
async function picture({ title, file, address, isPlainPath }: About, blog: Blog): Promise<vscode.MarkdownString> {
  const uri = blog.uri(file!);
  const size = await vscode.workspace.fs.stat(uri).then(stat => stat.size, () => undefined);
  const text = new vscode.MarkdownString();
  // where the path is one on the disk, VS Code shows the picture itself
  if (!isPlainPath && size !== undefined && size <= LARGEST) text.appendMarkdown(`![](${uri.toString()}|height=160)\n\n`);
  return text.appendMarkdown(plain([address ?? title, ...(size === undefined ? [] : [sizeInWords(size)])].join(' · ')));
}

const sizeInWords = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
