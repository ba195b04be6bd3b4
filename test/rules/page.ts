// A rule's page as a test: its examples, and what it says of them.

export interface Example {
  readonly kind: 'good' | 'bad';
  /** Line of the page, for the test's name. */
  readonly line: number;
  readonly flavor: string;
  readonly path: string;
  /** Other files of the site by their paths, most of them empty. */
  readonly files: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the command line prints. */
  readonly output: string;
  /** The post after each problem's first fix. */
  readonly fixed: string | undefined;
}

const PATHS: Readonly<Record<string, string>> = {
  hugo: 'content/post/post.md', jekyll: '_posts/2026-11-24-post.md', hexo: 'source/_posts/post.md', plain: 'post.md',
};

/**
 * Fences of four tildes: `md good` and `md bad` with, where it matters, a flavor, `path=` and `files=a,b` (`%20` for a blank);
 * `also path=` is another file of the site, for all examples below; behind a bad one a
 * `text` with the output and, where the rule offers a remedy, `md fixed`.
 */
export function readPage(page: string): readonly Example[] {
  const examples: Example[] = [];
  const others: Record<string, string> = {};
  for (const block of page.matchAll(/^~~~~([^\n]*)\n([\s\S]*?)^~~~~$/gm)) {
    const [language, kind, ...words] = block[1]!.trim().split(/\s+/);
    const text = block[2]!;
    const line = page.slice(0, block.index).split('\n').length;
    const last = examples.at(-1);
    const option = (name: string): string | undefined => words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1);
    if (kind === 'also') others[decodeURI(option('path') ?? '')] = text;
    else if (language === 'md' && (kind === 'good' || kind === 'bad')) {
      const flavor = words.find(word => word in PATHS) ?? 'hugo';
      examples.push({
        kind, line, flavor, text, path: option('path') ?? PATHS[flavor]!, output: '', fixed: undefined,
        files: { ...others, ...Object.fromEntries(option('files')?.split(',').map(file => [decodeURI(file), '']) ?? []) },
      });
    } else if (last?.kind === 'bad' && language === 'text') examples[examples.length - 1] = { ...last, output: text };
    else if (last?.kind === 'bad' && language === 'md' && kind === 'fixed') examples[examples.length - 1] = { ...last, fixed: text };
    else throw new Error(`line ${line}: ~~~~${block[1]} is no example`);
  }
  return examples;
}
