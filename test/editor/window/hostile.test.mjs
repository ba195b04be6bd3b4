// A post that tries to run code, to load things and to leave the page, in the preview of a site that allows raw HTML.
import assert from 'node:assert/strict';
import { openVSCode } from '../../../scripts/host/session.mjs';
import * as ui from '../../../scripts/host/ui.mjs';
import { inRoot, VSIX } from '../../../scripts/paths.mjs';
import { pictureOnFailure } from './picture.mjs';

describe('hostile post', () => {
  /** @type {Awaited<ReturnType<typeof openVSCode>>} */
  let code;
  /** @type {import('playwright-core').Page} */
  let page;

  before(async () => {
    code = await openVSCode({ workspace: inRoot('test/editor/window/hostile'), vsix: VSIX, language: 'ko' });
    page = code.page;
    await ui.openFile(page, 'hostile.md');
    await ui.command(page, 'Tech Post: 옆에 미리보기 열기');
    await ui.preview(page).locator('#article p', { hasText: '끝까지 보입니다.' }).waitFor();
  });
  after(() => code?.close());
  pictureOnFailure(() => page);

  it('runs nothing', async () => {
    for (const frame of page.frames()) {
      assert.equal(await frame.evaluate(() => /** @type {any} */ (globalThis).hostile), undefined, frame.url());
    }
  });

  it('leaves nothing in the page that could run or lead away', async () => {
    const found = await ui.preview(page).locator('body').evaluate(body => {
      const elements = [...body.querySelectorAll('*')];
      const dangerous = elements.filter(element => element.matches('#article :is(script, iframe, object, embed, form, base, meta, link)'));
      const attributes = elements.flatMap(element => [...element.attributes])
        .filter(({ name, value }) => /^on/i.test(name) || /^\s*j\s*a\s*v\s*a\s*script:/i.test(value) || /^data:text/i.test(value));
      return [...dangerous.map(element => element.localName), ...attributes.map(({ name, value }) => `${name}=${value}`)];
    });
    assert.deepEqual(found, []);
  });

  it('stays when its links are clicked', async () => {
    for (const text of ['누르지 마세요', '이것도', '그리고 이것도']) {
      const link = ui.preview(page).getByText(text, { exact: true });
      if (await link.count()) await link.first().click();
    }
    assert.equal(await ui.preview(page).locator('body').evaluate(() => /** @type {any} */ (globalThis).hostile), undefined);
    await ui.preview(page).locator('#article p', { hasText: '끝까지 보입니다.' }).waitFor();
  });

  it('asks for nothing outside the machine but a picture', () => {
    // The preview asks for a picture of http by https, as a page on https does.
    assert.deepEqual([...new Set(code.blocked)], ['https://outside.invalid/insecure.png']);
  });
});
