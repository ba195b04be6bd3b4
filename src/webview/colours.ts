// Colours of code. Blocks are coloured before they come into the page, and each only once.
import hljs from 'highlight.js/lib/common';

/** A block of more characters stays plain: colouring it would be felt at each key stroke. */
const LIMIT = 50_000;
const REMEMBERED = 300;

export function colours(): (content: DocumentFragment) => void {
  const known = new Map<string, string>();
  return content => {
    for (const code of content.querySelectorAll('pre > code')) {
      const language = languageOf(code);
      const text = code.textContent ?? '';
      // what an engine has coloured itself, or an author by hand, stays
      if (language === undefined || text.length > LIMIT || code.firstElementChild) continue;
      const key = `${language}\n${text}`;
      let html = known.get(key);
      if (html === undefined) {
        html = hljs.highlight(text, { language, ignoreIllegals: true }).value;
        if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
        known.set(key, html);
      }
      code.innerHTML = html;
    }
  };
}

/** `language-x` on the code, or around it as kramdown with rouge writes it. */
function languageOf(code: Element): string | undefined {
  const holder = code.closest('[class*="language-"]');
  const name = /(?:^|\s)language-([^\s{]+)/.exec(holder?.className ?? '')?.[1]?.toLowerCase();
  return name !== undefined && hljs.getLanguage(name) ? name : undefined;
}
