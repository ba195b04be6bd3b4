// The ways by which an attempt comes into a post: everything that a writer's text passes through before it is shown.
import { attempts } from './cases.mjs';

/** @typedef {import('./cases.mjs').Attempt} Attempt */
/** @typedef {(text: string) => string | undefined} Carrier undefined where it cannot carry this text */

/** @type {Carrier} */
const asItIs = text => text;
/** @param {(text: string) => string} write @returns {Carrier} */
const oneLine = write => text => (text.includes('\n') ? undefined : write(text));
/** @param {string} signs @param {(text: string) => string} write @returns {Carrier} */
const without = (signs, write) => text => (text.includes('\n') || [...signs].some(sign => text.includes(sign)) ? undefined : write(text));

/** @type {Carrier[]} */
const HTML = [asItIs, oneLine(text => `Words ${text} and words.`), oneLine(text => `> - ${text}`), oneLine(text => `| a | b |\n|---|---|\n| ${text} | x |`), oneLine(text => `## A heading ${text}`)];
/** @type {Carrier[]} */
const ADDRESSES = [
  oneLine(text => `[link](${text}) ![picture](${text}) [angles](<${text}> "title")`), oneLine(text => `<${text}>`),
  oneLine(text => `[by reference][r-${text.length}] ![by reference][r-${text.length}]\n\n[r-${text.length}]: ${text} "title"`),
  without('"', text => `<a href="${text}">a</a> <img src="${text}" alt="i"> <video src="${text}" poster="${text}"></video> <iframe src="${text}"></iframe> <object data="${text}"></object> <form action="${text}"><button formaction="${text}">b</button></form> <svg width="9" height="9"><a href="${text}"><use href="${text}"/></a></svg> <map name="n"><area href="${text}" alt="a"></map> <input type="image" src="${text}">`),
];
/** @type {Carrier[]} */
const TEXTS = [
  asItIs, oneLine(text => `# ${text}`), oneLine(text => `![${text}](x.png) [${text}](# '${text}') [t](# "${text}")`), oneLine(text => `\`\`\`${text}\ncode\n\`\`\``), oneLine(text => `~~~ js ${text}\ncode\n~~~`),
  oneLine(text => `Note[^${text.length}].\n\n[^${text.length}]: ${text}`), oneLine(text => `| ${text} |\n|:--${text}|\n| ${text} |`), oneLine(text => `$$ ${text} $$ and $${text}$ and \\(${text}\\)`), oneLine(text => `- [ ] ${text}\n\nTerm ${text}\n: Meaning ${text}`), oneLine(text => `\`${text}\` **${text}** ~~${text}~~ :${text}:`),
];
/** Lists of attributes, of which handlers, styles and addresses come in without any HTML. */
const ATTRIBUTES = ['onclick="globalThis.hostile=1"', 'style="position:fixed;inset:0"', 'autofocus=1 tabindex=1 onfocus="globalThis.hostile=1"', 'data-gap=title class=gap', 'id="article" name="body" is="x-widget"', 'href="javascript:globalThis.hostile=1"', 'srcdoc="<script>globalThis.hostile=1</script>" src="https://outside.invalid/attribute"', 'style="background:u\\72l(https://outside.invalid/attribute.png)"'];

/**
 * What the engines have of their own.
 * @type {Record<'hugo' | 'jekyll' | 'hexo' | 'plain', { html: Carrier[], addresses: Carrier[], texts: Carrier[], attributes: Carrier[] }>}
 */
export const CARRIERS = {
  hugo: {
    html: [...HTML, text => `{{< raw >}}${text}{{< /raw >}}`, text => `{{% raw %}}\n${text}\n{{% /raw %}}`, without('`', text => `{{< bare \`${text}\` >}}`)],
    addresses: [...ADDRESSES, without('`', text => `{{< figure src=\`${text}\` link=\`${text}\` target="_top" attrlink=\`${text}\` >}}`), without('`', text => `{{< leads \`${text}\` >}}`)],
    texts: [...TEXTS, without('`', text => `{{< figure src="x.png" title=\`${text}\` caption=\`${text}\` alt=\`${text}\` attr=\`${text}\` class=\`${text}\` >}}`), without('`', text => `{{< highlight go \`${text}\` >}}\n${text}\n{{< /highlight >}}`), without('`', text => `{{< youtube \`${text}\` >}} {{< gist \`${text}\` \`${text}\` >}} {{< param \`${text}\` >}}`)],
    attributes: [text => `## Heading {${text}}`, text => `Words.\n{${text}}`, text => `\`\`\`go {${text}}\ncode\n\`\`\``],
  },
  jekyll: {
    html: [...HTML, oneLine(text => `<div markdown="1">\n${text}\n</div>`), text => `{% capture held %}${text}{% endcapture %}{{ held }}`, without("'", text => `{% assign held = '${text}' %}{{ held }} {% include raw.html text='${text}' %}`), text => `{::nomarkdown}${text}{:/}`],
    addresses: [...ADDRESSES, without('"', text => `[liquid]({{ "${text}" | relative_url }}) <a href="{{ "${text}" | absolute_url }}">liquid</a>`)],
    texts: [...TEXTS, without('"', text => `{{ "${text}" | markdownify }} {{ "${text}" | append: "<script>globalThis.hostile=1</script>" }}`), oneLine(text => `*[abbr]: ${text}\n\nabbr`), oneLine(text => `{% highlight ${text} %}\n${text}\n{% endhighlight %}`)],
    attributes: [text => `## Heading {#x ${text}}`, text => `Words.\n{: ${text}}`, text => `*words*{: ${text}} [link](#){: ${text}}`, text => `{:name: ${text}}\n\n> Quote\n{:name}`],
  },
  hexo: {
    html: [...HTML, text => `{% raw %}${text}{% endraw %}`, text => `{% blockquote ${text.split('\n')[0]} %}\n${text}\n{% endblockquote %}`],
    addresses: [...ADDRESSES, oneLine(text => `{% link text ${text} %} {% img class ${text} 9 9 "title" %}`), oneLine(text => `{% iframe ${text} %} {% youtube ${text} %}`)],
    texts: [...TEXTS, oneLine(text => `{% codeblock ${text} lang:js %}\n${text}\n{% endcodeblock %}`)],
    attributes: [text => `Words {${text}}`],
  },
  plain: { html: HTML, addresses: ADDRESSES, texts: TEXTS, attributes: [] },
};

/** Paths of posts, from the folder of all blogs; names that are attempts too, as far as a file's name may be one. */
export const POSTS = {
  hugo: "hugo/content/post/<img src=x onerror=globalThis.hostile=1>.md", jekyll: 'jekyll/_posts/2026-10-18-"onload="globalThis.hostile=1.md',
  hexo: "hexo/source/_posts/'onload='globalThis.hostile=1.md", plain: 'plain/<svg onload=globalThis.hostile=1>/a-&quot;.md',
};

/** @type {Record<string, string>} The blogs around them: all let raw HTML through. */
export const FILES = {
  'hugo/hugo.toml': 'baseURL = "https://blog.invalid/"\ntitle = "<script>globalThis.hostile=1</script>"\n[markup.goldmark.renderer]\nunsafe = true\n[markup.goldmark.parser.attribute]\nblock = true\ntitle = true\n',
  'hugo/layouts/shortcodes/raw.html': '{{ .Inner | safeHTML }}', 'hugo/layouts/shortcodes/bare.html': '{{ .Get 0 | safeHTML }}<p title="{{ .Get 0 }}">{{ .Get 0 }}</p>',
  'hugo/layouts/shortcodes/leads.html': '<a href="{{ .Get 0 | safeURL }}" onclick="{{ .Get 0 }}" style="{{ .Get 0 }}">leads</a>',
  'jekyll/_config.yml': 'title: "<script>globalThis.hostile=1</script>"\nurl: https://blog.invalid\n', 'jekyll/_includes/raw.html': '{{ include.text }}',
  'hexo/_config.yml': 'title: "<script>globalThis.hostile=1</script>"\nurl: https://blog.invalid\n', 'hexo/package.json': '{"dependencies":{"hexo":"7.3.0"},"hexo":{"version":"7.3.0"}}',
  'plain/README.md': '# Plain\n', 'tech-post.json': '{"kinds":{"<img src=x onerror=globalThis.hostile=1>":{}},"rules":{"<script>globalThis.hostile=1</script>":"off"}}',
};

/** The first way carries all attempts, each of the others one of so many: all together carry all, and a test ends. */
const SHARE = 5;

const html = attempts('html');
const addresses = attempts('addresses');
const texts = attempts('texts');

/**
 * Everything that one engine's carriers carry, in parts of a post's size. At the end of each stands what leaves something unclosed:
 * each engine has its share of these.
 * @param {keyof typeof CARRIERS} engine
 * @returns {{ names: string[], text: string }[]}
 */
export function bodies(engine) {
  const carriers = CARRIERS[engine];
  /** @param {Carrier[]} ways @param {Attempt[]} list */
  const product = (ways, list) => ways.flatMap((way, at) => list.filter((_, index) => at === 0 || index % SHARE === at % SHARE).flatMap(({ name, text }) => { const carried = way(text); return carried === undefined ? [] : [{ name, text: carried }]; }));
  const closed = [
    ...product(carriers.html, html.filter(({ isOpen }) => !isOpen)), ...product(carriers.addresses, addresses), ...product(carriers.texts, texts),
    ...product(carriers.attributes, ATTRIBUTES.map(text => ({ name: text, text, isOpen: false }))),
  ];
  const engines = Object.keys(CARRIERS);
  const open = product([asItIs], html.filter(({ isOpen }) => isOpen)).filter((_, index) => index % engines.length === engines.indexOf(engine));
  const size = Math.ceil(closed.length / open.length);
  return open.map((last, index) => {
    const part = [...closed.slice(index * size, (index + 1) * size), last];
    return { names: part.map(({ name }) => name), text: part.map(({ text }) => text).join('\n\n') };
  });
}

/** @param {number} turn */
export function frontMatter(turn) {
  const text = JSON.stringify(texts[turn % texts.length]?.text);
  const address = JSON.stringify(addresses[(turn * 3) % addresses.length]?.text);
  return `---\ntitle: ${text}\ndescription: ${text}\ndate: 2026-10-18\ntags: [${text}]\ncategories: [${text}]\nauthor: ${text}\ncover: ${address}\nimage: ${address}\nimages: [${address}]\nslug: ${text}\ntoc: true\ndraft: true\nmath: true\nmermaid: true\n---\n`;
}

/** Everything that may be asked for. */
export const PICTURES = [...new Set([...html, ...addresses, ...texts, ...attempts('drawings')].flatMap(({ text }) => text.match(/https?:\/*picture\.invalid\/?[\w.-]*/g) ?? []))].map(url => new URL(url).href);
