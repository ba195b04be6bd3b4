/**
 * marked's smartypants as hexo-renderer-marked has it: each piece of text for itself, a quote opens at its beginning and behind white
 * space and brackets.
 * @param quotes opening and closing double, opening and closing single
 */
export function smart(text: string, quotes: string): string {
  const [openDouble = '', closeDouble = '', openSingle = '', closeSingle = ''] = quotes;
  return text.replace(/---/g, '—').replace(/--/g, '–')
    .replace(/(^|[-—/([{"\s])'/g, (_, before: string) => before + openSingle).replace(/'/g, () => closeSingle)
    .replace(/(^|[-—/([{‘\s])"/g, (_, before: string) => before + openDouble).replace(/"/g, () => closeDouble)
    .replace(/\.{3}/g, '…');
}
