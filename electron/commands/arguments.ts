import { parseArgs } from 'node:util';

/** What a command accepts; every option is either a switch or takes one text. */
export interface CommandShape {
  /** The words that name it, such as `roster import`. */
  readonly words: readonly string[];
  /** Positional arguments after the words, for the usage line; `[…]` may be left out, a last `...` repeats. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, 'switch' | 'text' | 'required'>>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  has(option: string): boolean;
  text(option: string): string | undefined;
  /** A required option's text. */
  the(option: string): string;
}

/** The command line was not understood; `message` says what, in English, as it is for who types commands. */
export class UsageError extends Error {}

const EVERYWHERE = { data: 'required', user: 'text', json: 'switch' } as const;

/** Finds the command that `argv` names: the longest words first. */
export function findCommand<Command extends CommandShape>(
  commands: readonly Command[],
  argv: readonly string[],
): Command {
  const named = commands
    .filter(({ words }) => words.every((word, index) => argv[index] === word))
    .sort((one, other) => other.words.length - one.words.length)[0];
  if (!named) throw new UsageError(argv[0] ? `unknown command: ${argv[0]}` : 'no command');
  return named;
}

/** @throws UsageError */
export function readArguments(command: CommandShape, argv: readonly string[]): Arguments {
  const shape = { ...EVERYWHERE, ...command.options };
  const values = parse(command, shape, argv.slice(command.words.length));
  for (const [option, kind] of Object.entries(shape)) {
    if (kind === 'required' && values.options[option] === undefined)
      throw new UsageError(`--${option} is missing`);
  }
  return {
    positionals: values.positionals,
    has: (option) => values.options[option] === true,
    text: (option) => textOf(values.options[option]),
    the: (option) => textOf(values.options[option]) ?? '',
  };
}

export function usageLine(command: CommandShape): string {
  const options = Object.entries(command.options).map(([name, kind]) => {
    const shown = kind === 'switch' ? `--${name}` : `--${name} ${name.toUpperCase()}`;
    return kind === 'required' ? shown : `[${shown}]`;
  });
  return ['ledger', ...command.words, ...command.positionals, ...options].join(' ');
}

function parse(
  command: CommandShape,
  shape: CommandShape['options'],
  argv: readonly string[],
): { options: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const options = Object.fromEntries(
    Object.entries(shape).map(([name, kind]) => [
      name,
      { type: kind === 'switch' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    countPositionals(command, positionals.length);
    return { options: values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function countPositionals(command: CommandShape, given: number): void {
  const repeats = command.positionals.at(-1)?.endsWith('...') ?? false;
  const most = command.positionals.length;
  const least = command.positionals.filter((name) => !name.startsWith('[')).length;
  if (given < least || (given > most && !repeats)) throw new UsageError(`usage: ${usageLine(command)}`);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
