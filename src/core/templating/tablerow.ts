// `tablerow` as Ruby's Liquid writes it, with line ends that Markdown sees: https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/tags/table_row.rb
import { evalToken, TablerowTag, type Context, type Emitter, type Template, type Token } from 'liquidjs/dist/liquid.browser.mjs';

export class RubyTablerow extends TablerowTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const { variable, collection, args, templates, liquid } = this as unknown as Parts;
    const given = (yield evalToken(collection, context)) as unknown;
    if (given === null || given === undefined) return;
    const { offset = 0, limit, cols } = (yield args.render(context)) as { readonly offset?: number; readonly limit?: number; readonly cols?: number };
    const all: readonly unknown[] = Array.isArray(given) ? given : typeof given === 'object' ? Object.entries(given) : [given];
    const items = all.slice(offset, limit === undefined ? undefined : offset + limit);
    const { length } = items;
    const columns = cols ?? length;
    const scope: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    context.push(scope);
    emitter.write('<tr class="row1">\n');
    for (const [index, item] of items.entries()) {
      const col0 = index % columns;
      const isLast = index === length - 1;
      const isEnd = col0 === columns - 1;
      scope[variable] = item;
      scope['tablerowloop'] = {
        length, index: index + 1, index0: index, rindex: length - index, rindex0: length - index - 1, first: index === 0, last: isLast,
        col: col0 + 1, col0, col_first: col0 === 0, col_last: isEnd, row: Math.floor(index / columns) + 1,
      };
      emitter.write(`<td class="col${col0 + 1}">`);
      yield liquid.renderer.renderTemplates(templates, context, emitter);
      emitter.write('</td>');
      if (isEnd && !isLast) emitter.write(`</tr>\n<tr class="row${Math.floor(index / columns) + 2}">`);
    }
    emitter.write('</tr>\n');
    context.pop();
  }
}

/** What liquidjs keeps to itself. */
interface Parts {
  readonly variable: string;
  readonly collection: Token;
  readonly args: { render(context: Context): unknown };
  readonly templates: Template[];
  readonly liquid: { readonly renderer: { renderTemplates(templates: Template[], context: Context, emitter: Emitter): unknown } };
}
