// The first wall alone: what is cleaned is put into a page that has no policy and no sandbox, where it would run.
import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { launchChromium } from '../../../scripts/host/chromium.mjs';
import { inRoot } from '../../../scripts/paths.mjs';
import { attempts } from './hostile/cases.mjs';

const PAGE = 'http://page.test/';

const SCRIPT = `
  import { sanitize } from './src/webview/sanitize';
  import { cleanPage } from './src/webview/cleanpage';
  const options = JSON.parse('{"words":{"leftOut":"out","openOutside":"open"},"resources":{},"ownOrigin":"https://own.test/"}');
  const ways = {
    body(html) { document.body.append(sanitize(html, options)); },
    page(html) {
      const page = new DOMParser().parseFromString('<!doctype html><html><head><title>t</title></head><body><main>' + html + '</main></body></html>', 'text/html');
      cleanPage(page);
      document.body.append(...[...Reflect.get(Document.prototype, 'head', page).children, ...Reflect.get(Document.prototype, 'body', page).childNodes].map(node => document.importNode(node, true)));
    },
  };
  globalThis.cleaned = html => { const holder = document.createElement('template'); holder.content.append(sanitize(html, options)); return holder.innerHTML; };
  const SCHEMES = ['http:', 'https:', 'mailto:'];
  const protocolOf = address => { try { return new URL(address, '${PAGE}').href; } catch { return 'https:'; } };
  /** What stands in a tree and could act, told without the list of what is let in. */
  function acting(root) {
    const found = [];
    for (const element of root.querySelectorAll('*')) {
      if (/^(?:script|iframe|frame|frameset|object|embed|applet|portal|fencedframe|base|meta|template|noscript|foreignobject|animate\\w*|set|handler|listener|annotation-xml|noembed|noframes)$/i.test(element.tagName)) found.push('<' + element.tagName + '>');
      if (element.tagName === 'LINK' && element.rel !== 'stylesheet') found.push('<link ' + element.rel + '>');
      for (const { name, value } of Element.prototype.getAttributeNames.call(element).map(name => ({ name, value: Element.prototype.getAttribute.call(element, name) }))) {
        if (/^(?:on.*|srcdoc|ping|action|formaction|target|autofocus|nonce|is|popovertarget|command|commandfor|attributionsrc|accesskey|contenteditable|autoplay|http-equiv|referrerpolicy|manifest|background)$/i.test(name)) found.push(name + '=' + value);
        if (/^(?:xlink:)?href$/i.test(name) && !(element.tagName === 'LINK')) {
          let url;
          try { url = new URL(value, '${PAGE}'); } catch { continue; }
          if (!SCHEMES.includes(url.protocol)) found.push(name + '=' + value);
          else if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' && !value.trim().startsWith('#')) found.push(name + '=' + value);
        }
        if (/^(?:src|poster|srcset|data)$/i.test(name) && /^(?!https?:|data:image)/.test(protocolOf(value))) found.push(name + '=' + value);
      }
    }
    return found;
  }
  const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));
  /** @returns what each attempt leaves in the page, in what is read again from its text (as where it is pasted), and whether it ran */
  globalThis.clean = async (way, attempts) => {
    const open = [];
    for (const { name, text } of attempts) {
      const found = [];
      try {
        ways[way](text);
        found.push(...acting(document.body));
        for (let html = document.body.innerHTML, turn = 0; turn < 2 && way === 'body'; turn++) {
          const again = document.createElement('div');
          again.innerHTML = html;
          html = again.innerHTML;
          document.body.append(again);
          found.push(...acting(again).map(each => 'again: ' + each));
        }
        await pause(3);
        for (const element of document.querySelectorAll('body *')) for (const kind of ['click', 'mouseover', 'pointerenter', 'focus', 'toggle', 'load', 'keydown', 'submit', 'begin']) {
          element.dispatchEvent(new Event(kind, { cancelable: true }));
        }
        await pause(3);
      } catch (error) { found.push(String(error)); }
      if (globalThis.hostile !== undefined) found.push('RAN');
      delete globalThis.hostile;
      document.body.replaceChildren();
      if (found.length) open.push(name + ': ' + [...new Set(found)].join(' '));
    }
    return open;
  };
  /** @returns the names of the attempts that run where nothing is cleaned: each in a frame of its own */
  globalThis.leave = async attempts => {
    const frames = attempts.map(({ text }) => Object.assign(document.createElement('iframe'), { srcdoc: '<!doctype html><body>' + text }));
    document.body.append(...frames);
    await Promise.all(frames.map(frame => new Promise(resolve => { frame.onload = resolve; setTimeout(resolve, 2000); })));
    const ran = () => attempts.filter((_, index) => { try { return frames[index].contentWindow.hostile !== undefined; } catch { return true; } }).map(({ name }) => name);
    // what moves or waits runs later
    for (let before = -1; ran().length !== before; await pause(500)) before = ran().length;
    return ran();
  };`;

describe('cleaning', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {import('playwright-core').Page} */
  let page;
  /** Requests to elsewhere than the page. @type {string[]} */
  const asked = [];

  before(async () => {
    const { outputFiles: [script] } = await build({ stdin: { contents: SCRIPT, resolveDir: inRoot(''), loader: 'ts' }, bundle: true, write: false, format: 'iife' });
    browser = await launchChromium();
    page = await browser.newPage();
    page.on('dialog', dialog => void dialog.dismiss());
    await page.route('**', route => {
      const url = route.request().url();
      if (url === PAGE) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
      asked.push(url);
      return route.abort();
    });
    await page.addInitScript(script?.text ?? '');
  });
  after(() => browser?.close());

  const html = attempts('html');
  const links = attempts('addresses').map(({ name, text }) => ({ name, text: `<a href="${text.replaceAll('"', '&quot;')}">a</a><img src="${text}"><svg><use href="${text}"/></svg><iframe src="${text}"></iframe><video src="${text}" poster="${text}"></video><map name="m"><area href="${text}"></map><button formaction="${text}">b</button><object data="${text}"></object>` }));
  const all = [...html, ...links];

  it('meets attempts that run where nothing is cleaned', async () => {
    await page.goto(PAGE);
    asked.length = 0;
    const ran = await page.evaluate(attempts => /** @type {any} */ (globalThis).leave(attempts), html);
    assert.ok(ran.length > 50, ran.join('\n'));
    assert.ok(asked.some(url => url.startsWith('https://outside.invalid/')));
  });

  for (const way of /** @type {const} */ (['body', 'page'])) {
    it(`leaves nothing of them that could act (${way})`, async () => {
      await page.goto(PAGE);
      asked.length = 0;
      assert.deepEqual(await page.evaluate(([way, attempts]) => /** @type {any} */ (globalThis).clean(way, attempts), /** @type {const} */ ([way, all])), []);
      assert.equal(page.url(), PAGE);
      // a page keeps its style sheets and pictures, and the policy says from where
      const refused = way === 'body' ? /^(?!https:\/\/(?:picture\.invalid|own\.test)\/)/ : /^(?!https?:|javascript:)/;
      assert.deepEqual(asked.filter(url => !url.startsWith(PAGE) && refused.test(url)), []);
    });
  }

  it('changes nothing of what writers use', async () => {
    await page.goto(PAGE);
    const changed = await page.evaluate(pieces => pieces.flatMap(({ text }) => {
      const template = document.createElement('template');
      template.innerHTML = text;
      const cleaned = /** @type {any} */ (globalThis).cleaned(text);
      return cleaned === template.innerHTML ? [] : [[cleaned, template.innerHTML]];
    }), attempts('harmless'));
    for (const [cleaned, written] of changed) assert.equal(cleaned, written);
  });

  it('names frames with a link to what they would show', async () => {
    const cleaned = await page.evaluate(() => /** @type {any} */ (globalThis).cleaned('<iframe width="560" src="//www.youtube.com/embed/x" allowfullscreen></iframe><script src="https://gist.github.com/a/b.js"></script>'));
    assert.match(cleaned, /<div class="unknown">.*&lt;iframe&gt; \/\/www\.youtube\.com\/embed\/x.*<a href="https:\/\/www\.youtube\.com\/embed\/x">/);
    assert.match(cleaned, /&lt;script&gt; https:\/\/gist\.github\.com\/a\/b\.js/);
  });

  it('ends with pages of any size', async function () {
    this.timeout(20_000);
    const sizes = await page.evaluate(() => [
      '<div>'.repeat(20_000) + '<img src=x onerror=globalThis.hostile=1>', '<svg><g>'.repeat(5000) + '<script>globalThis.hostile=1</script>', '<form>'.repeat(5000) + '<form><div></form>'.repeat(2000),
      `<p ${Array.from({ length: 20_000 }, (_, index) => `onx${index}=globalThis.hostile=1 data-x${index}=1`).join(' ')}>many</p>`, `<a href="java${'\t'.repeat(1_000_000)}script:globalThis.hostile=1" title="${'x'.repeat(1_000_000)}" style="background:${'u\\72l('.repeat(50_000)}">long</a>`,
      `<svg width="9" height="9"><g id="u0"><rect width="1" height="1"/></g>${Array.from({ length: 12 }, (_, index) => `<g id="u${index + 1}">${`<use href="#u${index}"/>`.repeat(10)}</g>`).join('')}</svg>`,
    ].map(text => {
      const cleaned = /** @type {any} */ (globalThis).cleaned(text);
      document.body.innerHTML = cleaned;
      void document.body.offsetHeight;
      document.body.replaceChildren();
      return cleaned.length;
    }));
    assert.ok(sizes.every(size => size > 0), String(sizes));
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hostile), undefined);
  });
});
