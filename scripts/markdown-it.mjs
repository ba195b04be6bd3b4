// markdown-it as we bundle it. Its build sets each field of a token through a function that asks whether the field is there
// (class fields compiled for old browsers), which is a third of what a parse costs; plain assignments do the same.
import { readFile } from 'node:fs/promises';

const FIELD = /\b_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"([A-Za-z_$][\w$]*)",/g;

/** @type {import('esbuild').Plugin} */
export const markdownIt = {
  name: 'markdown-it',
  setup(build) {
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.(?:mjs|cjs\.js)$/ }, async ({ path }) => {
      const contents = (await readFile(path, 'utf8')).replace(FIELD, '(this.$1 =');
      if (!contents.includes('(this.map =')) return { errors: [{ text: 'markdown-it sets the fields of a token in another way than it did' }] };
      return { contents };
    });
  },
};
