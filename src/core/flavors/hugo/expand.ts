// Shortcodes, run as Hugo runs them: `{{% %}}` gives text that Markdown reads with the page, `{{< >}}` a word that Markdown leaves
// alone and in whose place the HTML is put afterwards. https://github.com/gohugoio/hugo/blob/v0.111.3/hugolib/shortcode.go
import type { Colour } from '../../markdown/document';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { boxClosing, boxOf, boxOpening, withoutNoncharacters } from '../../templating/boxes';
import { ExpansionMaker, insertWord, type Expansion } from '../../templating/expansion';
import { textOf, GoObject, GoMap, isList, type GoValue, asksInner, CannotTell, newLimits, runTemplate, Trusted, type GoCall } from '../../templating/gotemplate';
import { callsIn, isCall, type Call, type Piece } from './calls';
import { hugoConfig } from './config';
import { EMBEDDED, ServiceAnswer } from './embedded';
import { layoutFolders } from './outputs';
import { resourceOfPage, resourceOfSite } from './resources';
import { paramOf, paramOfPage, paramOfSite } from './param';
import { shortcodesIn } from './shortcodes';

/** A post with more is none that someone wrote. */
const MOST_CALLS = 5000;
const DEEPEST = 30;
const LONGEST = 4_000_000;
const MOST_NOTED = 500;

export function expand(post: Post, site: Site, colour?: Colour): Expansion | undefined {
  const { text, body } = post;
  const at = text.indexOf('{{', body.start);
  if (at < 0 || !/\{\{[<%]/.test(text.slice(at))) return undefined;
  return new Expander(post, site, colour).run();
}

export function asksOthers({ text, body }: Pick<Post, 'text' | 'body'>): boolean {
  if (!text.includes('{{', body.start)) return false;
  for (const { name } of shortcodesIn(text, body)) if (name === 'ref' || name === 'relref') return true;
  return false;
}

class Expander {
  private readonly made = new ExpansionMaker();
  private ordinal = 0;
  private boxes = 0;
  private calls = 0;
  private length = 0;
  private readonly limits = newLimits();
  private readonly firstLine: number;

  constructor(private readonly post: Post, private readonly site: Site, private readonly colour: Colour | undefined) {
    this.firstLine = post.lines.lineAt(post.body.start);
  }

  run(): Expansion {
    try {
      this.put(callsIn(this.post.text, this.post.body), 0);
      return this.made.make();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { text: this.post.text, lines: [], inserts: new Map(), failure: this.site.say('The shortcodes of this post are too many to run.') };
    }
  }

  private lineOf(offset: number): number {
    return this.post.lines.lineAt(offset) - this.firstLine;
  }

  private put(pieces: readonly Piece[], depth: number): void {
    for (const piece of pieces) {
      if (isCall(piece)) this.putCall(piece, depth);
      else this.made.add(withoutNoncharacters(piece.text), this.lineOf(piece.start));
    }
  }

  private putCall(call: Call, depth: number): void {
    const word = insertWord(this.ordinal++);
    const line = this.lineOf(call.start);
    try {
      const html = this.html(call, depth);
      if (call.isMarkup) this.made.add(withoutNoncharacters(html), line, this.lineOf(call.end));
      else {
        this.made.inserts.set(word, { html, line });
        this.made.add(word, line);
      }
    } catch (error) {
      if (error instanceof ServiceAnswer) {
        if (!call.isMarkup) this.made.add(word, line);
        this.made.inserts.set(word, { html: '', line, box: call.code.text, ...(error.address === undefined ? {} : { address: error.address }) });
      } else if (error instanceof CannotTell) this.putBox(call, depth);
      else throw error;
    }
  }

  private putBox(call: Call, depth: number): void {
    const { code, inner } = call;
    if (!inner || depth > DEEPEST) {
      this.made.add(boxOf(code.text), this.lineOf(call.start));
      return;
    }
    const name = `pair${this.boxes++}`;
    this.made.add(boxOpening(code.text, name), this.lineOf(call.start));
    // a tag in several lines is one mark
    this.put(inner, depth + 1);
    this.made.add(boxClosing(name), this.lineOf(call.end));
  }

  /** @throws CannotTell, ServiceAnswer; RangeError where it is too much */
  private html(call: Call, depth: number, parent?: GoCall, place?: number): string {
    if (++this.calls > MOST_CALLS || depth > DEEPEST) throw new RangeError('calls');
    const { code } = call;
    const own = ownTemplate(code.name, this.site);
    const embedded = Object.hasOwn(EMBEDDED, code.name) ? EMBEDDED[code.name] : undefined;
    if (own === undefined && !embedded) throw new CannotTell(code.name);
    const needsInner = own !== undefined ? asksInner(own) : code.name === 'highlight' || code.name === 'details';
    if (needsInner !== (call.inner !== undefined) && (own !== undefined || code.name !== 'qr')) throw new CannotTell('end');
    let inner = '';
    // those within are run first, and may ask and tell
    const given = this.callOf(call, () => inner, depth === 0 ? this.ordinal - 1 : place, parent);
    let ordinal = 0;
    for (const piece of call.inner ?? []) inner += isCall(piece) ? this.html(piece, depth + 1, given, ordinal++) : piece.text;
    // within others, what stands between `{{% %}}` is Markdown of its own
    if (call.isMarkup && depth > 0 && call.inner) inner = /\n/.test(inner) ? this.markdown(inner) : this.markdown(inner).replace(/^\s*<p>([\s\S]*)<\/p>\s*$/, '$1');
    const html = own !== undefined ? runTemplate(own, given, this.limits) : embedded!({ code, inner: deindented(inner, call.indentation), call: given, page: this.post, site: this.site, colour: this.colour, markdown: text => this.markdownify(text) });
    this.length += html.length;
    if (this.length > LONGEST) throw new RangeError('length');
    const { indentation } = call;
    // lines after the first are indented as the tag is
    return indentation === '' || call.inner?.length ? html : html.replace(/\n(?=[\s\S])/g, `\n${indentation}`);
  }

  private callOf({ code, inner: pieces, indentation }: Call, inner: () => string, ordinal: number | undefined, parent: GoCall | undefined): GoCall {
    const isNamed = code.values.some(({ key }) => key !== undefined);
    return {
      get: key => (typeof key === 'number' ? (isNamed ? undefined : code.values[key]?.value ?? '') : isNamed ? code.values.find(value => value.key === key.toLowerCase())?.value ?? '' : undefined),
      field: name => {
        switch (name) {
          case 'Inner': return new Trusted(pieces ? inner() : '', 'html');
          case 'InnerDeindent': return new Trusted(pieces ? deindented(inner(), indentation) : '', 'html');
          case 'Name': return code.name;
          case 'IsNamedParams': return isNamed;
          case 'Params': return isNamed ? new GoMap(new Map(code.values.map(({ key = '', value }) => [key, value]))) : code.values.map(({ value }) => value);
          case 'Ordinal': return ordinal ?? 'unknown';
          case 'Page': case 'Site': case 'Page.Params': case 'Site.Params': case 'Page.Site': case 'Page.Site.Params': return new GoObject(name.replace('Page.Site', 'Site'));
          case 'Page.RelPermalink': { const url = this.site.flavor.url(this.post, this.site); return url === undefined ? 'unknown' : encodeURI(url); }
          case 'Page.Permalink': { const url = this.site.flavor.url(this.post, this.site); return url === undefined || this.site.config.origin === undefined ? 'unknown' : this.site.config.origin + encodeURI(url); }
          case 'Page.Description': return String(this.post.frontMatter?.field('description')?.value ?? '');
          case 'Site.BaseURL': case 'Page.Site.BaseURL': return this.site.config.origin === undefined ? 'unknown' : `${this.site.config.origin}${this.site.config.basePath}/`;
          case 'Page.Title': return String(this.post.frontMatter?.field('title')?.value ?? '');
          case 'Site.Title': case 'Page.Site.Title': return this.site.config.title ?? '';
          case 'Parent': return parent && new GoObject('Parent');
          default: {
            if (name.startsWith('Parent.')) return parent ? ofParent(parent.field(name.slice(7))) : 'unknown';
            const [, of, key = ''] = /^(?:Page\.)?(Site\.)?Params\.(.+)$/.exec(name) ?? [];
            return key === '' ? 'unknown' : of === undefined ? paramOfPage(key, this.post, this.site) : paramOfSite(key, this.site);
          }
        }
      },
      partial: name => partialOf(name, this.site),
      functions: {
        markdownify: value => new Trusted(this.markdownify(asText(value)), 'html'),
        // with options before the text
        '.Page.RenderString': (...given) => new Trusted(given.length > 1 && given[0] instanceof GoMap && given[0].get('display') === 'block' ? this.markdown(asText(given.at(-1))) : this.markdownify(asText(given.at(-1))), 'html'),
        relURL: address => new Trusted(this.rooted(asText(address), ''), 'url'),
        absURL: address => new Trusted(this.rooted(asText(address), this.site.config.origin ?? ''), 'url'),
        '.Page.Resources.GetMatch': name => resourceOfPage(asText(name), this.post, this.site),
        '.Page.Resources.Get': name => resourceOfPage(asText(name), this.post, this.site),
        'resources.Get': name => resourceOfSite(asText(name), this.site),
        'resources.GetMatch': name => resourceOfSite(asText(name), this.site),
        '.Page.Param': key => paramOf(asText(key), this.post, this.site),
        ...scratch(),
        ...(parent ? Object.fromEntries([['.Parent.Get', (key: GoValue) => (typeof key === 'string' || typeof key === 'number' ? parent.get(key) : undefined)] as const,
          ...Object.entries(parent.functions).filter(([name]) => /^\.(?:Parent|Scratch|Store)\./.test(name)).map(([name, run]) => [`.Parent${name}`, run] as const)]) : {}),
      },
    };
  }

  /** A path that begins with a slash begins at the host: https://gohugo.io/functions/urls/relurl/ */
  private rooted(address: string, origin: string): string {
    if (/^[a-z][a-z\d+.-]*:|^\/\//i.test(address)) return address;
    return `${origin}${address.startsWith('/') ? address : `${this.site.config.basePath}/${address}`}`;
  }

  private markdown(text: string): string {
    const { dialect } = this.site;
    this.length += text.length;
    if (this.length > LONGEST) throw new RangeError('length');
    return dialect.render(dialect.parse(text, { start: 0, end: text.length }, true), this.colour && { colour: this.colour });
  }

  /** A single paragraph is given without its tags: helpers.ContentSpec.TrimShortHTML. */
  private markdownify(text: string): string {
    const html = this.markdown(text);
    return html.indexOf('<p') === html.lastIndexOf('<p') && html.lastIndexOf('</p>') === html.lastIndexOf('</') ? html.trim().replace(/^<p>/, '').replace(/<\/p>$/, '').trim() : html;
  }
}

const asText = textOf;

/** What a call's parent knows of its own parent is one step further away from the call. */
const ofParent = (found: GoValue | 'unknown'): GoValue | 'unknown' => (found instanceof GoObject && found.path.startsWith('Parent') ? new GoObject(`Parent.${found.path}`) : found);

/** What a call notes for itself, or those within it for it: https://gohugo.io/methods/shortcode/store/ */
function scratch(): GoCall['functions'] {
  const notes = new Map<string, GoValue>();
  const add = (key: GoValue, value: GoValue): GoValue => {
    const before = notes.get(asText(key));
    if (before === undefined) notes.set(asText(key), value);
    else if (isList(before) && before.length < MOST_NOTED) notes.set(asText(key), [...before, ...(isList(value) ? value : [value]).slice(0, MOST_NOTED)]);
    else if (typeof before === 'number' && typeof value === 'number') notes.set(asText(key), before + value);
    else if (typeof before === 'string' && typeof value === 'string' && before.length + value.length < LONGEST) notes.set(asText(key), before + value);
    else throw new CannotTell('Add');
    return '';
  };
  const set = (key: GoValue, value: GoValue): GoValue => {
    notes.set(asText(key), value);
    return '';
  };
  return Object.fromEntries(['.Scratch', '.Store'].flatMap(of => [[`${of}.Get`, (key: GoValue) => notes.get(asText(key))], [`${of}.Set`, set], [`${of}.Add`, add]]));
}

/** https://gohugo.io/templates/types/#partial */
function partialOf(name: string, site: Site): string | undefined {
  const file = /\.\w+$/.test(name) ? name : `${name}.html`;
  for (const folder of layoutFolders(site)) for (const place of ['_partials', 'partials']) {
    const source = hugoConfig(site).partials.get(`${folder}/${place}/${file}`);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** A site's own template, be it under the name of one of Hugo's; the site's before its themes'. */
function ownTemplate(name: string, site: Site): string | undefined {
  const { shortcodes } = hugoConfig(site);
  for (const folder of layoutFolders(site)) {
    for (const place of ['_shortcodes', 'shortcodes']) {
      const at = `${folder}/${place}/${name}`;
      if (!site.files.has(`${at}.html`)) continue;
      const source = shortcodes.get(`${at}.html`);
      if (source === undefined) throw new CannotTell('not read');
      return source;
    }
  }
  return undefined;
}

/** `.InnerDeindent` */
const deindented = (inner: string, indentation: string): string => (indentation === '' ? inner : inner.split('\n').map(line => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n'));
