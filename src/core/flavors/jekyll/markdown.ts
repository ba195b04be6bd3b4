import type { Site } from '../../site';

/** Text as Jekyll's Markdown makes it, without anything of the page around it. */
export const renderedText = (text: string, { dialect }: Pick<Site, 'dialect'>): string => dialect.render(dialect.parse(text, { start: 0, end: text.length }, true));
