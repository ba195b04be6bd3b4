// A blog whose build was made by somebody who means harm: pages and style sheets by hand, as no engine writes them.
import { attempts } from './cases.mjs';

/** What only pictures, fonts and style sheets may be asked for. */
export const MAY = new Set(['image', 'font', 'stylesheet']);

/** Addresses of files that are no part of the build. */
export const OUTSIDE_THE_BUILD = /secret|linked\.css|\/up\/|\.net\/etc\/passwd/;

/** Everything that `trap` may ask for. */
export const REMOTE = [
  'https://allowed.invalid/sheet.css', 'https://allowed.invalid/imported.css', 'https://allowed.invalid/picture.png', 'https://allowed.invalid/background.png', 'https://allowed.invalid/own.png',
  'https://allowed.invalid/late.css', 'https://allowed.invalid/svg.css',
];

const RUN = 'globalThis.hostile=1';

/** The text of a post, by which its page is known. @param {string} post */
const bodyOf = post => `Begun ${post}, with enough words that the page is found by them.\n\nA second paragraph stands here too, and is as long.`;
const bodyHtml = (/** @type {string} */ post) => bodyOf(post).split('\n\n').map(text => `<p>${text}</p>`).join('\n');

const sheet = `@charset "utf-8";
@import "https://allowed.invalid/imported.css";
@import "http://refused.invalid/plain.css";
@import url(../../secret.css);
@import "../%2e%2e/secret.css";
@import "/up/secret.css";
@import "/linked.css";
@import "file:///etc/passwd";
@import "within.css";
@namespace x url(https://refused.invalid/namespace);
html { scroll-behavior: smooth; }
#theme { border-top: 7px solid; background: url(https://allowed.invalid/background.png); }
#theme p { list-style-image: u\\72l("http://refused.invalid/escaped.png"); }
#theme a { cursor: url("javascript:${RUN}"), auto; behavior: url(https://refused.invalid/x.htc); -moz-binding: url(https://refused.invalid/x.xml#a); }
.a::after { content: "</style><script>${RUN}</script><img src=x onerror=${RUN}>"; }
/* </style><script>${RUN}</script> */
.b { background: url("</style><img src=x onerror=${RUN}>"); width: expression(${RUN}); }
.c { background: image-set("../../secret.png" 1x, "file:///etc/passwd" 2x) }
.d { background: url(https://refused.invalid/unclosed.png`;

const head = `<meta charset="utf-8"><title>Trap</title>
<base href="https://refused.invalid/base/" target="_top">
<meta http-equiv="refresh" content="0; url=https://refused.invalid/refreshed">
<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'"><meta name="referrer" content="unsafe-url">
<script>${RUN}</script><script src="https://refused.invalid/a.js"></script><script type="speculationrules">{"prefetch":[{"source":"list","urls":["https://refused.invalid/speculated"]}]}</script>
<link rel="stylesheet" href="/css/theme.css"><link rel="stylesheet" href="https://allowed.invalid/sheet.css" onload="${RUN}"><link rel="stylesheet" href="http://refused.invalid/plain.css">
<link rel="stylesheet" href="../../../secret.css"><link rel="stylesheet" href="/../secret.css"><link rel="stylesheet" href="/..%2fsecret.css"><link rel="stylesheet" href="..\\..\\..\\secret.css"><link rel="stylesheet" href="/linked.css"><link rel="stylesheet" href="/up/secret.css"><link rel="stylesheet" href="file:///etc/passwd">
<link rel="preload" as="script" href="https://refused.invalid/preload.js"><link rel="prefetch" href="https://refused.invalid/prefetch"><link rel="preconnect" href="https://refused.invalid"><link rel="dns-prefetch" href="//refused.invalid"><link rel="stylesheet preconnect" href="data:text/css,a{}"><link rel="modulepreload" href="https://refused.invalid/m.js"><link rel="manifest" href="https://refused.invalid/manifest"><link rel="icon" href="https://refused.invalid/icon.png"><link rel="import" href="https://refused.invalid/import.html"><link rel="alternate stylesheet" href="https://refused.invalid/alternate.css">
<style>@import "https://allowed.invalid/late.css" print and (unclosed;</style>`;

const around = `<noscript><img src="https://refused.invalid/noscript.png"></noscript>
<iframe src="https://refused.invalid/frame"></iframe><iframe srcdoc="<script>parent.hostile=1</script>"></iframe><object data="https://refused.invalid/object"></object><embed src="https://refused.invalid/embed">
<form action="https://refused.invalid/form" method="post"><input autofocus onfocus="${RUN}" name="body"><input name="querySelectorAll"><input name="attributes"><button formaction="https://refused.invalid/formaction">send</button></form>
<img src="https://allowed.invalid/picture.png" onload="${RUN}" onerror="${RUN}"><img src="http://refused.invalid/plain.png"><img src="../../../secret.png"><img src="/up/secret.png" srcset="../../../secret.png 2x, http://refused.invalid/set.png 3x"><img src=x onerror="${RUN}">
<video src="https://refused.invalid/film.mp4" poster="http://refused.invalid/poster.png" autoplay></video><audio src="https://refused.invalid/sound.mp3" autoplay></audio>
<a href="javascript:${RUN}">a</a> <a href="java&#10;script:${RUN}" ping="https://refused.invalid/ping">b</a> <a href="data:text/html,<script>${RUN}</script>">c</a> <a href="vbscript:x" target="_top">d</a>
<svg><script>${RUN}</script><a xlink:href="javascript:${RUN}"><text>x</text></a><use href="https://refused.invalid/use.svg#a"/><image href="http://refused.invalid/image.png"/><animate onbegin="${RUN}" attributeName="x"/><set attributeName="href" to="javascript:${RUN}"/><foreignObject><iframe src="https://refused.invalid/foreign"></iframe></foreignObject><style>@import "https://allowed.invalid/svg.css";</style></svg>
<div style="background:u\\72l(http://refused.invalid/style.png)" onclick="${RUN}" onmouseover="${RUN}" contenteditable tabindex="0">text</div>
<details open ontoggle="${RUN}"><summary>s</summary></details><dialog open popover="manual">d</dialog><button popovertarget="x" commandfor="x" command="show-modal">p</button>
<style></style><script>${RUN}</script></style><math><mtext><table><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></table></mtext></math>`;

/** @param {string} post @param {string} head @param {string} before @param {string} after */
const pageOf = (post, head, before, after) => `<!DOCTYPE html>\n<html onload="${RUN}"><head>${head}</head>\n<body onload="${RUN}" onpageshow="${RUN}" background="http://refused.invalid/body.png">\n${before}\n<main id="theme"><h1>Trap</h1><div class="text">${bodyHtml(post)}</div></main>\n${after}\n</body></html>\n`;

/** What gives its attributes to another element, or ends in the middle of one, cannot be taken out of a text: such a page is not shown. */
const WHOLE = new Set(['body', 'html', 'svg with a foreign body']);
/** @param {boolean} isWhole */
const everything = isWhole => attempts('html').filter(({ isOpen, name }) => !isOpen && WHOLE.has(name) === isWhole).map(({ text }) => `<div>${text}</div>`).join('\n');
const addresses = attempts('addresses').filter(({ text }) => !/["\n]/.test(text)).map(({ text }) => `<a href="${text}">a</a> <img src="${text}" alt="i"> <video src="${text}" poster="${text}"></video> <iframe src="${text}"></iframe> <form action="${text}"><button formaction="${text}">b</button></form> <svg width="9" height="9"><a href="${text}"><use href="${text}"/></a></svg> <link rel="stylesheet" href="${text}">`).join('\n');

/** @type {Record<string, string>} */
export const FILES = {
  'blog/hugo.toml': 'baseURL = "https://blog.invalid/"\n',
  'blog/secret.css': ':root { --secret: read; --linked: read } /* kept secret */', 'secret.css': ':root { --secret: read } /* kept secret */',
  'blog/own.css': `@import "http://refused.invalid/own.css"; #theme h1 { background: url(https://allowed.invalid/own.png) } #theme h2 { background: url(http://refused.invalid/own.png) }`,
  '.vscode/settings.json': JSON.stringify({ 'techPost.preview.css': ['own.css', '../secret.css', '/etc/passwd', '../../secret.css', '"><script>globalThis.hostile=1</script>'] }),
  'blog/public/index.html': '<title>Home</title>',
  'blog/public/css/theme.css': sheet, 'blog/public/css/within.css': ':root { --within: yes }',
  'blog/public/post/trap/index.html': pageOf('trap', head, around, around), 'blog/public/post/all/index.html': pageOf('all', '<link rel="stylesheet" href="/css/theme.css">', '', `${everything(false)}\n${addresses}`),
  'blog/public/post/whole/index.html': pageOf('whole', '<link rel="stylesheet" href="/css/theme.css">', '', everything(true)),
  ...Object.fromEntries(['trap', 'all', 'whole'].map(post => [`blog/content/post/${post}.md`, `---\ntitle: Trap\n---\n\n${bodyOf(post)}\n`])),
};
