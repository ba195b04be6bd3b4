// Two pages side by side in Chromium: whether each block of text stands at the same place and in the same size, and whether each
// element has the same style. Used by the test and by bench/look.mjs.
import http from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

export const WIDTHS = [1280, 900, 390];

/** @typedef {{ tag: string, text: string, isBlock: boolean, box: [number, number, number, number], style: Record<string, string> }} Seen */
/** @typedef {{ same: number, total: number }} Score */
/** @typedef {{ blocks: Score, styles: Score, sizes: Score, around: Score, misses: string[] }} Comparison */

const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml', '.ttf': 'font/ttf', '.woff2': 'font/woff2', '.woff': 'font/woff' });

/**
 * A plain web server for a build.
 * @param {string} folder
 * @param {string} base path below which the site stands: empty or `/blog`
 * @returns {Promise<{ origin: string, close(): void }>}
 */
export async function serve(folder, base) {
  const server = http.createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    let file = path.join(folder, asked.startsWith(`${base}/`) ? asked.slice(base.length) : asked);
    try {
      if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = server.address();
  return { origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, close: () => server.close() };
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} real address of the page that the engine built
 * @param {string} ours address of the page that `render --page` wrote
 * @param {number} width
 * @param {{ isEdited?: boolean, host?: string, hasScripts?: boolean }} [options] edited: blocks are compared by their words, and their places are not;
 *   host: the site's own, whose addresses the server of the real page answers
 * @returns {Promise<Comparison>}
 */
export async function compare(browser, real, ours, width, { isEdited = false, host, hasScripts = true } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1, javaScriptEnabled: hasScripts });
  // nothing from elsewhere: a measure must not hang on a network
  await page.route(/.*/, async route => {
    const url = route.request().url();
    if (/^(?:file:|data:|http:\/\/127\.0\.0\.1)/.test(url)) return route.continue();
    if (host === undefined || !url.startsWith(`${host}/`)) return route.abort();
    const answer = await fetch(new URL(real).origin + url.slice(host.length));
    return route.fulfill({ status: answer.status, contentType: answer.headers.get('content-type') ?? '', body: Buffer.from(await answer.arrayBuffer()) });
  });
  try {
    await page.goto(ours, { waitUntil: 'load' });
    const place = await page.evaluate(placeOfBody);
    const mine = await page.evaluate(look, place);
    await page.goto(real, { waitUntil: 'load' });
    const theirs = await page.evaluate(look, place);
    return judge(theirs, mine, isEdited);
  } finally {
    await page.close();
  }
}

/** Where the element around the body stands: the index of each element on the way from <body>. In the page. */
function placeOfBody() {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeValue !== 'tech-post body') continue;
    const way = [];
    for (let at = walker.currentNode.parentElement; at && at !== document.body; at = at.parentElement) way.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
    return way;
  }
  throw new Error('There is no body in the page.');
}

/** @param {number[]} way @returns {Promise<{ body: Seen[], around: Seen[] }>} In the page. */
async function look(way) {
  await document.fonts.ready;
  // it stands there for those whom no page of ours is for
  for (const element of document.querySelectorAll('noscript')) /** @type {HTMLElement} */ (element).style.display = 'none';
  // a page that slides into sight has arrived
  for (const animation of document.getAnimations()) {
    try {
      animation.finish();
    } catch {
      animation.cancel(); // one without an end
    }
  }
  /** @type {Element} */
  let article = document.body;
  for (const index of way) article = article.children[index] ?? article;
  const PROPERTIES = ['font-family', 'font-size', 'font-weight', 'font-style', 'line-height', 'letter-spacing', 'color', 'background-color', 'background-image', 'margin-top', 'margin-right', 'margin-bottom', 'margin-left', 'padding-top', 'padding-right', 'padding-bottom', 'padding-left', 'border-top-width', 'border-left-width', 'border-top-color', 'text-decoration-line', 'display'];
  const seen = (/** @type {Element} */ element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isInline = (/** @type {Element} */ child) => /inline|none|contents/.test(getComputedStyle(child).display);
    return {
      tag: element.localName, text: (element.textContent ?? '').replace(/\s+/g, ''),
      isBlock: !isInline(element) && (element.textContent ?? '').trim() !== '' && [...element.children].every(isInline),
      box: /** @type {[number, number, number, number]} */ ([left + scrollX, top + scrollY, width, height]),
      style: Object.fromEntries(PROPERTIES.map(name => [name, style.getPropertyValue(name).replace(/url\("[^"]*?([^/"]*)"\)/g, 'url($1)')])),
    };
  };
  // an empty piece of a line is nothing to a reader: Chroma's versions differ in whether a comment's line end makes one
  const isNothing = (/** @type {Element} */ element) => element.localName === 'span' && element.childNodes.length === 0 && element.getBoundingClientRect().width === 0;
  const isSeen = (/** @type {Element} */ element) => !/^(?:script|style|template|noscript|link|meta)$/.test(element.localName) && !isNothing(element);
  const inside = [...article.querySelectorAll('*')].filter(isSeen);
  return { body: inside.map(seen), around: [...document.body.querySelectorAll('*')].filter(element => isSeen(element) && !article.contains(element)).map(seen) };
}

/** @param {{ body: Seen[], around: Seen[] }} theirs @param {{ body: Seen[], around: Seen[] }} mine @param {boolean} isEdited @returns {Comparison} */
function judge(theirs, mine, isEdited) {
  /** @type {string[]} */
  const misses = [];
  const sizes = { same: 0, total: 0 };
  const blocks = { same: 0, total: 0 };
  const styles = { same: 0, total: 0 };
  const near = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.every((value, index) => Math.abs(value - (b[index] ?? NaN)) <= 1);
  const pairs = align(theirs.body, mine.body);
  for (const [a, b] of pairs) {
    if (!b) {
      if (isEdited) continue;
      styles.total++;
      if (a.isBlock) blocks.total++;
      misses.push(`<${a.tag}> ${a.text.slice(0, 30)} is not there`);
      continue;
    }
    styles.total++;
    const other = Object.keys(a.style).filter(name => a.style[name] !== b.style[name]);
    if (other.length === 0) styles.same++;
    else misses.push(`<${a.tag}> ${a.text.slice(0, 30)}: ${other.map(name => `${name} ${a.style[name]} → ${b.style[name]}`).join(', ')}`);
    if (!a.isBlock) continue;
    sizes.total++;
    if (near(a.box.slice(2), b.box.slice(2))) sizes.same++;
    blocks.total++;
    if (near(a.box, b.box)) blocks.same++;
    else if (!isEdited) misses.push(`<${a.tag}> ${a.text.slice(0, 30)}: ${a.box} → ${b.box}`);
  }
  const around = { same: 0, total: 0 };
  for (const [a, b] of align(theirs.around, mine.around)) {
    around.total++;
    if (b && (isEdited || near(a.box, b.box)) && Object.keys(a.style).every(name => a.style[name] === b.style[name])) around.same++;
    else misses.push(`around: <${a.tag}> ${a.text.slice(0, 30)} ${b ? `${a.box} → ${b.box} ${Object.keys(a.style).filter(name => a.style[name] !== b.style[name])}` : 'is not there'}`);
  }
  return { blocks, styles, sizes, around, misses };
}

/** Elements of the same name and words, in order. @param {Seen[]} a @param {Seen[]} b @returns {[Seen, Seen | undefined][]} */
function align(a, b) {
  const key = (/** @type {Seen} */ seen) => `${seen.tag} ${seen.text}`;
  const rows = a.length + 1;
  const columns = b.length + 1;
  const longest = new Uint32Array(rows * columns);
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) longest[i * columns + j] = key(/** @type {Seen} */ (a[i])) === key(/** @type {Seen} */ (b[j])) ? (longest[(i + 1) * columns + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * columns + j] ?? 0, longest[i * columns + j + 1] ?? 0);
  /** @type {[Seen, Seen | undefined][]} */
  const pairs = [];
  for (let i = 0, j = 0; i < a.length;) {
    const left = /** @type {Seen} */ (a[i]);
    const right = b[j];
    if (right && key(left) === key(right)) { pairs.push([left, right]); i++; j++; }
    else if (right && (longest[i * columns + j + 1] ?? 0) > (longest[(i + 1) * columns + j] ?? 0)) j++;
    else { pairs.push([left, undefined]); i++; }
  }
  return pairs;
}

/** @param {Score} score */
export const share = ({ same, total }) => (total === 0 ? 1 : same / total);
