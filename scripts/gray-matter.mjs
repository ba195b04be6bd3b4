// gray-matter as we bundle it: it splits front matter and names its language, and that is all we want of it. Our
// own engines are passed with every call, so its default ones (js-yaml, and an eval for JavaScript front matter)
// stay out, and so do Node's fs and Buffer, which a web worker lacks.
import { readFile } from 'node:fs/promises';

const INSIDE = /[\\/]gray-matter[\\/]/;

/** @type {import('esbuild').Plugin} */
export const grayMatter = {
  name: 'gray-matter',
  setup(build) {
    build.onResolve({ filter: /^(fs|\.\/(lib\/)?engines)$/ }, ({ path, importer }) =>
      INSIDE.test(importer) ? { path, namespace: 'empty' } : undefined);
    build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
    build.onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]utils\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const toBuffer = "typeof input === 'string' ? Buffer.from(input) : input";
      // Only `orig` is made with it, which we never read.
      if (!source.includes(toBuffer)) return { errors: [{ text: 'gray-matter converts to a Buffer in another way than it did' }] };
      return { contents: source.replace(toBuffer, 'input') };
    });
  },
};
