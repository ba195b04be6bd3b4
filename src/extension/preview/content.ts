// What the preview shows of a post, as one message.
import * as vscode from 'vscode';
import { coloursFor } from '../../core/colour';
import { runsBetween } from '../../core/bodychange';
import { drawingsOf } from '../../core/drawing';
import { splitPath } from '../../core/files';
import { destinationOf, type Missing } from '../../core/links';
import { cardsOf } from '../../core/look/cards';
import { ownPage, STYLES } from '../../core/look/own';
import type { FittedLook } from '../../core/look/fit';
import { BODY_COMMENTS, wholePage } from '../../core/look/page';
import type { MissingImage } from '../../core/markdown/document';
import { piecesOf, type Piece } from '../../core/pieces';
import { renderBody } from '../../core/preview';
import type { Render } from '../../webview/protocol';
import { pathBelow } from '../blog';
import type { OpenPost } from '../posts';
import { allowsRemote, lookOf, type Choice } from './view';

export interface ContentOptions {
  readonly open: OpenPost;
  readonly webview: vscode.Webview;
  readonly extension: vscode.Uri;
  readonly serial: number;
  readonly editedLine: number | undefined;
  /** What the webview has; undefined for one that has nothing yet. */
  readonly shown: Shown | undefined;
  readonly choice: Choice;
  /** The blog's own look, where that is asked for and there. */
  readonly fitted: FittedLook | undefined;
  /** HTML of our own for the bar over the page. */
  readonly bar: string;
}

/** What a message has brought into the webview: the next one needs to say only what is different. */
export interface Shown {
  readonly serial: number;
  readonly page: string;
  readonly pieces: readonly Piece[];
  /** As JSON. */
  readonly resources: string;
}

/** In characters. The code of longer posts stays plain: there is more of it than is remembered, and all of it would be coloured at each key stroke. */
const COLOURED = 400_000;

export function contentOf({ open, webview, extension, serial, editedLine, shown, choice, fitted, bar }: ContentOptions): { readonly message: Render; readonly shown: Shown } {
  const { post, site, blog, version } = open;
  const { say } = site;
  const language = vscode.env.language;
  const image = (target: string): string | MissingImage => addressOf(target, open, webview);
  const made = renderBody(post, site, {
    hasLines: true, showsDropped: true, image, colour: post.text.length > COLOURED ? undefined : coloursFor(site, fitted?.classes),
    droppedReason: say('{0} leaves HTML out as this site is set up.', site.flavor.name),
    missingHint: near => say('There is "{0}".', near),
  });
  const html = fitted ? fitted.dressBody(made) : made;
  const own = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, 'media', 'preview', `${name}.css`)).toString();
  const look = lookOf(choice, blog.uri(post.path));
  const style = look === 'site' ? STYLES[0] : look;
  const authors = ownStyleSheets(open).map(sheet => withRevision(sheet, open, webview));
  const page = wholePage(fitted ? fitted.dress(post) : ownPage(post, site, { style, sheets: [own('base'), own(style), own('marks'), ...authors], language, image }), '');
  const pieces = piecesOf(html, shown?.pieces);
  const resources = resourcesOf(pieces, image);
  const asText = JSON.stringify(resources);
  // what a piece asks for may be there now, though its HTML is the same
  const isSame = shown?.resources === asText;
  const message: Render = {
    kind: 'render', drawings: drawingsOf(post, site), version, serial, editedLine,
    body: { since: isSame ? shown.serial : undefined, runs: runsBetween(isSame ? shown.pieces : [], pieces) },
    page: page === shown?.page ? undefined : { html: page, bodyComments: BODY_COMMENTS, isOwn: fitted === undefined, sheets: fitted ? [own('marks'), ...authors] : [] },
    bar,
    cards: choice.hasCards ? cardsOf(post, site, { language, body: html, image }).html : '',
    resources,
    ownOrigin: originOf(webview.asWebviewUri(blog.root)),
    view: { width: choice.width, scheme: choice.scheme },
    words: { leftOut: say('The preview leaves this out.'), openOutside: say('Open in the browser') },
  };
  return { message, shown: { serial, page, pieces, resources: asText } };
}

const originOf = ({ scheme, authority }: vscode.Uri): string => `${scheme}://${authority}/`;

/** Where the page loads a picture from, or what is missing. What is written in a template language stays as it is. */
function addressOf(target: string, open: OpenPost, webview: vscode.Webview): string | MissingImage {
  const destination = destinationOf({ target, place: 'markdown', isImage: true }, open.post, open.site);
  switch (destination.kind) {
    // a page on https loads no picture from http: browsers ask for https instead
    case 'external': return pictureElsewhere(destination.url, open);
    case 'file': return withRevision(open.blog.uri(destination.path), open, webview);
    case 'missing': return { path: destination.address, near: nearOf(destination) };
    // what only the build can say is shown as the writer sees it: from the folders
    case 'unknown': return destination.path === undefined ? target : withRevision(open.blog.uri(destination.path), open, webview);
    case 'anchor': case 'page': case 'made': return target;
  }
}

/** Only what the page's policy lets in is asked for; anything else is named, so that no reader wonders. */
function pictureElsewhere(url: string, { blog, post }: OpenPost): string | MissingImage {
  if (/^data:image\//i.test(url)) return url;
  // a page on https loads no picture from http: browsers ask for https instead
  const address = url.replace(/^(?:http:)?\/\//i, 'https://');
  return /^https:\/\//i.test(address) && allowsRemote(blog.uri(post.path)) ? address : { path: url, near: undefined };
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

/** What pieces ask for, by the piece: most are those of the key stroke before. */
const asked = new WeakMap<Piece, readonly string[]>();

/** Addresses in raw HTML, which the dialect hands through as they are written. */
function resourcesOf(pieces: readonly Piece[], image: (target: string) => string | MissingImage): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = Object.create(null) as Record<string, string | undefined>;
  for (const piece of pieces) {
    let targets = asked.get(piece);
    if (!targets) asked.set(piece, (targets = targetsIn(piece.html)));
    for (const target of targets) {
      if (target in found) continue;
      const address = image(target);
      found[target] = typeof address === 'string' ? address : undefined;
    }
  }
  return found;
}

function targetsIn(html: string): readonly string[] {
  return [...html.matchAll(SOURCES)].flatMap(([tag]) => [...tag.matchAll(ADDRESS)].map(([, double, single, bare]) => (double ?? single ?? bare ?? '').replace(/&amp;/g, '&')))
    .filter(target => target !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target));
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
