// Packages the extension as it is published: out/tech-post.vsix. What goes into it is listed in .vscodeignore.
import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inRoot, isMain, ROOT, VSIX } from './paths.mjs';

/** Packages what dist/ holds; the caller has built it. */
export async function packageExtension() {
  await mkdir(path.dirname(VSIX), { recursive: true });
  await promisify(execFile)(process.execPath, [inRoot('node_modules/@vscode/vsce/vsce'), 'package',
    '--no-dependencies', // they are in the bundles
    '--allow-missing-repository', '--no-rewrite-relative-links',
    '--out', VSIX,
  ], { cwd: ROOT }).catch(error => { throw new Error(`vsce could not package the extension:\n${error.stdout}${error.stderr}`); });
  const { size } = await stat(VSIX);
  console.log(`${path.relative(ROOT, VSIX)}: ${Math.round(size / 1024)} KB`);
}

if (isMain(import.meta.url)) {
  const { ensurePackages } = await import('./setup.mjs');
  try {
    await ensurePackages();
    await (await import('./build.mjs')).build({ production: true });
    await packageExtension();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
