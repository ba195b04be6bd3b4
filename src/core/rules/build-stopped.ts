import type { Post } from '../post';
import type { PostRule, Problem } from '../rule';
import type { Site } from '../site';

export const buildStopped: PostRule = {
  id: 'build-stopped',
  summary: 'A slip in this post stops the build, and nothing of the blog is published.',
  severity: 'error',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    // what is not built stops nothing yet
    const severity = site.flavor.hidden(post, site) ? { severity: 'warning' as const } : {};
    for (const stopper of site.flavor.buildStoppers?.(post, site) ?? []) yield { ...stopper, ...severity };
  },
};
