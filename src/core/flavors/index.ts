import type { Files } from '../files';
import type { Flavor } from './flavor';
import { hexo } from './hexo';
import { hugo } from './hugo';
import { jekyll } from './jekyll';
import { plain } from './plain';

/** Asked in this order; the last takes every folder. */
export const FLAVORS: readonly Flavor[] = [hugo, hexo, jekyll, plain];

export function flavorOf(files: Files): Flavor {
  return FLAVORS.find(flavor => flavor.configFiles(files) !== undefined) ?? plain;
}
