// Runs the tests in VS Code's Node extension host. A rejected run() is exit code 1.
import Mocha from 'mocha';

/** @param load imports the files with tests: they call the `describe` and `it` that exist by then */
export async function runTests(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: true, timeout: 20_000 });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await load();
  await new Promise<void>((resolve, reject) => {
    mocha.run(failures => (failures ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
