// Writes media/tech-post.schema.json anew, from the rules and flavors there are. A test says when that is due.
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { grayMatter } from './gray-matter.mjs';
import { inRoot } from './paths.mjs';

const { outputFiles } = await build({
  absWorkingDir: inRoot('.'), entryPoints: ['src/core/schema.ts'], bundle: true, write: false, format: 'esm', platform: 'neutral',
  mainFields: ['module', 'main'], plugins: [grayMatter], logLevel: 'warning',
});
const { writeSchema } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
await writeFile(inRoot('media/tech-post.schema.json'), writeSchema());
