// Sets up what is missing, builds, and runs the tests. The last line is `N passed, N failed` over all suites.
//   npm test                         everything
//   npm test -- unit editor ...      some of: types, unit, editor, web, window
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot, ROOT } from './paths.mjs';
import { ensureChromium, ensureHost, ensurePackages } from './setup.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const MOCHA = ['--enable-source-maps', inRoot('node_modules/mocha/bin/mocha.js'), '--forbid-only'];

/** @type {Record<string, () => Promise<Counts>>} */
const SUITES = {
  types: () => run([inRoot('node_modules/typescript/bin/tsc'), '-b'], { counts: false }),
  unit: () => run([...MOCHA, '--timeout', '10000', 'out/test/**/*.test.js']),
  editor: () => run(['test/editor/run.mjs']),
  web: () => run(['test/editor/run.mjs', 'web']),
  window: () => run([...MOCHA, '--timeout', '90000', ...windowTests()]),
};

// One after another: two windows at a time are too much for a small machine.
const windowTests = () => readdirSync(inRoot('test/editor/window')).filter(file => file.endsWith('.test.mjs')).sort()
  .map(file => path.join('test/editor/window', file));

/**
 * Runs a script with Node and counts what mocha says at the end. A run that ends badly without a failed test has
 * crashed, and one without any test has not done its work: both count as a failure.
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
async function run(args, { counts = true } = {}) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', data => { output += data; process.stdout.write(data); });
  const code = await new Promise(resolve => child.on('close', resolve));
  if (!counts) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const plain = output.replace(/\x1b\[[\d;]*m/g, '');
  const last = (/** @type {string} */ word) => Number([...plain.matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))].at(-1)?.[1] ?? 0);
  const result = { passed: last('passing'), failed: last('failing'), skipped: last('pending') };
  if (!result.failed && (code !== 0 || !result.passed)) {
    console.error(`The run ended with ${code} and ${result.passed} passed tests.`);
    result.failed = 1;
  }
  return result;
}

/** What the chosen suites run on. @param {string[]} suites */
async function prepare(suites) {
  await ensurePackages();
  const needs = (/** @type {string[]} */ ...some) => some.some(suite => suites.includes(suite));
  if (needs('editor', 'web', 'window')) {
    await ensureChromium();
    await ensureHost();
  }
  const { build } = await import('./build.mjs');
  await build({ production: true, tests: true });
  if (needs('window')) await (await import('./package.mjs')).packageExtension();
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter(name => !Object.hasOwn(SUITES, name));
if (unknown.length) {
  console.error(`There is no suite ${unknown.map(name => `"${name}"`).join(', ')}. Choose from ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
const suites = wanted.length ? wanted : Object.keys(SUITES);
const total = { passed: 0, failed: 0, skipped: 0 };
try {
  await prepare(suites);
} catch (error) {
  // Tests of what could be built are still worth running.
  console.error(error instanceof Error ? error.message : error);
  total.failed++;
}
for (const name of suites) {
  const start = Date.now();
  console.log(`\n# ${name}`);
  const { passed, failed, skipped } = await /** @type {() => Promise<Counts>} */ (SUITES[name])();
  console.log(`# ${name}: ${failed ? 'NOT OK' : 'ok'}, ${((Date.now() - start) / 1000).toFixed(1)} s`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed ? 1 : 0;
