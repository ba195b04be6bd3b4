// The whole page of a post as the preview shows it, with what it needs beside it: to be opened, printed or measured.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import base from '../../media/preview/base.css';
import paper from '../../media/preview/paper.css';
import plain from '../../media/preview/plain.css';
import { coloursFor } from '../core/colour';
import type { Say } from '../core/language';
import { destinationOf } from '../core/links';
import { fitLook, type FittedLook } from '../core/look/fit';
import { ownPage, type LookName, type Style } from '../core/look/own';
import { wholePage } from '../core/look/page';
import type { View } from '../core/markdown/document';
import type { Post } from '../core/post';
import { renderBody } from '../core/preview';
import { fileBelow, readLook } from './build';
import { CannotRun, isFolder, language, type DiskSite } from './disk';
import { openOutput, type Output } from './output';

export interface PageOptions {
  readonly out: string;
  /** Absent: the blog's own where there is a build, else ours. */
  readonly look: LookName | undefined;
  readonly build: string | undefined;
  readonly scheme: 'light' | 'dark' | undefined;
}

const SHEETS: Readonly<Record<Style, string>> = { paper, plain };

export function writePage(post: Post, site: DiskSite, { out, look, build, scheme }: PageOptions, say: Say): void {
  if (build !== undefined && !isFolder(build)) throw new CannotRun('{0} is no folder', build);
  const output = openOutput(out);
  /** A file is copied once, and shown from where its copy lies; one that is a link out of the folder is not. */
  const copy = (folder: string, from: string) => (file: string): string | undefined => {
    const full = fileBelow(from, file);
    if (full === undefined) return undefined;
    output.write(`${folder}/${file}`, readFileSync(full));
    return `${folder}/${file}`.split('/').map(encodeURIComponent).join('/');
  };
  const ofSite = copy('site', site.root);
  const fitted = look === undefined || look === 'site' ? blogLook(post, site, build, scheme, copy, look === 'site', say) : undefined;
  const view: View = { image: target => pictureOf(target, post, site, ofSite), colour: coloursFor(site, fitted?.classes) };
  const html = renderBody(post, site, view);
  const page = fitted ? wholePage(fitted.dress(post), fitted.dressBody(html)) : ourPage(post, site, look === undefined || look === 'site' ? 'paper' : look, scheme, view, output, html);
  output.write('index.html', withPolicy(page));
  output.finish();
}

function blogLook(post: Post, site: DiskSite, given: string | undefined, scheme: PageOptions['scheme'], copy: (folder: string, from: string) => (file: string) => string | undefined, isWanted: boolean, say: Say): FittedLook | undefined {
  const usual = site.flavor.buildFolder(site.config);
  const folder = given ?? (usual === undefined ? undefined : path.join(site.root, usual));
  const answer = folder === undefined ? undefined : readLook(post, site, folder);
  const fitted = answer?.kind === 'look' ? fitLook(answer.look, site, { address: copy('build', folder!), allowsRemote: true, scheme }) : undefined;
  if (fitted) return fitted;
  const reason = answer?.kind === 'none' ? answer.reason : answer ? say('The page in the build cannot be shown without what it would run.') : say('There is no build of this blog.');
  if (isWanted) throw new CannotRun(reason);
  process.stderr.write(`${reason}\n`);
  return undefined;
}

function ourPage(post: Post, site: DiskSite, style: Style, scheme: PageOptions['scheme'], view: View, output: Output, html: string): string {
  output.write('look/base.css', base);
  output.write(`look/${style}.css`, SHEETS[style]);
  const page = ownPage(post, site, { style, sheets: ['look/base.css', `look/${style}.css`], ...(scheme ? { scheme } : {}), language: language(), image: target => view.image!(target) });
  return wholePage(page, html);
}

/** Pictures of the site as copies; others, and those that are not there, as they are written. */
function pictureOf(target: string, post: Post, site: DiskSite, copy: (file: string) => string | undefined): string {
  const destination = destinationOf({ target, place: 'markdown', isImage: true }, post, site);
  return (destination.kind === 'file' ? copy(destination.path) : undefined) ?? target;
}

/** A post may bring scripts; they do not run here, as they do not in the preview. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'">`;

function withPolicy(page: string): string {
  const at = /<head(?:\s[^>]*)?>/i.exec(page) ?? /^\s*<!doctype[^>]*>/i.exec(page);
  const end = at ? at.index + at[0].length : 0;
  return `${page.slice(0, end)}${POLICY}${page.slice(end)}`;
}
