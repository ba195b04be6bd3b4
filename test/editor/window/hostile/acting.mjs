// What stands in a page and could act, told without the product's own list of what is let in. Runs in the page: it may use nothing
// from here.

/**
 * Also clicks whatever leads nowhere by https, as nothing may come of that.
 * @param {HTMLElement} body
 */
export function acting(body) {
  /** @type {string[]} */
  const found = [];
  const document = body.ownerDocument;
  const article = document.querySelector('#article');
  const read = (/** @type {string} */ address) => { try { return new URL(address, 'https://page.test/').href; } catch { return 'https:'; } };
  for (const element of body.querySelectorAll('*')) {
    if (/^(?:script|style|iframe|frame|frameset|object|embed|applet|portal|fencedframe|base|meta|link|template|noscript|form|foreignobject|annotation-xml|noembed|noframes|animate\w*|set|handler|listener|dialog)$/i.test(element.tagName)) found.push(`<${element.tagName}>`);
    for (const { name, value } of [...element.attributes]) {
      if (/^(?:on.*|srcdoc|ping|action|formaction|target|autofocus|nonce|is|popover.*|command.*|attributionsrc|accesskey|contenteditable|autoplay|http-equiv|referrerpolicy|manifest|background|download)$/i.test(name)) found.push(`${name}=${value}`);
      if (/^(?:xlink:)?href$/i.test(name) && !/^(?:https?|mailto):/.test(read(value))) found.push(`${name}=${value}`);
      if (/^(?:src|poster)$/i.test(name) && !/^(?:https?:|data:image)/.test(read(value))) found.push(`${name}=${value}`);
    }
    const { position } = getComputedStyle(element);
    if (article?.contains(element) && !element.closest('.katex') && /fixed|sticky|absolute/.test(position)) found.push(`position ${position}: ${element.outerHTML.slice(0, 200)}`);
    if (element.matches('a, area, button, summary, label, input') && !/^(?:https?:|mailto:|\/\/)/i.test(element.getAttribute('href')?.trim() ?? '')) element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, view: document.defaultView }));
  }
  document.documentElement.scrollTop = 0;
  for (const element of document.querySelectorAll('.post-head h1, .post-head .badge, .post-head .lead')) {
    if (article?.contains(element)) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + height / 2);
    if (width && top >= 0 && top + height < innerHeight && over && !over.closest('.post-head, .toc')) found.push(`over the head: ${over.outerHTML.slice(0, 200)}`);
  }
  return found;
}
