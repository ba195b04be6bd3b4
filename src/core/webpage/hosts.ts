// What an address alone says of the page behind it, and what some hosts put around the titles of theirs.
import type { Say } from '../language';
import { decode } from '../links';
import { hostOf, pathIn } from '../writing/tracking';
import { bare, oneLine } from './words';

interface Host {
  readonly host: RegExp;
  /** By the names in the path, decoded. */
  guess(names: readonly string[], address: string, say: Say): string | undefined;
  /** Where the host's own service tells a title that its pages tell only to browsers. */
  asks?(address: string): string;
  /** The host's frame taken off a title. */
  tidy?(title: string, description: string): { readonly title: string; readonly description: string };
}

const HOSTS: readonly Host[] = [
  {
    host: /^(?:www\.|m\.|music\.)?youtube\.com$|^youtu\.be$/,
    guess: (names, address) => {
      const id = /[?&]v=([\w-]+)/.exec(address)?.[1] ?? (/youtu\.be$/.test(hostOf(address)) ? names[0] : /^(?:shorts|live|embed)$/.test(names[0] ?? '') ? names[1] : undefined);
      return id === undefined ? names[0]?.startsWith('@') ? names[0] : undefined : `YouTube ${id}`;
    },
    // https://oembed.com, 7: YouTube is among the providers
    asks: address => `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(address)}`,
    tidy: (title, description) => ({ title: title.replace(/\s+-\s+YouTube$/, ''), description }),
  },
  {
    host: /^(?:www\.)?github\.com$/,
    guess: ([owner, name, part, ...rest]) => {
      if (owner === undefined || name === undefined) return owner;
      if (/^(?:issues|pull|discussions)$/.test(part ?? '') && /^\d+$/.test(rest[0] ?? '')) return `${owner}/${name}#${rest[0]}`;
      if (part === 'releases' && rest[0] === 'tag' && rest[1]) return `${owner}/${name} ${rest[1]}`;
      return /^(?:blob|tree)$/.test(part ?? '') && rest.length > 1 ? `${owner}/${name}: ${rest.slice(1).join('/')}` : `${owner}/${name}`;
    },
    // a repository's title is "owner/name: description", with "GitHub - " before it in <title>
    tidy(title, description) {
      const [, name, about] = /^(?:GitHub - )?([\w.-]+\/[\w.-]+)(?:: (.*))?$/s.exec(title) ?? [];
      return name === undefined ? { title: title.replace(/ · GitHub$/, ''), description } : { title: name, description: about || description.replace(/ Contribute to \S+ development by creating an account on GitHub\.$| - \S+\/\S+$/, '') };
    },
  },
  {
    host: /^(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com$/,
    guess: ([user, part], _, say) => (user !== undefined && part === 'status' ? say('A post by {0}', `@${user}`) : user === undefined ? undefined : `@${user}`),
  },
  { host: /^(?:www\.)?arxiv\.org$/, guess: names => (names[1] === undefined ? undefined : `arXiv:${names.slice(1).join('/').replace(/\.pdf$/, '')}`) },
];

const hostFor = (address: string): Host | undefined => HOSTS.find(({ host }) => host.test(hostOf(address)));

export const serviceFor = (address: string): string | undefined => hostFor(address)?.asks?.(address);

export const tidyFor = (address: string, title: string, description: string): { readonly title: string; readonly description: string } =>
  hostFor(address)?.tidy?.(title, description) ?? { title, description };

/** A title for a page that could not be read, from its address. Never empty. */
export function titleFromAddress(address: string, say: Say): string {
  return titleByHost(address, say) ?? (oneLine(wordsOf(namesIn(address))) || hostOf(address).replace(/^www\./, '') || address);
}

/** Where the host's addresses tell what is behind them. */
export const titleByHost = (address: string, say: Say): string | undefined => oneLine(hostFor(address)?.guess(namesIn(address), address, say) ?? '') || undefined;

/** Whether a title is the name of the whole site and says nothing of the page. */
export const isNameOfSite = (title: string, siteName: string | undefined, address: string): boolean =>
  namesIn(address).length > 0 && [siteName ?? '', ...hostOf(address).split('.').slice(-2, -1)].some(name => bare(name) !== '' && bare(name) === bare(title));

const namesIn = (address: string): readonly string[] => pathIn(address).split('/').filter(Boolean).map(decode);

/** The last name in the path that has words in it: no number, no id, no `index.html`. */
function wordsOf(names: readonly string[]): string {
  for (const name of [...names].reverse()) {
    const base = name.replace(/\.(?:html?|php|aspx?|jsp|do|md)$/i, '').replace(/-[\da-f]{8,}$/i, '');
    if (/^(?:index|default|view|read|post|posts|article|articles|entry|wiki|blog|status|amp)$/i.test(base) || (base.match(/\p{L}/gu)?.length ?? 0) < 2 || /^[\da-f-]{8,}$/i.test(base) || /%[\da-f]{2}/i.test(base)) continue;
    // a file's own name is what it is called
    return /\.\w{2,5}$/.test(base) ? base : base.replace(/[-_+\s]+/g, ' ');
  }
  return '';
}

/** The name of a file, from the header (RFC 6266) or the path; undefined for a path that ends with none. */
export function fileName(address: string, disposition: string | undefined): string | undefined {
  const header = disposition ?? '';
  const coded = /;\s*filename\*\s*=\s*([\w-]*)'[^']*'([^;\s]+)/i.exec(header);
  const plain = /;\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]+))/i.exec(header);
  const said = coded ? decode(coded[2]!) : decode((plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]) ?? '');
  const last = said.split(/[/\\]/).at(-1) || decode(pathIn(address).split('/').at(-1) ?? '');
  return oneLine(last) || undefined;
}
