// Liquid as Ruby forgives it. Where `{{ … }}` is not well formed, Ruby's parser (which Jekyll lets warn only) takes what it can use of
// it: https://github.com/Shopify/liquid/blob/v4.0.4/lib/liquid/variable.rb (lax_parse). Such places are written anew, on as many
// lines, so that liquidjs understands them.
import { tokensIn } from './liquidfaults';

const QUOTED_FRAGMENT = /"[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+/;
const WORD = String.raw`[A-Za-z_][\w-]*\??`;
const VALUE = String.raw`(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?|${WORD}(?:\.${WORD}|\[(?:\d+|"[^"\]]*"|'[^'\]]*'|${WORD}(?:\.${WORD})*)\])*)`;
const ARGUMENTS = String.raw`(?:\s*:\s*(?:\w+\s*:\s*)?${VALUE}(?:\s*,\s*(?:\w+\s*:\s*)?${VALUE})*)?`;
const WELL_FORMED = new RegExp(String.raw`^\s*${VALUE}(?:\s*\|\s*\w+${ARGUMENTS})*\s*$`);

/** A whole number that is written as a fraction makes it a division with a fraction; in JavaScript it would be one like others. */
const DIVIDED = /(\|\s*divided_by\s*:\s*\d+\.0+)(?![\d.])/;

/** Tags whose values liquidjs reads; others get theirs as they are written. */
const EXPRESSIONS = new Set(['assign', 'if', 'elsif', 'unless', 'case', 'when', 'for', 'tablerow', 'cycle']);

/** Longer ones are left as they are. */
const LONGEST = 2000;

export interface LaxText {
  readonly text: string;
  /** Names of the tags and filters in it. */
  readonly tags: ReadonlySet<string>;
  readonly filters: ReadonlySet<string>;
}

export function laxLiquid(source: string): LaxText {
  const tags = new Set<string>();
  const filters = new Set<string>();
  let text = '';
  let at = 0;
  for (const { start, end, isTag, name } of tokensIn(source)) {
    const inner = source.slice(start + 2, end - 2);
    for (const [, filter] of inner.replace(/"[^"]*"|'[^']*'/g, '""').matchAll(/\|\s*(\w+)/g)) filters.add(filter!);
    if (isTag && name !== undefined) tags.add(name);
    if (DIVIDED.test(inner)) {
      text += source.slice(at, start + 2) + inner.replace(new RegExp(DIVIDED, 'g'), '$1, true');
      at = end - 2;
      continue;
    }
    if (isTag && name !== undefined && EXPRESSIONS.has(name)) {
      text += source.slice(at, start) + withoutEscapes(source.slice(start, end));
      at = end;
    }
    if (isTag) continue;
    const [, left = '', markup = '', right = ''] = /^(-?)([\s\S]*?)(-?)$/.exec(inner)!;
    const isKept = markup.length > LONGEST || WELL_FORMED.test(markup);
    if (isKept && !markup.includes('\\')) continue;
    text += source.slice(at, start) + withoutEscapes(isKept ? source.slice(start, end) : `{{${left} ${rewritten(markup)}${markup.replace(/[^\n]/g, '')} ${right}}}`);
    at = end;
  }
  return { text: text + source.slice(at), tags, filters };
}

/** For Ruby a backslash in quotes is one like other letters; for liquidjs it is when there are two. */
const withoutEscapes = (tag: string): string => (tag.includes('\\') ? tag.replace(/"[^"]*"|'[^']*'/g, quoted => quoted.replace(/\\/g, '\\\\')) : tag);

function rewritten(markup: string): string {
  const found = QUOTED_FRAGMENT.exec(markup);
  if (!found) return 'nil';
  const rest = /\|\s*([\s\S]*)/.exec(markup.slice(found.index + found[0].length))?.[1] ?? '';
  const filters = (rest.match(/(?:\s+|"[^"]*"|'[^']*'|(?:[^\s,|'"]|"[^"]*"|'[^']*')+|,)+/g) ?? []).flatMap(written => {
    const name = /\w+/.exec(written)?.[0];
    if (name === undefined) return [];
    const given = [...written.matchAll(/[:,]\s*((?:\w+\s*:\s*)?)("[^"]*"|'[^']*'|[^\s,|'"]+)/g)].map(([, key = '', value = '']) => `${key.replace(/\s/g, '')}${expression(value)}`);
    return [`| ${name}${given.length ? `: ${given.join(', ')}` : ''}`];
  });
  return [expression(found[0]), ...filters].join(' ');
}

/** Expression.parse: what is neither text nor number is names one after the other. */
function expression(written: string): string {
  if (/^(?:"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?)$/.test(written)) return written;
  const names = written.match(/\[[^[\]]+\]|[\w-]+\??/g) ?? [];
  if (!names.length || !/^[A-Za-z_]/.test(names[0]!)) return 'nil';
  return names.map((name, index) => (index === 0 ? name : name.startsWith('[') ? `[${expression(name.slice(1, -1))}]` : `["${name}"]`)).join('');
}
