// What the README says there is, there is; and what there is, it says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULES } from '../src/core/rules';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const read = (file: string): string => readFileSync(file, 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;

describe('the README', () => {
  for (const [file, strings] of [['README.md', 'package.nls.json'], ['README.ko.md', 'package.nls.ko.json']] as const) {
    const text = read(file);
    const titles = JSON.parse(read(strings)) as Record<string, string>;

    it(`${file} names every command by its title`, () => {
      const missing = contributes.commands.map(({ category, title }) => `${category}: ${titles[title.replaceAll('%', '')]}`).filter(label => !text.includes(label));
      assert.deepEqual(missing, []);
    });

    it(`${file} names every setting and no other`, () => {
      const named = [...new Set([...text.matchAll(/`(techPost\.[\w.]+)`/g)].map(([, name]) => name))].sort();
      assert.deepEqual(named, Object.keys(contributes.configuration.properties).sort());
    });
  }

  it('links every rule’s page, with its severity', () => {
    const rows = [...read('README.md').matchAll(/^\| \[`([\w-]+)`\]\(docs\/rules\/([\w-]+)\.md\) \| (\w+) \|/gm)].map(([, id, page, severity]) => [id, page, severity]);
    assert.deepEqual(rows, RULES.map(({ id, severity }) => [id, id, severity]));
  });
});
