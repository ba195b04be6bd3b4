// The blog's own look for one preview: found when it is first asked for, made ready for the webview, and kept until the build, the
// configuration or the way of looking changes. What a key stroke costs is filling in the post.
import * as vscode from 'vscode';
import { fitLook, type FittedLook } from '../../core/look/fit';
import type { OpenPost } from '../posts';
import { together } from '../work';
import type { Builds, Found } from './builds';

export interface SiteLook extends vscode.Disposable {
  /** Undefined where there is none; `reason` says why. */
  of(open: OpenPost, wish: Wish): Promise<FittedLook | undefined>;
  /** When the page that is shown was built, in milliseconds since 1970. */
  builtAt(): number | undefined;
  /** In words for the writer, after `of` gave nothing. */
  reason(): string;
}

export interface Wish {
  readonly scheme: 'light' | 'dark' | undefined;
  readonly allowsRemote: boolean;
}

interface Known {
  readonly config: OpenPost['site']['config'];
  readonly path: string;
  /** Without all pages, another post to look like may not have been found. */
  readonly isComplete: boolean;
  readonly wish: string;
  readonly found: Found | string;
  readonly fitted: FittedLook | undefined;
}

/** @param changed is called when another look may be there */
export function siteLook(webview: vscode.Webview, builds: Builds, changed: () => void): SiteLook {
  let known: Known | undefined;

  async function find(open: OpenPost, wish: Wish): Promise<Known> {
    const { site, post } = open;
    const isFresh = known?.config === site.config && known.path === post.path && (known.fitted !== undefined || known.isComplete === site.index.isComplete);
    const asText = JSON.stringify(wish);
    if (known && isFresh && known.wish === asText) return known;
    const found = known && isFresh ? known.found : await builds.find(open);
    const fitted = typeof found === 'string' ? undefined : fit(found, open, wish);
    const reason = site.say('The page in the build cannot be shown without what it would run.');
    return (known = { config: site.config, path: post.path, isComplete: site.index.isComplete, wish: asText, found: fitted || typeof found === 'string' ? found : reason, fitted });
  }

  function fit({ look, folder, builtAt }: Found, { site }: OpenPost, wish: Wish): FittedLook | undefined {
    // another address after each build, so that nothing old is shown
    const address = (path: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, path)).with({ query: `built=${builtAt}` }).toString();
    return fitLook(look, site, { address, ...wish });
  }

  return {
    of: async (open, wish) => (await find(open, wish)).fitted,
    builtAt: () => (known?.fitted && typeof known.found !== 'string' ? known.found.builtAt : undefined),
    reason: () => (typeof known?.found === 'string' ? known.found : ''),
    dispose: together(builds.onDidChange(() => {
      known = undefined;
      changed();
    })).dispose,
  };
}
