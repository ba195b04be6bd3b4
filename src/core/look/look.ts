// From a build to the look of a post: which built page shows it, where in that page its text stands, which style sheets the page has.
// Hosts read files and core does not, so that a host asks until it is told a look, reading between what it is told to.
import type { Say } from '../language';
import { parsePost, type Post } from '../post';
import { renderBody } from '../preview';
import type { Site } from '../site';
import { blocksOf, findArticle, type Article, type Block, type NoArticle } from './article';
import { builtPageOf, TEXT_LIMIT, type Build } from './build';
import { mediaOf, unscripted } from './clean';
import { neighbours } from './neighbours';
import { MOST_SHEETS, SHEET_LIMIT, sheetsWanted, type Sheets } from './sheets';
import { attribute, elementsIn, isText, readPage, type Parent } from './tree';
import { targetOf, type Surrounding } from './within';

/** A built page in which the place of a post's text is known. */
export interface Look {
  /** The page's file in the build. */
  readonly page: string;
  readonly html: string;
  readonly root: Parent;
  readonly article: Article;
  /** The post that the page was made from, as it is now, and its blocks as we render them. */
  readonly source: Post;
  readonly blocks: readonly Block[];
  /** Whether that is the post in question; else it is one that looks most like it. */
  readonly isOwn: boolean;
  readonly sheets: Sheets;
}

export type LookAnswer =
  /** Files to read, in the build and in the site; a host puts each into `texts` or `sources`, undefined where it cannot. */
  | { readonly kind: 'needs'; readonly built: readonly string[]; readonly sources: readonly string[] }
  | { readonly kind: 'look'; readonly look: Look }
  /** In words for the writer. */
  | { readonly kind: 'none'; readonly reason: string };

/** How many pages of other posts are tried where the post has none. */
const MOST_NEIGHBOURS = 4;

/** To be asked again, with more texts, as long as the answer is `needs`; this ends after a few times. Bodies that ask for other pages want a complete index. */
export function lookOf(post: Post, site: Site, build: Build): LookAnswer {
  const { say } = site;
  if (!build.files.size) return { kind: 'none', reason: noBuild(site, say) };
  const own = builtPageOf(post, site, build);
  let failure: string | undefined;
  if (own !== undefined) {
    if (!build.texts.has(own)) return { kind: 'needs', built: [own], sources: [] };
    const found = inPage(own, post, true, site, build);
    if (typeof found !== 'string') return found;
    failure = found;
  }
  const others = neighbours(post, site, build).slice(0, MOST_NEIGHBOURS);
  for (const { path, page } of others) {
    if (!build.texts.has(page) || !build.sources.has(path)) return { kind: 'needs', built: build.texts.has(page) ? [] : [page], sources: build.sources.has(path) ? [] : [path] };
    const text = build.sources.get(path);
    if (text === undefined) continue;
    const found = inPage(page, parsePost(path, text, site), false, site, build);
    if (typeof found !== 'string') return found;
    failure ??= found;
  }
  return { kind: 'none', reason: failure ?? say('The build has no page of this post, nor of another one that it could look like.') };
}

/** Something that begins a page's body: without a layout there is none, and no place in it. */
const BEGUN = /<(?!(?:html|head|meta|title|link|style|script|base|noscript|template)\b)[a-z]/i;

function noBuild(site: Site, say: Say): string {
  const folder = site.flavor.buildFolder(site.config);
  return folder === undefined ? say('There is no build of this blog.') : say('There is no build of this blog in "{0}": {1} makes one.', folder, site.flavor.name);
}

/** @returns a reason where the page does not show the post */
function inPage(page: string, source: Post, isOwn: boolean, site: Site, build: Build): LookAnswer | string {
  const { say } = site;
  const html = build.texts.get(page);
  const root = html === undefined || html.length > TEXT_LIMIT || html.includes('\0') ? undefined : readPage(html);
  if (html === undefined || !root) return say('"{0}" in the build cannot be read.', page);
  const blocks = blocksOf(renderBody(source, site));
  const article = findArticle(root, blocks);
  if (typeof article === 'string') return reasonFor(article, page, say);
  if (!BEGUN.test(html.slice(0, article.span.start).replace(/<!--[^]*?-->/g, ''))) return say('"{0}" in the build is the post alone: the site has no layout for it.', page);
  const surrounding = { files: build.files, config: site.config, origins: originsOf(root, page, site) };
  const sheets: Sheets = { ...surrounding, texts: withinLimit(build.texts) };
  const wanted = wantedSheets(root, page, sheets);
  if (wanted.length) return { kind: 'needs', built: wanted, sources: [] };
  return { kind: 'look', look: { page, html, root, article, source, blocks, isOwn, sheets } };
}

function reasonFor(why: NoArticle, page: string, say: Say): string {
  switch (why) {
    case 'absent': return say('"{0}" in the build shows nothing of the post’s text.', page);
    case 'changed': return say('"{0}" in the build shows too little of the post as it is now: the blog has to be built again.', page);
    case 'unclear': return say('"{0}" in the build shows the post’s text in several pieces.', page);
  }
}

/** A style sheet that is too long counts as absent. */
const withinLimit = (texts: Build['texts']): Build['texts'] => new Map([...texts].map(([path, text]) => [path, /\.css$/i.test(path) && (text?.length ?? 0) > SHEET_LIMIT ? undefined : text]));

function wantedSheets(root: Parent, page: string, sheets: Sheets): readonly string[] {
  const wanted = new Set<string>();
  const seen = new Set<string>();
  for (const element of [...elementsIn(root)].flatMap(each => [each, ...unscripted(each)])) {
    if (element.tagName === 'style') {
      for (const path of sheetsWanted(element.childNodes.filter(isText).map(({ value }) => value).join(''), page, sheets)) wanted.add(path);
    } else if (element.tagName === 'link' && mediaOf(element) !== undefined) {
      const target = targetOf(attribute(element, 'href') ?? '', page, sheets);
      if (target.kind !== 'file' || seen.has(target.path) || seen.size >= MOST_SHEETS) continue;
      seen.add(target.path);
      if (!sheets.texts.has(target.path)) wanted.add(target.path);
      else for (const path of sheetsWanted(sheets.texts.get(target.path) ?? '', target.path, sheets)) wanted.add(path);
    }
  }
  return [...wanted].slice(0, MOST_SHEETS);
}

/** The site's own host, by its configuration and by what the page says of its own address: a build for a preview has another one. */
function originsOf(root: Parent, page: string, site: Site): Surrounding['origins'] {
  const origins = new Set<string>();
  const add = (url: string | undefined): void => {
    const found = /^https?:\/\/[^/?#\s]+/i.exec(url ?? '')?.[0];
    if (found) origins.add(found.toLowerCase());
  };
  add(site.config.origin);
  const address = page.replace(/(?:^|\/)index\.html$/, '').replace(/\.html$/, '');
  for (const element of elementsIn(root)) {
    const url = element.tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel') ?? '') ? attribute(element, 'href')
      : element.tagName === 'meta' && attribute(element, 'property') === 'og:url' ? attribute(element, 'content') : undefined;
    // a canonical address elsewhere names where the post first appeared
    if (url !== undefined && sameEnd(url, address)) add(url);
  }
  return origins;
}

function sameEnd(url: string, address: string): boolean {
  try {
    const path = decodeURIComponent(url.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')).normalize('NFC').replace(/(?:\/|\/index\.html|\.html)$/, '');
    return path.endsWith(`/${address.normalize('NFC')}`) || address === '';
  } catch {
    return false;
  }
}
