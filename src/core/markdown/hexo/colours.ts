// Code of Hexo in colours: the words are highlight.js' or Prism's, by the configuration.
import type { Vocabulary } from '../../colour/vocabulary';
import { hexoOptions } from './options';

/** highlight.js' classes have their prefix where `hljs` is on (hexo-util's highlight.ts). */
export function hexoColours(data: Readonly<Record<string, unknown>>): Vocabulary {
  const { code } = hexoOptions(data);
  return code.highlighter === 'prismjs' ? 'prism' : code.highlighter === undefined || code.usesHljs || !code.wraps ? 'hljs' : 'bare';
}
