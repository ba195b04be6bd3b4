// The door for VS Code: what the core knows, put where writers look. Each part is a function that returns what ends it.
import * as vscode from 'vscode';
import { speaker } from '../core/language';
import { about } from './about';
import { actions } from './actions';
import { addLinks } from './addlink/command';
import { addresses } from './address';
import { blogs as openBlogs } from './blogs';
import { bundles } from './bundle';
import { checkAll } from './checkall';
import { copies } from './copy/copies';
import { problems as showProblems } from './diagnostics';
import { completions } from './features/completions';
import { hovers } from './features/hovers';
import { links } from './features/links';
import { moves } from './features/moves';
import { references } from './features/references';
import { renames } from './features/renames';
import { firstSight } from './firstsight';
import { statOf } from './listing';
import { newPosts } from './newpost';
import { postMenu, type Manifest } from './postmenu';
import { posts as openPosts } from './posts';
import { postsView } from './postsview';
import { publishing } from './publish';
import { reshaping as openReshaping } from './reshape';
import { slugs } from './slug';
import { builder as openBuilder } from './preview/building';
import { builds as openBuilds } from './preview/builds';
import { previews } from './preview/previews';
import { choices as openChoices } from './preview/view';
import { status } from './status';
import { templates } from './templates';
import type { Programs } from './programs';
import { storeIn } from './store';
import { toggles } from './toggles';

/** @param programs what a host has of them; one that hands over nothing has none */
export function activate(context: vscode.ExtensionContext, programs?: Programs): void {
  const extension = context.extensionUri;
  const say = speaker(vscode.l10n.bundle);
  const storage = context.storageUri ?? context.globalStorageUri;
  const product = buildOf(context);
  const blogs = openBlogs(say, async root => storeIn(storage, root, await product));
  const posts = openPosts(blogs, extension);
  const builds = openBuilds(context.storageUri ?? context.globalStorageUri);
  const builder = openBuilder(blogs, builds, say, programs);
  const choices = openChoices(context.workspaceState);
  const problems = showProblems(posts, blogs, say, extension);
  const reshaping = openReshaping(posts, say);
  const aboutBlogs = about(blogs, say);
  context.subscriptions.push(
    blogs, posts, problems, publishing(reshaping, say), slugs(reshaping, say), bundles(reshaping, say),
    actions(problems, say),
    checkAll(problems, blogs, say),
    newPosts({ blogs, posts, say, memory: context.globalState }),
    templates(blogs, posts, say),
    addLinks(blogs, posts, say),
    copies(posts, extension, context.workspaceState, say),
    firstSight(blogs, context.workspaceState, say),
    aboutBlogs, status(posts, blogs, aboutBlogs, say), postMenu(posts, () => context.extension.packageJSON as Manifest, say), addresses(posts, say), postsView(blogs, say),
    choices, builds, builder, previews({ blogs, posts, say, extension, choices, builds, builder }),
    links(posts, blogs),
    completions(posts),
    hovers(posts),
    toggles(posts, say),
    references(posts),
    renames(posts, say),
    moves(blogs, say, reshaping.isMoving),
  );
}

/** Tells builds apart: what one of them remembers of a blog is not for another. */
async function buildOf({ extension, extensionUri }: vscode.ExtensionContext): Promise<string> {
  const stat = await statOf(vscode.Uri.joinPath(extensionUri, 'dist', 'extension.js'));
  return `${String((extension.packageJSON as { version?: unknown }).version)} ${stat?.mtime ?? ''} ${stat?.size ?? ''}`;
}
