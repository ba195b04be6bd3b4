// The head of the post, its contents list and what is wrong with its front matter. Built from data: nothing here parses HTML.
import { isAllowedSource } from './allowed';
import type { ContentsEntry, Gap, Head, Render } from './protocol';
import { missingImage } from './sanitize';

/** An element with text or children; what is undefined is left out. */
function make(tag: string, className: string, ...content: readonly (Node | string | undefined)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content.filter(part => part !== undefined));
  return element;
}

export function buildHead({ head, ownOrigin }: Render): HTMLElement {
  const { badges, byline, date, readingTime, categories, tags } = head;
  const facts = make('div', 'facts',
    byline === undefined ? undefined : make('span', 'byline', byline),
    date && makeTime(date),
    make('span', 'reading-time', readingTime),
    ...categories.map(category => make('span', 'category', category)),
    ...tags.map(tag => make('span', 'tag', `#${tag}`)),
  );
  return make('header', 'post-head',
    badges.length ? make('p', 'badges', ...badges.map(({ kind, text }) => make('span', `badge ${kind}`, text))) : undefined,
    buildCover(head.cover, ownOrigin),
    textOrGap(head.title, 'h1', ''),
    textOrGap(head.summary, 'p', 'lead'),
    facts,
  );
}

function textOrGap(text: string | Gap | undefined, tag: string, className: string): HTMLElement | undefined {
  if (text === undefined || typeof text === 'string') return text === undefined ? undefined : make(tag, className, text);
  const button = make('button', 'gap', text.text);
  button.setAttribute('type', 'button');
  button.dataset['gap'] = text.gap;
  return button;
}

function makeTime({ words, iso }: NonNullable<Head['date']>): HTMLElement {
  const time = make('time', '', words);
  time.setAttribute('datetime', iso);
  return time;
}

function buildCover(cover: Head['cover'], ownOrigin: string): HTMLElement | undefined {
  if (cover === undefined) return undefined;
  if ('missing' in cover) return missingImage(cover.missing, cover.hint);
  if (!isAllowedSource(cover.address) && !cover.address.startsWith(ownOrigin)) return missingImage(cover.address);
  const image = document.createElement('img');
  image.className = 'cover';
  image.alt = '';
  image.src = cover.address;
  return image;
}

export function buildContents(contents: Render['contents']): HTMLElement | undefined {
  return contents && make('nav', 'toc', make('p', 'toc-title', contents.title), buildList(contents.entries));
}

function buildList(entries: readonly ContentsEntry[]): HTMLElement {
  return make('ul', '', ...entries.map(({ text, id, below }) => {
    const link = make('a', '', text);
    link.setAttribute('href', `#${encodeURIComponent(id)}`);
    return make('li', '', link, below.length ? buildList(below) : undefined);
  }));
}

export const buildError = (message: string | undefined): HTMLElement | undefined => (message === undefined ? undefined : make('p', 'front-matter-error', message));
