// YAML in front matter, and JSON, which is a part of it: fields with their places.
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { parseYaml } from '../data';
import { yamlSlip } from '../slips';
import type { Span } from '../span';
import type { Field, FrontMatterError, FrontMatterErrorCode, Read } from './field';
import { lineSpan } from './lines';

/** @param content what stands between the fences */
export function readYaml(text: string, content: Span): Read {
  const source = text.slice(content.start, content.end);
  const inside = (offset: number): number => content.start + Math.min(offset, source.length);
  const inText = ({ start, end }: Span): Span => ({ start: inside(start), end: inside(Math.max(start, end)) });
  const failed = (code: FrontMatterErrorCode, detail: string): Read =>
    ({ fields: [], errors: [{ code, span: inText({ start: 0, end: source.trimEnd().length }), detail }] });
  let document;
  try {
    document = parseYaml(source, { merge: true });
  } catch (error) {
    return failed('other', error instanceof Error ? error.message : String(error));
  }
  // one slip often gives several complaints; the first says it
  const first = document.errors.find(({ code }) => code !== 'DUPLICATE_KEY');
  const errors = document.errors.filter(error => error === first || error.code === 'DUPLICATE_KEY').map((error): FrontMatterError => {
    const slip = yamlSlip(source, error);
    return { ...slip, span: inText(slip.span) };
  });
  const map = document.contents;
  if (map !== null && !isMap(map)) return errors.length ? { fields: [], errors } : failed('not-a-map', '');
  for (const { value } of (map?.items ?? []) as Pair[]) {
    if (first || !isAlias(value) || !value.range || source.includes(`&${value.source}`)) continue;
    const end = lineSpan(source, value.range[0]).end;
    errors.push({ code: 'bad-start', span: inText({ start: value.range[0], end }), detail: '*' });
  }
  return { fields: map ? yamlFields(map, source, content.start) : [], errors };
}

/** @param offset of the source in the text */
export function yamlFields(map: YAMLMap, source: string, offset: number): Field[] {
  const fields: Field[] = [];
  for (const pair of map.items as Pair[]) {
    if (!isScalar(pair.key) || !pair.key.range) continue;
    const { value } = pair;
    const [keyStart, keyEnd] = pair.key.range;
    const range = (value as { range?: [number, number, number] } | null)?.range;
    const colon = keyEnd + /^\s*:?/.exec(source.slice(keyEnd))![0].length;
    const isEmpty = !range || range[0] === range[1];
    const start = isEmpty ? Math.min(colon + (/^[ \t]/.test(source.slice(colon)) ? 1 : 0), source.length) : range[0];
    const end = isEmpty ? start : start + source.slice(range[0], endOf(value, range[1])).trimEnd().length;
    fields.push({
      key: String(pair.key.value), value: plain(value), source: source.slice(start, end),
      span: { start: offset + keyStart, end: offset + end },
      keySpan: { start: offset + keyStart, end: offset + keyEnd },
      valueSpan: { start: offset + start, end: offset + end },
      fields: isMap(value) ? yamlFields(value, source, offset) : [],
      isFlow: (isMap(value) || isSeq(value)) && value.flow === true,
    });
  }
  return fields;
}

/** A map or list on several lines has the comment behind its last one in its range. */
function endOf(node: unknown, end: number): number {
  if ((!isMap(node) && !isSeq(node)) || node.flow) return end;
  const last = node.items.at(-1);
  const value: unknown = isMap(node) ? (last as Pair | undefined)?.value : last;
  const range = (value as { range?: [number, number, number] } | null | undefined)?.range;
  return range && range[0] < range[1] ? Math.min(end, endOf(value, range[1])) : end;
}

/** A node's value without resolving aliases, of which a hostile file can nest so many that they fill the memory. */
function plain(node: unknown): unknown {
  if (node === null || typeof node !== 'object') return node;
  if (isScalar(node)) return node.value;
  if (isMap(node)) return Object.fromEntries((node.items as Pair[]).map(pair => [String(plain(pair.key)), plain(pair.value)]));
  const items = (node as { items?: unknown[] }).items;
  return Array.isArray(items) ? items.map(plain) : undefined;
}
