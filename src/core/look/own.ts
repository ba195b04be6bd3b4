// The page in our own styles: the head of the post as blogs show it, its contents and its body.
import { minutesAbout } from '../length';
import { lint } from '../lint';
import type { MissingImage } from '../markdown/document';
import type { Post } from '../post';
import { contentsOf, headOf, type Badge, type ContentsEntry, type PostHead } from '../preview';
import { RULES } from '../rules';
import type { Site } from '../site';
import { element, type Content, type Markup } from './markup';
import type { Page } from './page';

/** Each is a style sheet in media/preview that goes with base.css; the first counts when nothing else is said. */
export const STYLES = ['paper', 'plain'] as const;
export type Style = (typeof STYLES)[number];

/** `site` is the blog's own, where a build of it is there. */
export const LOOKS = ['site', ...STYLES] as const;
export type LookName = (typeof LOOKS)[number];

/** What can be filled in by a click. */
export type GapName = 'title' | 'summary';

export interface OwnPageOptions {
  readonly style: Style;
  /** Addresses of style sheets, in order: base.css, the style's, the author's own. */
  readonly sheets: readonly string[];
  /** The look that VS Code's class names give; a host that has a theme of its own sets these itself. */
  readonly scheme?: 'light' | 'dark';
  /** Of the reader, for dates: `ko`. */
  readonly language: string;
  /** Where the cover is shown from. */
  image(target: string): string | MissingImage;
}

export function ownPage(post: Post, site: Site, { style, sheets, scheme, language, image }: OwnPageOptions): Page {
  const head = headOf(post, site, language);
  const entries = head.wantsContents ? contentsOf(post.headings) : [];
  const opening = [
    element('meta', { charset: 'utf-8' }), element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, head.title ?? ''), ...sheets.map(href => element('link', { rel: 'stylesheet', href })),
  ].map(({ html }) => html).join('\n');
  const above = [postHead(head, post, site, image), errorBox(post, site), entries.length ? contents(entries, site) : undefined].flatMap(part => part?.html ?? []).join('\n');
  const lang = site.config.language;
  const classes = [style, ...(scheme ? [`vscode-${scheme}`] : [])].join(' ');
  return {
    before: `<!doctype html>\n<html ${attribute('lang', lang)}>\n<head>\n${opening}\n</head>\n<body ${attribute('class', classes)}>\n<main id="page" ${attribute('lang', lang)}>\n${above}\n<article id="article">`,
    after: '</article>\n</main>\n</body>\n</html>\n',
  };
}

const attribute = (name: string, value: string): string => element('i', { [name]: value }).html.slice(3, -5);

function postHead(head: PostHead, post: Post, site: Site, image: OwnPageOptions['image']): Markup {
  const { say } = site;
  return element('header', { class: 'post-head' },
    badgeList(head.badges),
    cover(head, site, image),
    head.isTitleInBody ? undefined : head.title === undefined ? gap('title', post, site) : element('h1', {}, head.title),
    head.summary === undefined ? gap('summary', post, site) : element('p', { class: 'lead' }, head.summary),
    element('div', { class: 'facts' },
      head.author === undefined ? undefined : element('span', { class: 'byline' }, say('By {0}', head.author)),
      head.date && element('time', { datetime: head.date.iso }, head.date.words),
      element('span', { class: 'reading-time' }, say('{0} min read', Math.max(1, minutesAbout(post, site)))),
      head.categories.map(name => element('span', { class: 'category' }, name)),
      head.tags.map(name => element('span', { class: 'tag' }, `#${name}`))),
  );
}

/** What will happen to the post, in words; nothing for a post that is published. */
export const badgeList = (badges: readonly Badge[]): Markup | undefined =>
  (badges.length ? element('p', { class: 'badges' }, badges.map(({ kind, text }) => element('span', { class: `badge ${kind}` }, text))) : undefined);

/** What readers will miss, to be clicked; in front matter that cannot be read nothing is known to be missing. */
export function gap(name: GapName, post: Post, site: Site): Markup | undefined {
  // a README has no head to fill in
  if (!site.flavor.isPost(post.path, site) || post.frontMatter?.isBroken) return undefined;
  const text = name === 'title' ? site.say('No title: add one') : site.say('No description: add one');
  return element('button', { type: 'button', class: 'gap', 'data-gap': name }, text);
}

function cover({ cover }: PostHead, site: Site, image: OwnPageOptions['image']): Content {
  if (cover === undefined) return undefined;
  const shown = image(cover);
  if (typeof shown === 'string') return element('img', { class: 'cover', alt: '', src: shown });
  const hint = shown.near === undefined ? undefined : element('span', { class: 'missing-hint' }, site.say('There is "{0}".', shown.near));
  return element('span', { class: 'missing-image' }, element('span', { class: 'missing-path' }, shown.path), hint);
}

const SYNTAX = RULES.filter(({ id }) => id === 'front-matter-syntax');

/** Why the front matter cannot be read. */
export function errorBox(post: Post, site: Site): Markup | undefined {
  const [error] = post.frontMatter?.errors.length ? lint(post, site, SYNTAX) : [];
  return error && element('p', { class: 'front-matter-error' }, site.say('Line {0}: {1}', post.lines.positionAt(error.span.start).line, error.message));
}

const contents = (entries: readonly ContentsEntry[], { say }: Site): Markup => element('nav', { class: 'toc' }, element('p', { class: 'toc-title' }, say('Contents')), list(entries));

const list = (entries: readonly ContentsEntry[]): Markup =>
  element('ul', {}, entries.map(({ text, id, below }) => element('li', {}, element('a', { href: `#${encodeURIComponent(id)}` }, text), below.length ? list(below) : undefined)));
