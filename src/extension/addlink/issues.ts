// Where a link can go: the scraps of a blog as they are at this moment, unsaved changes included.
import * as vscode from 'vscode';
import { wallClock } from '../../core/dates';
import { parsePost, type Post } from '../../core/post';
import type { Site } from '../../core/site';
import type { Series } from '../../core/writing';
import { isOver, isScrap, issueOf, nextScrap, scrapIssue, scrapSeries, type ScrapIssue } from '../../core/writing/scrapissue';
import type { Blog } from '../blog';
import { textOf } from '../features/places';
import { readModels } from '../models';
import type { Posts } from '../posts';
import { each } from '../work';

export interface Scraps {
  readonly blog: Blog;
  readonly site: Site;
  /** The one with the newest issue first; empty for a blog that has none. */
  readonly series: readonly Series<Post>[];
  /** The post in front of the writer, where it is one. */
  readonly open: ScrapIssue | undefined;
  /** The issue of a series that is being written; without a series the first one. */
  current(series: Series<Post> | undefined): ScrapIssue;
  /** The one after an issue whose time is over, where that has yet to be made. */
  after(issue: ScrapIssue, series: Series<Post> | undefined): ScrapIssue | undefined;
}

export async function scrapsOf(blog: Blog, posts: Posts): Promise<Scraps> {
  await blog.pages.whenRead();
  const site = blog.site();
  const known = await scrapsAmong(blog, site);
  // without a series a new issue takes after all that its author writes
  const all = known.length ? known : await posts.all(blog);
  const series = scrapSeries(all, site);
  const models = await readModels(blog);
  const today = wallClock(site.now, site.timeZone);
  const document = vscode.window.activeTextEditor?.document;
  const path = document && blog.pathOf(document.uri);
  const open = known.find(post => post.path === path);
  return {
    blog, site, series,
    open: open && issueOf(open, series, site),
    current: chosen => scrapIssue(chosen, today, all, site, models),
    after(issue, chosen) {
      const next = issue.isNew || !isOver(issue, today) ? undefined : nextScrap(chosen, today, all, site, models);
      return next?.isNew ? next : undefined;
    },
  };
}

/** Read are those whose facts say what they are: in a blog of thousands a few dozen. */
export async function scrapsAmong(blog: Blog, site: Site): Promise<readonly Post[]> {
  const paths = [...site.index.all()].filter(facts => isScrap(facts, site)).map(({ path }) => path).sort();
  const found: Post[] = [];
  await each(paths, 16, async path => {
    const text = await textOf(blog.uri(path));
    if (text !== undefined) found.push(parsePost(path, text, site));
  });
  return found.filter(post => isScrap(post, site));
}
