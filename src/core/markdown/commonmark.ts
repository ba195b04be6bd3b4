// Plain Markdown: CommonMark with GitHub's tables, strikethrough and task lists, as Medium's importer, Velog and Tistory read it.
import createMarkdown from 'markdown-it';
import { makeDialect, type RenderEnv } from './dialect';
import type { Dialect } from './document';
import { footnoteIds, footnotes, GOLDMARK_FOOTNOTES } from './footnotes';
import { githubIds } from './ids';
import { linkify, MARKED_ADDRESSES } from './linkify';
import { tasks } from './tasks';

export function commonmark(): Dialect {
  const md = createMarkdown({ html: true });
  footnotes(md, GOLDMARK_FOOTNOTES);
  tasks(md, isDone => `<input ${isDone ? 'checked="" ' : ''}disabled="" type="checkbox"> `, true);
  linkify(md, MARKED_ADDRESSES);
  md.renderer.rules['fence'] = (tokens, index, _options, env) => {
    const { content, info } = tokens[index]!;
    const language = /^\S*/.exec(md.utils.unescapeAll(info).trim())![0];
    const code = (env as RenderEnv).view?.colour?.(content, language) ?? md.utils.escapeHtml(content);
    return `<pre><code${language === '' ? '' : ` class="language-${md.utils.escapeHtml(language)}"`}>${code}</code></pre>\n`;
  };
  return makeDialect({
    id: 'commonmark', md, keepsHtml: true,
    collectOptions: () => ({ ids: githubIds(), keepsHtml: true, explicitId: () => undefined }),
    extraAnchors: env => footnoteIds(env, GOLDMARK_FOOTNOTES),
  });
}
