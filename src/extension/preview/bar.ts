// The bar over the page: what our own pages say in their heads, for pages that are not ours, and how the blog's look can be had.
import * as vscode from 'vscode';
import { badgeList, errorBox, gap } from '../../core/look/own';
import { element, type Markup } from '../../core/look/markup';
import { headOf } from '../../core/preview';
import type { OpenPost } from '../posts';

/** Over the blog's own look. @param borrowed the page is one of another post */
export function barOfSite({ post, site }: OpenPost, borrowed: string | undefined): string {
  const head = headOf(post, site, vscode.env.language);
  return written(
    badgeList(head.badges), errorBox(post, site),
    head.title === undefined && !head.isTitleInBody ? gap('title', post, site) : undefined,
    head.summary === undefined ? gap('summary', post, site) : undefined,
    borrowed === undefined ? undefined : element('p', { class: 'note' }, site.say('Not built yet: this is the page of "{0}" with this post in it.', borrowed)),
  );
}

/** Over our own look, where the blog's is asked for and not there. */
export function barWithout({ site: { say } }: OpenPost, reason: string): string {
  return written(
    element('p', { class: 'note' }, reason),
    element('button', { type: 'button', class: 'act', 'data-act': 'build' }, say('Build the blog for its look')),
    element('button', { type: 'button', class: 'act', 'data-act': 'dismiss' }, say('Not now')),
  );
}

const written = (...parts: readonly (Markup | undefined)[]): string => parts.map(part => part?.html ?? '').join('');
