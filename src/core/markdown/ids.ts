// Heading ids as each engine makes them.

/** Gives each heading of a page its id; one object a parse, as ids depend on those above. */
export interface IdMaker {
  /** @returns undefined when the engine gives the heading none. */
  next(heading: HeadingSource): string | undefined;
}

export interface HeadingSource {
  /** Raw Markdown of the heading's last line, without its marks and attributes. */
  readonly source: string;
  /** The text a reader sees. */
  readonly text: string;
  /** `{#id}` and the like. */
  readonly explicit: string | undefined;
}

export type HugoIdStyle = 'github' | 'github-ascii' | 'blackfriday';

/**
 * Hugo's markup/goldmark/autoid.go; a taken id gets `-1`, `-2` … until one is free.
 * @param isOfText newer versions make the id of the heading's text, older ones of its source.
 */
export function hugoIds(style: HugoIdStyle, isOfText: boolean): IdMaker {
  const taken = new Set<string>();
  // where to go on counting: a page of ten thousand equal headings must not be counted through for each
  const counts = new Map<string, number>();
  return {
    next({ source, text, explicit }) {
      if (explicit !== undefined) {
        taken.add(explicit);
        return explicit;
      }
      if (isOfText && source.trim() === '') return undefined;
      const slug = hugoSlug(isOfText ? text : source, style) || 'heading';
      let id = slug;
      let count = counts.get(slug) ?? 1;
      for (; taken.has(id); count++) id = `${slug}-${count}`;
      counts.set(slug, count);
      taken.add(id);
      return id;
    },
  };
}

function hugoSlug(source: string, style: HugoIdStyle): string {
  let text = source.trim();
  if (style === 'blackfriday') return lower(text).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  if (style === 'github-ascii') text = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x00-\x7f]/g, '');
  return lower(text).replace(/[^\p{L}\p{Nd}_\- ]/gu, '').replace(/ /g, '-');
}

/** Go's unicode.ToLower works rune by rune: İ becomes i, not i with a dot above. */
const lower = (text: string): string => text.replace(/\p{Lu}|\p{Lt}/gu, letter => (letter.toLowerCase().length > letter.length ? letter.toLowerCase().charAt(0) : letter.toLowerCase()));

/** kramdown's GFM parser (generate_gfm_header_id); repetitions are counted without a look at ids in use. */
export function kramdownGfmIds(prefix = ''): IdMaker {
  const counts = new Map<string, number>();
  return {
    next({ text, explicit }) {
      if (explicit !== undefined) return explicit;
      const slug = text.toLowerCase().replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
      const count = counts.get(slug) ?? -1;
      counts.set(slug, count + 1);
      const id = count < 0 ? slug : `${slug}-${count + 1}`;
      return id === '' ? undefined : prefix + id;
    },
  };
}

/** kramdown's own (basic_generate_id): only ASCII from the first letter on; Hangul headings become `section`. */
export function kramdownNativeIds(prefix = ''): IdMaker {
  const counts = new Map<string, number>();
  return {
    next({ text, explicit }) {
      if (explicit !== undefined) return explicit;
      const slug = text.replace(/^[^a-zA-Z]+/, '').replace(/[^a-zA-Z0-9 -]/g, '').replace(/ /g, '-').toLowerCase() || 'section';
      const count = counts.get(slug) ?? -1;
      counts.set(slug, count + 1);
      return prefix + (count < 0 ? slug : `${slug}-${count + 1}`);
    },
  };
}

/** As GitHub and most editors make them. */
export function githubIds(): IdMaker {
  const counts = new Map<string, number>();
  return {
    next({ text, explicit }) {
      if (explicit !== undefined) return explicit;
      const slug = text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replace(/ /g, '-');
      const count = counts.get(slug) ?? -1;
      counts.set(slug, count + 1);
      return count < 0 ? slug : `${slug}-${count + 1}`;
    },
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;', '/': '&#x2F;', '=': '&#x3D;' };

/** hexo-util's slugize: separators become one hyphen, case stays. Its text has been escaped for HTML before: `/` leaves `x2F`. */
export function hexoIds(): IdMaker {
  const counts = new Map<string, number>();
  return {
    next({ text }) {
      const slug = text.replace(/[&<>"'`/=]/g, sign => ESCAPES[sign]!).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').normalize('NFC').replace(/[\u0000-\u001f]/g, '').replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g, '-').replace(/^-+|-+$/g, '');
      const count = counts.get(slug) ?? -1;
      counts.set(slug, count + 1);
      return count < 0 ? slug : `${slug}-${count + 1}`;
    },
  };
}

export const noIds = (): IdMaker => ({ next: ({ explicit }) => explicit });
