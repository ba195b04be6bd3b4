// What the window looked like when a test failed, in out/screens/.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from '../../../scripts/paths.mjs';

/** Call it inside `describe`. @param {() => import('playwright-core').Page | undefined} page */
export function pictureOnFailure(page) {
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    const folder = inRoot('out/screens');
    mkdirSync(folder, { recursive: true });
    await page()?.screenshot({ path: path.join(folder, `${this.currentTest.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`) });
  });
}
