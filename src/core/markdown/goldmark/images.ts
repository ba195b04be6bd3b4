// `parser.wrapStandAloneImageWithinParagraph: false`: an image that is all of a paragraph stands without one, and takes the attributes
// that were the paragraph's (hugo's markup/goldmark/images/transform.go).
import type { MarkdownIt } from 'markdown-it';

export function standaloneImages(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'standalone_images', ({ tokens }) => {
    for (let index = 1; index + 1 < tokens.length; index++) {
      const { type, children } = tokens[index]!;
      const open = tokens[index - 1]!;
      if (type !== 'inline' || open.type !== 'paragraph_open' || children?.length !== 1 || children[0]!.type !== 'image') continue;
      for (const [name, value] of open.attrs ?? []) children[0]!.attrSet(name, String(value));
      open.hidden = true;
      tokens[index + 1]!.hidden = true;
    }
  });
}
