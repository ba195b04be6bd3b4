export { commonmark } from './commonmark';
export { goldmark, goldmarkOptions, highlighted, highlightOptions, withOptions, type GoldmarkOptions } from './goldmark';
export { hexo, hexoOptions, type HexoOptions } from './hexo';
export { highlightFigure, kramdown, kramdownOptions, type KramdownOptions } from './kramdown';
