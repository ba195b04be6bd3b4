// Programs of the machine, for hosts that have any: a browser alone has none.
import type { BuildCommand } from '../core/flavors/flavor';

export interface Programs {
  /** @param folder in which it runs @param heard whatever it says, as it says it */
  run(command: BuildCommand, folder: string, heard: (text: string) => void): Run;
}

export interface Run {
  /** `absent`: there is no such program. */
  readonly ended: Promise<'done' | 'failed' | 'absent'>;
  stop(): void;
}
