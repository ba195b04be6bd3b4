// The front matter of one text, as it is asked for values and for edits.
import type { Edit, Span } from '../span';
import { adding, removing, replacing } from './edits';
import { fieldNamed, type Field, type FieldValue, type Format, type FrontMatterError, type Table } from './field';
import { lineSpan } from './lines';
import { assignment, writeField, writeScalar, writeValue } from './written';

export class FrontMatter {
  constructor(
    readonly format: Format,
    /** Both fences and the line ending after the closing one included. */
    readonly span: Span,
    /** What stands between the fences. */
    readonly content: Span,
    readonly fields: readonly Field[],
    readonly errors: readonly FrontMatterError[],
    private readonly text: string,
  ) {}

  /** By its name; case does not matter, as for Hugo. Of a key given twice the last counts. */
  field(key: string): Field | undefined {
    return fieldNamed(this.fields, key);
  }

  /** A field in maps: `['params', 'math']`. */
  at(path: readonly string[]): Field | undefined {
    let fields = this.fields;
    let found: Field | undefined;
    for (const key of path) {
      found = fieldNamed(fields, key);
      if (!found) return undefined;
      fields = found.fields;
    }
    return found;
  }

  /** True when the values cannot be trusted: a rule about a missing value would then speak of the wrong thing. */
  get isBroken(): boolean {
    return this.errors.some(error => error.code !== 'duplicate-key' || this.format === 'toml');
  }

  get isUnclosed(): boolean {
    return this.errors.some(({ code }) => code === 'unclosed');
  }

  /** Replaces one value, or adds the key below the last of `after` that is there, else at the end. What has an anchor changes for its aliases too. */
  set(key: string, value: FieldValue, after: readonly string[] = []): Edit {
    const field = this.field(key);
    return field ? replacing(this.text, this.format, field, writeScalar(this.format, field.key, value)) : adding(this.text, this.format, this.table(), writeField(this.format, key, value), after);
  }

  /** The same with a value as it is to be written, quotes included. */
  setWritten(key: string, written: string, after: readonly string[] = []): Edit {
    const field = this.field(key);
    return field ? replacing(this.text, this.format, field, written) : adding(this.text, this.format, this.table(), assignment(this.format, key, written), after);
  }

  /** The same for a key in maps that are there; undefined where one of them is not, or is something else. */
  setAt(path: readonly string[], value: FieldValue): Edit | undefined {
    const key = path.at(-1)!;
    if (path.length < 2) return this.set(key, value);
    const above = this.at(path.slice(0, -1));
    const field = above && fieldNamed(above.fields, key);
    if (field) return replacing(this.text, this.format, field, field.isFlow || above.isFlow ? writeValue(this.format, value, true) : writeScalar(this.format, key, value));
    const table = above && this.tableOf(above);
    return table && adding(this.text, this.format, table, assignment(this.format, key, writeValue(this.format, value, table.isFlow)), []);
  }

  /** Takes a field and its lines out; undefined where something else stands on them, where nothing would be left, or where the key is there twice. */
  remove(key: string): Edit | undefined {
    return removing(this.text, this.table(), key);
  }

  private table(): Table {
    const { fields, format } = this;
    const [first] = fields;
    const isFlow = format === 'json' || (format === 'yaml' && this.text.slice(this.content.start, first?.span.start ?? this.content.end).replace(/#.*/g, '').trim().startsWith('{'));
    if (format === 'json') return { fields, isFlow, end: this.content.start, indent: '' };
    if (isFlow) return { fields, isFlow, end: this.text.indexOf('{', this.content.start) + 1, indent: '' };
    // YAML's keys stand in one column, whichever that is
    const indent = format === 'yaml' && first ? /^[ \t]*/.exec(this.text.slice(lineSpan(this.text, first.span.start).start))![0] : '';
    // TOML's keys below a [table] would belong to the table
    const own = format === 'toml' ? this.aboveTables(fields) : fields;
    return { fields: own, isFlow, end: format === 'toml' ? this.endOfTopLevel(own) : this.content.end, indent };
  }

  private tableOf(field: Field): Table | undefined {
    const { fields, isFlow, valueSpan } = field;
    const [first] = fields;
    if (!first) return undefined;
    const line = lineSpan(this.text, first.span.start);
    // `[a.b]` stands below a table's own keys
    const own = this.format === 'toml' && !isFlow ? this.aboveTables(fields) : fields;
    if (!own.length) return undefined;
    return { fields: own, isFlow, end: isFlow ? valueSpan.start + 1 : own.at(-1)!.span.end, indent: /^[ \t]*/.exec(this.text.slice(line.start))![0] };
  }

  private aboveTables(fields: readonly Field[]): readonly Field[] {
    return fields.filter(({ keySpan }) => !this.text.slice(lineSpan(this.text, keySpan.start).start, keySpan.start).includes('['));
  }

  private endOfTopLevel(own: readonly Field[]): number {
    const from = own.at(-1)?.span.end ?? this.content.start;
    const table = /^[ \t]*\[/m.exec(this.text.slice(from, this.content.end));
    return table ? from + table.index : this.content.end;
  }
}
