// The facts of all pages of a blog, kept by a host that reads the files. Who asks about addresses asks core/addresses.ts.
import type { Facts } from './facts';

export class SiteIndex {
  private readonly facts = new Map<string, Facts>();
  /** Whether every page of the site was read; until then nothing can be said to be missing. */
  isComplete = false;
  /** Pages in the order in which they came, went or changed. */
  private readonly changes: string[] = [];

  get size(): number {
    return this.facts.size;
  }

  /** Counts the changes. */
  get version(): number {
    return this.changes.length;
  }

  of(path: string): Facts | undefined {
    return this.facts.get(path);
  }

  all(): Iterable<Facts> {
    return this.facts.values();
  }

  set(facts: Facts): void {
    if (this.facts.get(facts.path) === facts) return;
    this.facts.set(facts.path, facts);
    this.changes.push(facts.path);
  }

  /** The page's own text is the same, but what the build makes of it is not: its hour has come. */
  touch(path: string): void {
    const facts = this.facts.get(path);
    if (facts) this.set({ ...facts });
  }

  delete(path: string): void {
    if (this.facts.delete(path)) this.changes.push(path);
  }

  /** Pages that came, went or changed after a version. */
  since(version: number): ReadonlySet<string> {
    return new Set(this.changes.slice(version));
  }
}
