// Hexo's own tags, run as Hexo runs them: each gives HTML that is put in its place once Markdown is done.
// https://github.com/hexojs/hexo/tree/v8.0.0/lib/plugins/tag, https://hexo.io/docs/tag-plugins
import type { Colour } from '../../markdown/document';
import { fencesIn, fenceHtml, optionsOf } from '../../markdown/hexo/fences';
import { hexoOptions } from '../../markdown/hexo';
import { type PlacedTag, tagsIn } from '../../markdown/hexo/tags';
import type { Post } from '../../post';
import { fieldText } from '../../source';
import type { Site } from '../../site';
import { boxClosing, boxOf, boxOpening, withoutNoncharacters } from '../../templating/boxes';
import { type Expansion, ExpansionMaker, insertComment, insertWord, lineEnds } from '../../templating/expansion';
import { hexoConfig } from './config';
import { writeLink, wordsOf } from './links';
import { urlOf } from './outputs';

const MOST_TAGS = 5000;
const LONGEST = 4_000_000;
const DEEPEST = 20;

export function expand(post: Post, site: Site, colour?: Colour): Expansion | undefined {
  const source = post.text.slice(post.body.start, post.body.end);
  return /\{[{%#]/.test(source) ? new Expander(post, site, colour).run(source) : undefined;
}

export const asksOthers = ({ text, body }: Pick<Post, 'text' | 'body'>): boolean => /\{%\s*post_(?:link|path)\b/.test(text.slice(body.start));

/** A tag that needs what is not here: it stays a box. */
class Unknown extends Error {}

class Expander {
  private count = 0;
  private length = 0;
  private depth = 0;
  private readonly made = new ExpansionMaker();

  constructor(private readonly post: Post, private readonly site: Site, private readonly colour: Colour | undefined) {}

  run(source: string): Expansion {
    this.put(source, 0);
    return this.made.make();
  }

  private put(source: string, firstLine: number): void {
    const plain = source.replace(/\r\n|\r/g, '\n');
    let at = 0;
    let line = firstLine;
    const text = (end: number): void => {
      const piece = plain.slice(at, end);
      this.made.add(withoutNoncharacters(piece), line);
      line += lineEnds(piece);
      at = end;
    };
    for (const tag of tagsIn(plain, fencesIn(plain))) {
      text(tag.start);
      this.tag(tag, plain, line);
      line += lineEnds(plain.slice(at, tag.end));
      at = tag.end;
    }
    text(plain.length);
  }

  private tag(tag: PlacedTag, plain: string, line: number): void {
    const written = plain.slice(tag.start, tag.end);
    try {
      const html = this.html(tag, plain);
      this.length += html.length;
      if (++this.count > MOST_TAGS || this.length > LONGEST) throw new Unknown();
      const word = insertWord(this.count);
      this.made.inserts.set(word, { html, line });
      this.made.add(insertComment(word), line);
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      if (!tag.inner || this.depth >= DEEPEST) {
        this.made.add(boxOf(written), line);
        return;
      }
      const inner = plain.slice(tag.inner.start, tag.inner.end);
      const name = `pair${this.count++}`;
      this.made.add(`${boxOpening(plain.slice(tag.start, tag.inner.start), name)}\n\n`, line, line);
      this.depth++;
      this.put(inner, line + lineEnds(plain.slice(tag.start, tag.inner.start)));
      this.depth--;
      this.made.add(`\n\n${boxClosing(name)}`, line + lineEnds(written), line + lineEnds(written));
    }
  }

  /** @throws Unknown */
  private html({ name, args, inner: place }: PlacedTag, plain: string): string {
    const words = wordsOf(args);
    const inner = place ? plain.slice(place.start, place.end) : undefined;
    switch (name) {
      case 'raw': if (inner === undefined) throw new Unknown(); return inner;
      case 'blockquote': case 'quote': return `<blockquote>${this.markdown(inner)}${footer(words)}</blockquote>`;
      case 'pullquote': return `<blockquote class="${escaped(['pullquote', ...words].join(' '))}">${this.markdown(inner)}</blockquote>`;
      case 'code': case 'codeblock': return this.code(words, inner);
      case 'iframe': return `<iframe src="${escaped(words[0] ?? '')}" width="${size(words[1], '100%')}" height="${size(words[2], '300')}" frameborder="0" loading="lazy" allowfullscreen></iframe>`;
      case 'img': case 'image': return this.image(words);
      case 'asset_img': case 'asset_image': return this.image(words.map(word => (/\./.test(word) ? this.asset(word)?.slice(this.site.config.basePath.length) ?? word : word)));
      case 'asset_path': return this.asset(words[0]) ?? '';
      case 'asset_link': return this.link(words, this.asset(words[0]), words[0] ?? '');
      case 'a': case 'link': case 'anchor': return linkTag(words);
      case 'url_for': return `<a href="${escaped(this.rooted(words[1] ?? ''))}">${escaped(words[0] ?? '')}</a>`;
      case 'full_url_for': return `<a href="${escaped((this.site.config.origin ?? '') + this.rooted(words[1] ?? ''))}">${escaped(words[0] ?? '')}</a>`;
      case 'post_path': case 'post_link': return this.postLink(name, words);
      // Hexo before version 6 had these itself, and hexo-tag-embed has them since
      case 'youtube': return `<div class="video-container"><iframe src="https://www.youtube${words.includes('false') ? '-nocookie' : ''}.com/embed/${words.includes('playlist') ? 'videoseries?list=' : ''}${escaped(words[0] ?? '')}" frameborder="0" loading="lazy" allowfullscreen></iframe></div>`;
      case 'vimeo': return `<div class="video-container"><iframe src="https://player.vimeo.com/video/${escaped(words[0] ?? '')}" frameborder="0" loading="lazy" allowfullscreen></iframe></div>`;
      default: throw new Unknown();
    }
  }

  private markdown(text: string | undefined): string {
    if (text === undefined || this.depth >= DEEPEST) throw new Unknown();
    const { dialect } = this.site;
    const body = text.replace(/^\n?|\n?$/g, '');
    return dialect.render(dialect.parse(body, { start: 0, end: body.length }), this.colour && { colour: this.colour });
  }

  private code(words: readonly string[], inner: string | undefined): string {
    if (inner === undefined) throw new Unknown();
    const { code } = hexoOptions(this.site.config.data ?? {}, hexoConfig(this.site).rendererMajor);
    const text = inner.replace(/^\n?|\n?$/g, '');
    const options = optionsOf(words);
    if (options.isOff || code.highlighter === undefined) return `<pre><code>${escaped(text)}</code></pre>`;
    const rest = words.filter(word => !/^(?:lang|line_number|line_threshold|first_line|wrap|mark|language_attr|highlight):/.test(word)).join(' ');
    const [, title, url, label] = /^(\S[\s\S]*?)\s+(https?:\/\/\S+)(?:\s+(.+))?$/i.exec(rest) ?? [];
    const caption = title !== undefined ? `<span>${title}</span><a href="${escaped(url!)}">${label ?? 'link'}</a>` : rest ? `<span>${rest}</span>` : '';
    const language = words.findLast(word => word.startsWith('lang:'))?.slice(5);
    return fenceHtml({ ...options, code: text, language, caption, inlineFirst: undefined }, code, this.colour);
  }

  private image(words: readonly string[]): string {
    const at = words.findIndex(word => ADDRESS.test(word) || word.startsWith('/'));
    if (at < 0) throw new Unknown();
    const rest = words.slice(at + 1);
    const sizes: string[] = [];
    while (sizes.length < 2 && /^\d+$/.test(rest[0] ?? '')) sizes.push(rest.shift()!);
    const meta = rest.join(' ');
    const quoted = (isDouble: boolean): string => (isDouble ? '"?([^"]+)?"?' : "'?([^']+)?'?");
    const [, title, alt] = new RegExp(`${quoted(meta.startsWith('"'))}\\s*${quoted(meta.endsWith('"'))}`).exec(meta) ?? [];
    const classes = words.slice(0, at).join(' ');
    return `<img src="${escaped(this.rooted(words[at]!))}"${attribute('class', classes)}${attribute('width', sizes[0])}${attribute('height', sizes[1])}${attribute('title', title)}${attribute('alt', alt)}>`;
  }

  /** https://github.com/hexojs/hexo-util/blob/v3.3.0/lib/url_for.ts */
  private rooted(path: string): string {
    return /^(?:#|\/\/|[a-z][a-z\d+.-]*:)/i.test(path) ? path : `${this.site.config.basePath}/${path}`.replace(/\/{2,}/g, '/');
  }

  private asset(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    const written = writeLink({ target: `{% asset_path "${name}" %}`, place: 'tag', isImage: true }, this.post, this.site);
    if (written.kind === 'unknown') throw new Unknown();
    return written.kind === 'url' ? written.url : undefined;
  }

  private postLink(name: string, words: readonly string[]): string {
    const written = writeLink({ target: `{% ${name} "${words[0] ?? ''}" %}`, place: 'tag', isImage: false }, this.post, this.site);
    if (written.kind !== 'page') throw new Unknown();
    const page = this.site.index.of(written.path);
    const url = page && urlOf(page, this.site);
    if (!page || url === undefined) throw new Unknown();
    if (name === 'post_path') return url;
    const hash = /#(.+)$/.exec(words[0] ?? '')?.[1];
    return this.link(words, url + (hash === undefined ? '' : `#${hash}`), fieldText(page, ['title']) ?? '');
  }

  /** The text may be followed by `true` or `false`: whether it is escaped. */
  private link([, ...words]: readonly string[], address: string | undefined, title: string): string {
    if (address === undefined) return '';
    const last = words.at(-1);
    const isPlain = last === 'false';
    const given = (last === 'true' || last === 'false' ? words.slice(0, -1) : words).join(' ');
    const text = given || title;
    return `<a href="${escaped(address)}" title="${escaped(title)}">${isPlain ? text : escaped(text)}</a>`;
  }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[<>"]|&(?!#?\w+;)/g, sign => SIGNS[sign]!);
const attribute = (name: string, value: string | undefined): string => (value ? ` ${name}="${escaped(value)}"` : '');
const size = (written: string | undefined, usual: string): string => (written && written !== 'default' ? escaped(written) : usual);

/** What the tags take for an address: a name with a dot in it, or a protocol. */
const ADDRESS = /^[a-z]{3,9}:|[A-Za-z\d-]\.[A-Za-z\d]|^\.{0,2}\//i;

function linkTag(words: readonly string[]): string {
  const at = words.findIndex(word => ADDRESS.test(word));
  const rest = at < 0 ? [] : words.slice(at + 1);
  const isAside = rest[0] === 'true';
  const title = (rest[0] === 'true' || rest[0] === 'false' ? rest.slice(1) : rest).join(' ');
  return `<a href="${escaped(at < 0 ? '' : words[at]!)}"${attribute('title', title)}${isAside ? ' target="_blank"' : ''}>${escaped((at < 0 ? words : words.slice(0, at)).join(' '))}</a>`;
}

/** Author, source and title of a quote. */
function footer(words: readonly string[]): string {
  const given = words.join(' ');
  if (given === '') return '';
  const [, author, source, title] = /^(\S.*?)\s+(https?:\/\/\S+)(?:\s+(.+))?$/i.exec(given) ?? [];
  if (author !== undefined) return `<footer><strong>${author}</strong><cite><a href="${escaped(source!)}">${title ?? source!.replace(/^https?:\/\/|\/(?:index\.html?)?$/g, '')}</a></cite></footer>`;
  const [, name, work] = /([^,]+),\s*([^,]+)/.exec(given) ?? [];
  return `<footer><strong>${name ?? given}</strong>${work === undefined ? '' : `<cite>${work}</cite>`}</footer>`;
}
