// What a writer should know of a copy: what was left out of it, and what took another form. Counted while the copy is made.
import type { Say } from '../language';

export type Remark =
  | 'picture-missing' | 'picture-hidden' | 'picture-unreachable' | 'link-missing' | 'link-hidden' | 'link-unreachable' | 'not-run' | 'left-out'
  | 'embed' | 'footnote' | 'formula' | 'diagram' | 'table' | 'list' | 'details';

export class Remarks {
  private readonly found = new Map<Remark, string[]>();

  /** @param name of the thing, for people; those that are the same are told once */
  add(remark: Remark, name = ''): void {
    const names = this.found.get(remark);
    if (names) names.push(name);
    else this.found.set(remark, [name]);
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
    case 'picture-missing': return say('Pictures left out, as they are not on the blog ({0}): {1}', count, names);
    case 'picture-hidden': return say('Pictures left out, as their post is not published ({0}): {1}', count, names);
    case 'picture-unreachable': return say('Pictures left out, as they have no address that others could reach ({0}): {1}', count, names);
    case 'link-missing': return say('Links that lead nowhere became text ({0}): {1}', count, names);
    case 'link-hidden': return say('Links to what is not published became text ({0}): {1}', count, names);
    case 'link-unreachable': return say('Links without an address that others could reach became text ({0}): {1}', count, names);
    case 'not-run': return say('Template tags left out, as they could not be run ({0}): {1}', count, names);
    case 'left-out': return say('HTML left out ({0}): {1}', count, names);
    case 'embed': return say('Embeds became links ({0}).', count);
    case 'footnote': return say('Footnotes became a list at the end ({0}).', count);
    case 'formula': return say('Formulas became code ({0}).', count);
    case 'diagram': return say('Diagrams stay code ({0}).', count);
    case 'table': return say('Tables became text in columns ({0}).', count);
    case 'list': return say('Lists in lists became lines ({0}).', count);
    case 'details': return say('What was folded is open ({0}).', count);
  }
}
