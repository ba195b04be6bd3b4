// What a writer should know of a copy: what was left out of it, and what took another form. Counted while the copy is made.
import type { Say } from '../language';

export type Remark =
  | 'picture-missing' | 'picture-hidden' | 'picture-unreachable' | 'link-missing' | 'link-hidden' | 'link-unreachable' | 'not-run' | 'left-out'
  | 'embed' | 'footnote' | 'formula' | 'diagram' | 'table' | 'list' | 'details';

export class Remarks {
  private readonly found = new Map<Remark, string[]>();

  /** @param name of the thing, for people; those that are the same are told once */
  add(remark: Remark, name = ''): void {
    const names = this.found.get(remark) ?? [];
    this.found.set(remark, [...names, name]);
  }

  /** In plain sentences, the gravest first. */
  told(say: Say): readonly string[] {
    return ORDER.flatMap(remark => {
      const names = this.found.get(remark);
      return names ? [sentence(remark, names.length, listed(names), say)] : [];
    });
  }
}

const ORDER: readonly Remark[] = ['picture-missing', 'picture-hidden', 'picture-unreachable', 'link-missing', 'link-hidden', 'link-unreachable', 'not-run', 'left-out', 'diagram', 'formula', 'table', 'footnote', 'embed', 'details', 'list'];

const SHOWN = 5;

function listed(names: readonly string[]): string {
  const each = [...new Set(names)].filter(name => name !== '').map(name => (name.length > 60 ? `${name.slice(0, 60)}…` : name));
  return each.length > SHOWN ? `${each.slice(0, SHOWN).join(', ')} …` : each.join(', ');
}

function sentence(remark: Remark, count: number, names: string, say: Say): string {
  switch (remark) {
    case 'picture-missing': return say('{0} pictures are not on the blog: {1}', count, names);
    case 'picture-hidden': return say('{0} pictures have no address yet, as their post is not published: {1}', count, names);
    case 'picture-unreachable': return say('{0} pictures have no address that others could reach: {1}', count, names);
    case 'link-missing': return say('{0} links lead nowhere and became text: {1}', count, names);
    case 'link-hidden': return say('{0} links lead to what is not published and became text: {1}', count, names);
    case 'link-unreachable': return say('{0} links have no address that others could reach and became text: {1}', count, names);
    case 'not-run': return say('{0} template tags could not be run and were left out: {1}', count, names);
    case 'left-out': return say('{0} parts of HTML were left out: {1}', count, names);
    case 'embed': return say('{0} embeds became links.', count);
    case 'footnote': return say('{0} footnotes became a list at the end.', count);
    case 'formula': return say('{0} formulas became code.', count);
    case 'diagram': return say('{0} diagrams stay code.', count);
    case 'table': return say('{0} tables became text in columns.', count);
    case 'list': return say('{0} lists in lists became lines.', count);
    case 'details': return say('{0} folded parts are open.', count);
  }
}
