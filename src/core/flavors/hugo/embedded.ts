// Hugo's own shortcodes: https://github.com/gohugoio/hugo/tree/v0.111.3/tpl/tplimpl/embedded/templates/shortcodes, and what newer
// versions changed (versions.ts).
import { get } from '../../data';
import { highlighted, highlightOptions, withOptions } from '../../markdown';
import type { Colour } from '../../markdown/document';
import type { Post } from '../../post';
import type { Site } from '../../site';
import { escapeAddress, escapeAttribute, escapeText } from '../../templating/goescape';
import { CannotTell, isTrue, textOf, type GoCall } from '../../templating/gotemplate';
import { hugoConfig } from './config';
import { write } from './links';
import { paramOf } from './param';
import type { Shortcode } from './shortcodes';
import { addressInRef } from './refaddress';
import { has } from './versions';

export interface EmbeddedCall {
  readonly code: Shortcode;
  readonly inner: string;
  readonly call: GoCall;
  readonly page: Post;
  readonly site: Site;
  readonly colour: Colour | undefined;
  /** HTML of Markdown; of one paragraph without its tags. */
  markdown(text: string): string;
}

/** The build asks a service on the network, which alone knows what will be there. */
export class ServiceAnswer extends Error {
  /** @param address where readers find it themselves */
  constructor(readonly address?: string) {
    super();
  }
}

type Embedded = (given: EmbeddedCall) => string;

const value = ({ call }: EmbeddedCall, ...keys: readonly (string | number)[]): string => {
  for (const key of keys) {
    const found = textOf(call.get(key));
    if (found !== '') return found;
  }
  return '';
};

const attribute = (name: string, text: string): string => (text === '' ? '' : ` ${name}="${escapeAttribute(text, false)}"`);
const address = (name: string, text: string): string => (text === '' ? '' : ` ${name}="${escapeAddress(text, false)}"`);
const privacy = ({ site }: EmbeddedCall, service: string, key: string): unknown => get(hugoConfig(site).data, 'privacy', service, key);

function figure(given: EmbeddedCall): string {
  const { page, site, markdown } = given;
  const of = (key: string): string => value(given, key);
  const caption = of('caption');
  const attr = of('attr');
  const alt = of('alt') === '' ? markdown(caption).replace(/<[^>]*>/g, '') : undefined;
  const written = has(site.config, 'figureResolves') ? write({ target: of('src'), place: 'resource', isImage: true }, page, site) : undefined;
  const source = written?.kind === 'url' ? written.url : of('src');
  const image = `<img src="${escapeAddress(source, false)}"`
    + (of('alt') !== '' ? attribute('alt', of('alt')) : caption === '' ? '' : ` alt="${escapeAttribute(alt!, true)}"`)
    + attribute('width', of('width')) + attribute('height', of('height')) + (has(site.config, 'figureResolves') ? attribute('loading', of('loading')) : '') + '/>';
  const shown = of('link') === '' ? image : `<a${address('href', of('link'))}${attribute('target', of('target'))}${attribute('rel', of('rel'))}>${image}</a>`;
  const credit = of('attrlink') === '' ? markdown(attr) : `\n                    <a${address('href', of('attrlink'))}>${markdown(attr)}</a>`;
  const words = caption === '' && attr === '' ? '' : `<p>${markdown(caption)}${credit}</p>`;
  const below = of('title') === '' && words === '' ? '' : `<figcaption>\n            ${of('title') === '' ? '' : `<h4>${escapeText(of('title'))}</h4>`}${words}\n        </figcaption>`;
  return `<figure${attribute('class', of('class'))}>${shown}${below}\n</figure>\n`;
}

const FRAME = 'position: relative; padding-bottom: 56.25%; height: 0; overflow: hidden;';
const FILLING = 'position: absolute; top: 0; left: 0; width: 100%; height: 100%; border:0;';

function youtube(given: EmbeddedCall): string {
  if (privacy(given, 'youtube', 'disable') === true) return '';
  const host = privacy(given, 'youtube', 'privacyenhanced') === true ? 'www.youtube-nocookie.com' : 'www.youtube.com';
  const id = escapeAddress(value(given, 'id', 0), false);
  const hasOptions = has(given.site.config, 'youtubeOptions');
  const name = value(given, 'class', 1);
  const title = attribute('title', value(given, 'title') || (hasOptions ? 'YouTube video' : 'YouTube Video'));
  const frame = name === '' ? ` style="${FRAME}"` : attribute('class', name);
  const filling = name === '' ? ` style="${FILLING}"` : '';
  if (!hasOptions) return `\n<div${frame}>\n  <iframe src="https://${host}/embed/${id}${value(given, 'autoplay') === 'true' ? '?autoplay=1' : ''}"${filling} allowfullscreen${title}></iframe>\n</div>\n`;
  const flag = (key: string): string => `${key}=${['true', '1'].includes(value(given, key)) ? 1 : 0}`;
  const number = (key: string): string => `${key}=${/^\d+$/.test(value(given, key)) ? value(given, key) : 0}`;
  const controls = `controls=${['false', '0'].includes(value(given, 'controls')) ? 0 : 1}`;
  const query = [flag('autoplay'), controls, number('end'), flag('loop'), flag('mute'), number('start')].join('&amp;');
  const loading = attribute('loading', value(given, 'loading') || 'eager');
  return `<div${frame}>\n      <iframe allow="accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share; fullscreen"${loading} referrerpolicy="strict-origin-when-cross-origin" src="https://${host}/embed/${id}?${query}"${filling}${title}></iframe>\n    </div>\n`;
}

function vimeo(given: EmbeddedCall): string {
  if (privacy(given, 'vimeo', 'disable') === true) return '';
  if (privacy(given, 'vimeo', 'simple') === true) return vimeoPage(given);
  const name = value(given, 'class', 1);
  const title = value(given, 'title', 2) || 'vimeo video';
  const query = privacy(given, 'vimeo', 'enablednt') === true ? '?dnt=1' : '';
  const frame = name === '' ? ` style="${FRAME}"` : attribute('class', name);
  return `\n<div${frame}>\n  <iframe src="https://player.vimeo.com/video/${escapeAddress(value(given, 'id', 0), false)}${query}"${name === '' ? ` style="${FILLING}"` : ''}${attribute('title', title)} webkitallowfullscreen mozallowfullscreen allowfullscreen></iframe>\n</div>\n`;
}

function gist(given: EmbeddedCall): string {
  const of = (place: number): string => escapeAddress(value(given, place), false);
  return `<script type="application/javascript" src="https://gist.github.com/${of(0)}/${of(1)}.js${value(given, 2) === '' ? '' : `?file=${escapeText(encodeURIComponent(value(given, 2)))}`}"></script>\n`;
}

/** transform.Highlight */
function highlight(given: EmbeddedCall): string {
  const { site, colour } = given;
  const written = Object.fromEntries(value(given, 1).split(',').map(option => option.split('=')).map(([key = '', ...rest]) => [key.trim().toLowerCase(), rest.join('=').trim().replace(/^"(.*)"$/, '$1')]));
  const options = withOptions(highlightOptions(hugoConfig(site).data, has(site.config, 'wrapperClass')), written);
  return highlighted({ code: given.inner.replace(/^[\n\r]+|[\n\r]+$/g, ''), language: value(given, 0), options }, colour);
}

function details(given: EmbeddedCall): string {
  if (!has(given.site.config, 'detailsShortcode')) throw new CannotTell('details');
  const of = (key: string): string => value(given, key);
  const isOpen = isTrue(given.call.get('open')) && of('open') !== 'false';
  const { dialect } = given.site;
  const inner = dialect.render(dialect.parse(given.inner, { start: 0, end: given.inner.length }, true), given.colour && { colour: given.colour });
  return `<details${attribute('class', of('class'))}${attribute('name', of('name'))}${isOpen ? ' open' : ''}${attribute('title', of('title'))}>\n  <summary>${given.markdown(of('summary') || 'Details')}</summary>\n  ${inner}</details>\n`;
}

function param(given: EmbeddedCall): string {
  const found = paramOf(value(given, 0), given.page, given.site);
  if (!isTrue(found)) throw new CannotTell('param');
  return escapeText(textOf(found));
}

const service: Embedded = () => {
  throw new ServiceAnswer();
};

/** What the service is asked about; undefined where the call does not say it. */
const serviceOf = (address: (given: EmbeddedCall) => string | undefined): Embedded => given => {
  throw new ServiceAnswer(address(given));
};

const tweet = serviceOf(given => {
  const [user, id] = [value(given, 'user'), value(given, 'id', 0)];
  return /^\d+$/.test(id) ? `https://twitter.com/${/^\w+$/.test(user) ? user : 'i/web'}/status/${id}` : undefined;
});
const instagram = serviceOf(given => (/^[\w-]+$/.test(value(given, 'id', 0)) ? `https://www.instagram.com/p/${value(given, 'id', 0)}/` : undefined));
const vimeoPage = serviceOf(given => (/^\d+$/.test(value(given, 'id', 0)) ? `https://vimeo.com/${value(given, 'id', 0)}` : undefined));

export const EMBEDDED: Readonly<Record<string, Embedded>> = {
  figure, youtube, vimeo, gist, highlight, details, param,
  ref: given => escapeText(addressInRef(given.code, true, given.page, given.site)),
  relref: given => escapeText(addressInRef(given.code, false, given.page, given.site)),
  comment: () => '',
  // the picture is a file that the build makes
  qr: service,
  tweet, twitter: tweet, x: tweet, twitter_simple: tweet, x_simple: tweet, vimeo_simple: vimeoPage, instagram, instagram_simple: instagram,
};
