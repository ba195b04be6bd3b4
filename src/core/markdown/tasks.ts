// GFM's task list items: `- [ ] text` becomes a checkbox that cannot be ticked on the page.
import type { MarkdownIt } from 'markdown-it';

/** @param wantsBlank whether `[x]text` without a blank is no task. */
export function tasks(md: MarkdownIt, box: (isDone: boolean) => string, wantsBlank: boolean): void {
  const mark = wantsBlank ? /^\[([ xX])\]\s+/ : /^\[([ xX])\]\s*/;
  md.core.ruler.before('inline', 'tasks', ({ tokens }) => {
    for (let index = 2; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type !== 'inline' || tokens[index - 1]!.type !== 'paragraph_open' || tokens[index - 2]!.type !== 'list_item_open') continue;
      const found = mark.exec(token.content);
      if (!found) continue;
      token.content = token.content.slice(found[0].length);
      token.meta = { ...token.meta, isDone: found[1] !== ' ' };
    }
  });
  md.core.ruler.after('inline', 'task_boxes', state => {
    for (const { meta, children } of state.tokens) {
      if (meta?.['isDone'] === undefined) continue;
      const token = new state.Token('task', 'input', 0);
      token.content = box(meta['isDone'] === true);
      children!.unshift(token);
    }
  });
  md.renderer.rules['task'] = (tokens, index) => tokens[index]!.content;
}
