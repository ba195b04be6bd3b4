import { nearestWord } from '../files';
import { destinationOf } from '../links';
import type { Link } from '../markdown/document';
import { fieldText, type Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';

export const linkAnchor: Rule = {
  id: 'link-anchor',
  summary: 'A link within the page leads to a heading that is not there.',
  severity: 'error',
  *check(post: Post, site: Site): Iterable<Problem> {
    if (!site.flavor.isPage(post.path, site)) return;
    const ids = post.headings.flatMap(({ id }) => (id === undefined || id === '' ? [] : [id]));
    const mayHaveMore = post.document.tokens.some(({ type, children }) => type.startsWith('template') || children?.some(child => child.type.startsWith('template')));
    for (const link of post.links) {
      const id = idOf(link, post, site);
      if (id === undefined || post.document.anchors.has(id) || isMadeElsewhere(id, post)) continue;
      const near = nearId(id, ids, post);
      if (near === undefined && mayHaveMore) continue;
      yield { span: link.targetSpan, message: messageOf(id, post, site), fixes: near === undefined ? [] : [change(link, near, site)] };
    }
  },
};

function idOf(link: Link, post: Post, site: Site): string | undefined {
  const destination = destinationOf(link.target, post, site);
  if (destination.kind === 'anchor') return destination.id;
  return destination.kind === 'file' && destination.path === post.path && destination.fragment !== '' ? destination.fragment : undefined;
}

/** The top of the page, footnotes, text fragments, routes of scripts, and what themes put around a post. */
const ELSEWHERE = /^(?:|top|fn(?:ref)?\d*:.*|:~:.*|[!/].*|content|main|header|footer|nav|toc|markdown-toc|tableofcontents|comments?|respond|disqus_thread|utterances|giscus|page-title|post-title|site-nav)$/i;

function isMadeElsewhere(id: string, post: Post): boolean {
  if (ELSEWHERE.test(id) || /\s/.test(id)) return true;
  // an attribute list or HTML that the parse did not see as such
  const body = post.text.slice(post.body.start);
  return body.includes(`id="${id}"`) || body.includes(`name="${id}"`) || new RegExp(`\\{:?[^}\\n]*#${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[\\s.}]`).test(body)
    // a heading that an HTML block or a template swallowed may well be one for the engine
    || body.split(/\r\n?|\n/).some(line => /^ {0,3}#{1,6}\s/.test(line) && fold(words(line)).replaceAll(' ', '') === fold(words(id)).replaceAll(' ', '') && !post.headings.some(({ text }) => words(line) === words(text)));
}

/** The heading that was surely meant: the same but for case or normal form, its very text, or a near id. */
function nearId(id: string, ids: readonly string[], post: Post): string | undefined {
  const same = (a: string, b: string): boolean => fold(a) === fold(b);
  return ids.find(candidate => same(candidate, id))
    ?? post.headings.find(heading => heading.id !== undefined && same(words(heading.text), words(id)))?.id
    ?? nearestWord(id, ids);
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const words = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function messageOf(id: string, post: Post, site: Site): string {
  const title = fieldText(post, ['title']) ?? site.flavor.impliedTitle(post);
  return title === undefined ? site.say('"{0}" is no heading of this post.', `#${id}`) : site.say('"{0}" is no heading of "{1}".', `#${id}`, title);
}

function change({ target, targetSpan }: Link, id: string, site: Site): Fix {
  const hash = target.indexOf('#') + 1;
  const text = target.slice(0, hash) + (/%[\da-f]{2}/i.test(target.slice(hash)) ? encodeURIComponent(id) : id);
  return { title: site.say('Change to "{0}"', text), edits: [{ ...targetSpan, text }], isSafe: false };
}
