// Runs the same tests in VS Code's web worker extension host, with mocha's build for browsers.
import 'mocha/mocha.js';

/** @param load imports the files with tests */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Report as never, timeout: 20_000 });
  await load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}

// mocha's own reporters for browsers draw on a document, which a worker does not have
class Report {
  constructor(runner: Mocha.Runner) {
    let passed = 0, failed = 0;
    runner.on('pass', test => { passed++; console.log(`  ✔ ${test.fullTitle()} (${test.duration} ms)`); });
    runner.on('fail', (test, error) => { failed++; console.error(`  ✘ ${test.fullTitle()}\n${error.stack}`); });
    runner.on('end', () => console.log(`  ${passed} passing\n  ${failed} failing`));
  }
}
