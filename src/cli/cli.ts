// tech-post: the same engine for terminals and CI.
import { parseArgs, type ParseArgsConfig } from 'node:util';
import korean from '../../media/l10n/bundle.l10n.ko.json';
import { version } from '../../package.json';
import { speaker, type Say } from '../core/language';
import { addLinkCommand } from './addlink';
import { copyCommand } from './copy';
import { CannotRun, language } from './disk';
import { lintCommand } from './lint';
import { listCommand } from './list';
import { newCommand } from './new';
import { renderCommand } from './render';
import { rhythmCommand } from './rhythm';
import { bundleCommand, publishCommand, slugCommand, unpublishCommand } from './reshape';
import { seriesCommand } from './series';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  readonly usage: string;
  /** English, translated by `say`, as the texts of `help` are. */
  readonly about: string;
  readonly options: Options;
  /** An option and what it does; without an option a line of its own. */
  readonly help: readonly (readonly [option: string, text: string])[];
  /** @returns the exit code. */
  run(paths: readonly string[], options: Readonly<Record<string, string | boolean | undefined>>, say: Say): number | Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = { lint: lintCommand, render: renderCommand, list: listCommand, series: seriesCommand, rhythm: rhythmCommand, new: newCommand, publish: publishCommand, unpublish: unpublishCommand, slug: slugCommand, bundle: bundleCommand, 'add-link': addLinkCommand, copy: copyCommand };

const helpText = (say: Say): string => `tech-post ${version}: ${say('what would go wrong with a post, before it is published')}

${Object.values(COMMANDS).map(({ usage, about }) => `  tech-post ${usage}\n      ${say(about)}`).join('\n')}

  --help      ${say("this text; after a command, the command's own")}
  --version

${say("Environment: TECH_POST_TODAY (an ISO instant) and TZ stand in for the clock and the machine's zone.")}
${say('TECH_POST_HUGO_VERSION, TECH_POST_JEKYLL_VERSION and TECH_POST_HEXO_VERSION say which version builds the site.')}
`;

const commandHelp = ({ usage, about, help }: Command, say: Say): string =>
  `tech-post ${usage}\n    ${say(about)}\n\n${help.map(([option, text]) => `  ${option && option.padEnd(16)}${say(text)}\n`).join('')}`;

/** Korean where the terminal is. */
function sayOfTerminal(): Say {
  return speaker(language() === 'ko' ? korean : undefined);
}

function main(args: readonly string[], say: Say): number | Promise<number> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') return print(helpText(say));
  if (name === '--version' || name === '-v') return print(`${version}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command && name.startsWith('-')) throw new CannotRun('unknown option {0}; see tech-post --help', name);
  if (!command) throw new CannotRun('unknown command {0}; see tech-post --help', name);
  let parsed;
  try {
    parsed = parseArgs({ args: [...rest], options: { ...command.options, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new CannotRun('{0}; see tech-post {1} --help', (error as Error).message.split('. ')[0]!, name);
  }
  if (parsed.values['help']) return print(commandHelp(command, say));
  if (parsed.values['version']) return print(`${version}\n`);
  return command.run(parsed.positionals, parsed.values as Record<string, string | boolean | undefined>, say);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

// a reader that has seen enough (`| head`) closes the pipe
process.stdout.on('error', error => process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 2));

const say = sayOfTerminal();
void (async () => {
  try {
    process.exitCode = await main(process.argv.slice(2), say);
  } catch (error) {
    process.stderr.write(`tech-post: ${complaintOf(error)}\n`);
    process.exitCode = 2;
  }
})();

/** What a person can do something about in a sentence; a mistake of ours with its place. */
function complaintOf(error: unknown): string {
  if (error instanceof CannotRun) return say(error.message, ...error.args);
  if (!(error instanceof Error)) return String(error);
  const isOfTheSystem = 'code' in error && typeof error.code === 'string';
  return isOfTheSystem ? error.message : error.stack ?? error.message;
}
