// What all posts of a blog tell of how a new one is written, looked for once: a title that is typed is asked about at each key stroke.
import type { Site } from '../site';
import { fieldList } from '../source';
import { usualForm } from './dateform';
import { habitsOf, type Habits } from './habits';
import type { Tongue } from './kind';
import type { Page } from './series';
import { tongueOf } from './tongue';

export interface BlogCustoms {
  readonly habits: Habits;
  readonly tongue: Tongue;
  /** The author of most posts; empty where none names one. */
  readonly author: string;
  /** Of dates in front matter, and whether most posts write theirs there. */
  readonly form: string | undefined;
  readonly isDated: boolean;
  readonly posts: number;
  /** Keys of front matter (lower case) that most posts have. */
  readonly keys: ReadonlySet<string>;
  /** Whether posts begin with their title, where no theme puts it there; of a blog without posts they do. */
  readonly hasHeadings: boolean;
}

const known = new WeakMap<readonly Page[], BlogCustoms>();

export function customsOfBlog(earlier: readonly Page[], site: Site): BlogCustoms {
  let customs = known.get(earlier);
  if (!customs) known.set(earlier, customs = learn(earlier, site));
  return customs;
}

function learn(earlier: readonly Page[], site: Site): BlogCustoms {
  const posts = earlier.filter(({ path }) => site.flavor.isPost(path, site));
  const { form, isWritten } = usualForm(site);
  const keys = counted(posts.flatMap(({ frontMatter }) => [...new Set(frontMatter?.fields.map(({ key }) => key.toLowerCase()))]));
  const authors = counted(earlier.flatMap(post => fieldList(post, site.flavor.fields.author).slice(0, 1)).filter(name => name !== ''));
  return {
    habits: habitsOf(earlier, site), tongue: tongueOf(earlier, site), form, isDated: isWritten, posts: posts.length,
    author: [...authors].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '',
    keys: new Set(posts.length < 2 ? [] : [...keys].filter(([, count]) => count * 2 > posts.length).map(([key]) => key)),
    // asked only where it matters, as bodies are read for it
    hasHeadings: site.flavor.bodyHasHead && posts.filter(({ headings }) => headings[0]?.level === 1).length * 2 >= posts.length,
  };
}

function counted(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
