// tech-post: the same engine for terminals and CI.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { version } from '../../package.json';
import { speaker, type Say } from '../core/language';
import { CannotRun } from './disk';
import { lintCommand } from './lint';
import { listCommand } from './list';
import { newCommand } from './new';
import { renderCommand } from './render';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly options: Options;
  /** Lines of help below the usage, one an option. */
  readonly help: readonly string[];
  /** @returns the exit code. */
  run(paths: readonly string[], options: Readonly<Record<string, string | boolean | undefined>>, say: Say): number;
}

const COMMANDS: Readonly<Record<string, Command>> = { lint: lintCommand, render: renderCommand, list: listCommand, new: newCommand };

const HELP = `tech-post ${version}: what would go wrong with a post, before it is published

${Object.values(COMMANDS).map(({ usage, about }) => `  tech-post ${usage}\n      ${about}`).join('\n')}

  --help      this text; after a command, the command's own
  --version

Environment: TECH_POST_TODAY (an ISO instant) and TZ stand in for the clock and the machine's zone.
`;

/** Korean where the terminal is. */
function sayOfTerminal(): Say {
  const locale = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
  return speaker(/^ko/i.test(locale) ? korean : undefined);
}

function main(args: readonly string[]): number {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return print(HELP);
  if (name === '--version' || name === '-v') return print(`${version}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new CannotRun(name.startsWith('-') ? `unknown option ${name}; see tech-post --help` : `unknown command ${name}; see tech-post --help`);
  let parsed;
  try {
    parsed = parseArgs({ args: [...rest], options: { ...command.options, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new CannotRun(`${(error as Error).message}\nSee tech-post ${name} --help`);
  }
  if (parsed.values['help']) return print(`tech-post ${command.usage}\n    ${command.about}\n\n${command.help.map(line => `  ${line}\n`).join('')}`);
  if (parsed.values['version']) return print(`${version}\n`);
  return command.run(parsed.positionals, parsed.values as Record<string, string | boolean | undefined>, sayOfTerminal());
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// a reader that has seen enough (`| head`) closes the pipe
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 2));

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof CannotRun || (error instanceof Error && 'code' in error && typeof error.code === 'string');
  process.stderr.write(`tech-post: ${isExpected ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 2;
}
