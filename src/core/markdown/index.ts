export { commonmark } from './commonmark';
export { goldmark, goldmarkOptions, type GoldmarkOptions } from './goldmark';
export { hexo, hexoOptions, type HexoOptions } from './hexo';
export { kramdown, kramdownOptions, type KramdownOptions } from './kramdown';
