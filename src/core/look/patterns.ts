// What a theme's hooks do to every block of a kind: a link beside each heading, a frame around each table. Learnt from the blocks
// that the page has, for those that it has not.
import type { Block } from './article';
import { attribute, innerSpan, type Element } from './tree';

/** A block as we render it, and as the page has it, made safe. */
export interface Sample { readonly block: Block; readonly built: string }

export type Patterns = (block: Block) => string | undefined;

interface Pattern { readonly before: string; readonly after: string; count: number }

/** Stands for the block's own id; no text has it. */
const ID = '\0';
/** Seen so often, it is a rule. */
const OFTEN = 2;

export function learnPatterns(samples: readonly Sample[]): Patterns {
  const known = new Map<string, Pattern | 'none'>();
  for (const { block, built } of samples) {
    const key = keyOf(block.node);
    const inner = innerOf(block);
    if (key === undefined || inner === undefined || inner.trim() === '') continue;
    const id = attribute(block.node, 'id');
    const text = withoutLevel(withoutId(built, id));
    const at = text.indexOf(inner);
    const seen = known.get(key);
    if (at < 0 || text.includes(inner, at + 1)) known.set(key, 'none');
    else {
      const [before, after] = [text.slice(0, at), text.slice(at + inner.length)];
      if (seen === undefined) known.set(key, { before, after, count: 1 });
      else if (seen !== 'none' && seen.before === before && seen.after === after) seen.count++;
      else known.set(key, 'none');
    }
  }
  return block => {
    const key = keyOf(block.node);
    const pattern = key === undefined ? undefined : known.get(key);
    const inner = innerOf(block);
    if (!pattern || pattern === 'none' || pattern.count < OFTEN || inner === undefined) return undefined;
    const id = attribute(block.node, 'id');
    if (id === undefined && (pattern.before + pattern.after).includes(ID)) return undefined;
    const filled = (html: string): string => withId(html, id).replaceAll(LEVEL_SIGN, block.node.tagName.slice(1));
    return filled(pattern.before) + inner + filled(pattern.after);
  };
}

/** Blocks of one kind; one that a writer gave attributes is of none. Headings of all levels have their own hooks or one. */
function keyOf(node: Element): string | undefined {
  const own = node.attrs.filter(({ name }) => !/^(?:id|data-line|tabindex)$/.test(name));
  return own.length ? undefined : LEVEL.test(node.tagName) ? 'heading' : node.tagName;
}

function innerOf({ node, source, offset }: Block): string | undefined {
  const span = innerSpan(node);
  return span && source.slice(span.start - offset, span.end - offset).trim();
}

const LEVEL = /^h[1-6]$/;

/** An id as it is written in addresses; Go's templates encode in small letters. */
const forms = (id: string): readonly string[] => {
  const encoded = [encodeURIComponent(id), encodeURI(id)];
  return [...encoded.map(each => each.replace(/%[\dA-F]{2}/g, code => code.toLowerCase())), ...encoded, id];
};

/** The level of a heading is none of the pattern's. */
const withoutLevel = (html: string): string => html.replace(/(<\/?h)[1-6](?=[\s>])/gi, `$1${LEVEL_SIGN}`);
const LEVEL_SIGN = '\x01';

/** Written with its quotes or sign, so that a short id is not found in other words. */
const withoutId = (html: string, id: string | undefined): string =>
  (id === undefined || id === '' ? html : forms(id).reduce((text, form, index) => text.replaceAll(`#${form}"`, `#${ID}${index}"`).replaceAll(`"${form}"`, `"${ID}${index}"`), html));

const withId = (html: string, id: string | undefined): string => html.replace(/\0(\d)/g, (_, index: string) => (id === undefined ? '' : (forms(id)[Number(index)] ?? id).replace(/[&"<>]/g, sign => `&#${sign.charCodeAt(0)};`)));
