// What the preview's page shows of a post, as one message.
import * as vscode from 'vscode';
import { splitPath } from '../../core/files';
import { destinationOf, type Missing } from '../../core/links';
import { lint } from '../../core/lint';
import type { MissingImage } from '../../core/markdown/document';
import { contentsOf, headOf, renderBody, type PostHead } from '../../core/preview';
import { RULES } from '../../core/rules';
import type { Gap, Head, Render } from '../../webview/protocol';
import { pathBelow } from '../blog';
import type { OpenPost } from '../posts';

/** Each is a style sheet in media/preview; the first counts when nothing else is said. */
const STYLES = ['paper', 'plain'] as const;

export interface ContentOptions {
  readonly open: OpenPost;
  readonly webview: vscode.Webview;
  readonly extension: vscode.Uri;
  readonly serial: number;
  readonly editedLine: number | undefined;
}

export function contentOf({ open, webview, extension, serial, editedLine }: ContentOptions): Render {
  const { post, site, blog, version } = open;
  const { say } = site;
  const uri = blog.uri(post.path);
  const language = vscode.env.language;
  const head = headOf(post, site, language);
  const image = (target: string): string | MissingImage => addressOf(target, open, webview);
  const html = renderBody(post, site, {
    hasLines: true, showsDropped: true, image,
    droppedReason: say('{0} leaves HTML out as this site is set up.', site.flavor.name),
    missingHint: near => say('There is "{0}".', near),
  });
  const entries = head.wantsContents ? contentsOf(post.headings) : [];
  const chosen = vscode.workspace.getConfiguration('techPost', uri).get('preview.style');
  const style = STYLES.find(name => name === chosen) ?? STYLES[0];
  const [syntaxError] = post.frontMatter?.errors.length ? lint(post, site, RULES.filter(({ id }) => id === 'front-matter-syntax')) : [];
  return {
    kind: 'render', version, serial, language: site.config.language, style, html, editedLine,
    styleSheets: [
      webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'preview', 'base.css')).toString(),
      webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'preview', `${style}.css`)).toString(),
      ...ownStyleSheets(open).map(sheet => withRevision(sheet, open, webview)),
    ],
    head: toHead(head, open, image),
    contents: entries.length ? { title: say('Contents'), entries } : undefined,
    frontMatterError: syntaxError && say('Line {0}: {1}', post.lines.positionAt(syntaxError.span.start).line, syntaxError.message),
    resources: resourcesOf(html, image),
    ownOrigin: originOf(webview.asWebviewUri(blog.root)),
    words: { leftOut: say('The preview leaves this out.'), openOutside: say('Open in the browser') },
  };
}

function toHead(head: PostHead, { post, site }: OpenPost, image: (target: string) => string | MissingImage): Head {
  const { say } = site;
  // a README has no head to fill in, and in front matter that cannot be read nothing is known to be missing
  const hasGaps = site.flavor.isPost(post.path, site) && !post.frontMatter?.isBroken;
  const gap = (name: Gap['gap'], text: string): Gap | undefined => (hasGaps ? { gap: name, text } : undefined);
  const cover = head.cover === undefined ? undefined : image(head.cover);
  return {
    badges: head.badges,
    cover: cover === undefined ? undefined : typeof cover === 'string'
      ? { address: cover }
      : { missing: cover.path, hint: cover.near === undefined ? undefined : say('There is "{0}".', cover.near) },
    title: head.isTitleInBody ? undefined : head.title ?? gap('title', say('No title: add one')),
    summary: head.summary ?? gap('summary', say('No description: add one')),
    byline: head.author === undefined ? undefined : say('By {0}', head.author),
    date: head.date,
    readingTime: say('{0} min read', head.minutes),
    categories: head.categories,
    tags: head.tags,
  };
}

const originOf = ({ scheme, authority }: vscode.Uri): string => `${scheme}://${authority}/`;

/** Where the page loads a picture from, or what is missing. What is written in a template language stays as it is. */
function addressOf(target: string, open: OpenPost, webview: vscode.Webview): string | MissingImage {
  const destination = destinationOf({ target, place: 'markdown', isImage: true }, open.post, open.site);
  switch (destination.kind) {
    // a page on https loads no picture from http: browsers ask for https instead
    case 'external': return destination.url.replace(/^(?:http:)?\/\//i, 'https://');
    case 'file': return withRevision(open.blog.uri(destination.path), open, webview);
    case 'missing': return { path: destination.address, near: nearOf(destination) };
    // what only the build can say is shown as the writer sees it: from the folders
    case 'unknown': return destination.path === undefined ? target : withRevision(open.blog.uri(destination.path), open, webview);
    case 'anchor': case 'page': case 'made': return target;
  }
}

/** What was meant: the address that is there, else the file that is there and gets no address. */
function nearOf({ near, address, file }: Missing): string | undefined {
  return near === undefined ? file : shortened(near, address);
}

/** In the folder where it was looked for, its name says enough. */
function shortened(near: string, missing: string): string {
  const { folder, name } = splitPath(near);
  return folder === splitPath(missing).folder ? name : near;
}

/** Another address for each change of the file, so that the page does not show an old one. */
function withRevision(uri: vscode.Uri, { blog }: OpenPost, webview: vscode.Webview): string {
  const path = blog.pathOf(uri);
  const revision = path === undefined ? 0 : blog.revision(path);
  const address = webview.asWebviewUri(uri);
  return (revision ? address.with({ query: String(revision) }) : address).toString();
}

const SOURCES = /<(?:img|video|audio|source|track)\b[^>]*>/gi;
const ADDRESS = /\s(?:src|poster)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;

/** Addresses in raw HTML, which the dialect hands through as they are written. */
function resourcesOf(html: string, image: (target: string) => string | MissingImage): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = Object.create(null) as Record<string, string | undefined>;
  for (const [tag] of html.matchAll(SOURCES)) {
    for (const [, double, single, bare] of tag.matchAll(ADDRESS)) {
      const target = (double ?? single ?? bare ?? '').replace(/&amp;/g, '&');
      if (target === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target) || target in found) continue;
      const address = image(target);
      found[target] = typeof address === 'string' ? address : undefined;
    }
  }
  return found;
}

/**
 * The author's own style sheets, from the blog's root or the workspace's folder. Not in a workspace that is not trusted: its
 * settings are not the writer's own.
 */
function ownStyleSheets({ blog, post }: OpenPost): readonly vscode.Uri[] {
  if (!vscode.workspace.isTrusted) return [];
  const uri = blog.uri(post.path);
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  const written = vscode.workspace.getConfiguration('techPost', uri).get<unknown>('preview.css');
  const paths = Array.isArray(written) ? written.filter(path => typeof path === 'string' && path.trim() !== '') : [];
  return (paths as string[]).flatMap(path => {
    const inBlog = vscode.Uri.joinPath(blog.root, path);
    const below = pathBelow(blog.root, inBlog);
    if (below !== undefined && blog.site().files.has(below)) return [inBlog];
    const inFolder = folder && vscode.Uri.joinPath(folder, path);
    return inFolder && pathBelow(folder, inFolder) !== undefined ? [inFolder] : [];
  });
}
