import type { MarkdownIt } from 'markdown-it';

/** GFM task list items: `- [ ] text` becomes a checkbox that cannot be ticked on the page. */
export function tasks(md: MarkdownIt, box: (isDone: boolean) => string, wantsBlank: boolean): void {
  const mark = wantsBlank ? /^\[([ xX])\]\s+/ : /^\[([ xX])\]\s*/;
  md.core.ruler.before('inline', 'tasks', ({ tokens }) => {
    for (let index = 2; index < tokens.length; index++) {
      const token = tokens[index]!;
      if (token.type !== 'inline' || tokens[index - 1]!.type !== 'paragraph_open' || tokens[index - 2]!.type !== 'list_item_open') continue;
      const found = mark.exec(token.content);
      if (found) token.meta = { ...token.meta, task: { length: found[0].length, isDone: found[1] !== ' ' } };
    }
  });
  md.inline.ruler.before('link', 'task', (state, silent) => {
    const found = state.pos === 0 ? mark.exec(state.src) : null;
    if (!found || !(state.env as { taskSources?: Set<string> }).taskSources?.has(state.src)) return false;
    if (!silent) state.push('task', '', 0).content = box(found[1] !== ' ');
    state.pos += found[0].length;
    return true;
  });
  md.core.ruler.after('tasks', 'task_sources', ({ tokens, env }) => {
    (env as { taskSources?: Set<string> }).taskSources = new Set(tokens.filter(token => token.meta?.['task']).map(token => token.content));
  });
  md.renderer.rules['task'] = (tokens, index) => tokens[index]!.content;
}
