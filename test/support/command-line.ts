import { join } from 'node:path';
import { runCommand } from '../../electron/commands/run.ts';
import type { SecretVariable } from '../../electron/commands/secrets.ts';
import { PASSWORD } from './office.ts';
import { type TestPorts, testPorts } from './test-ports.ts';

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What was printed, as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

/** The command line of one installation: every run opens its folder anew, as a process would. */
export interface CommandLine {
  readonly data: string;
  readonly ports: TestPorts;
  /** Adds `--data` and `--json`. */
  run(argv: readonly string[], secrets?: Partial<Record<SecretVariable, string>>): Promise<Ran>;
}

export function commandLine(folder: string, name: string): CommandLine {
  const data = join(folder, name);
  const ports = testPorts(join(folder, `pc-${name}`));
  ports.setDate('2021-07-01');
  return {
    data,
    ports,
    async run(argv, secrets = {}) {
      const given = { LEDGER_PASSWORD: PASSWORD, LEDGER_NEW_PASSWORD: PASSWORD, ...secrets };
      const printed = { out: '', err: '' };
      const exit = await runCommand(
        [...argv, '--data', data, '--json'],
        ports,
        { ask: async (variable) => given[variable] ?? '' },
        {
          print: (text) => {
            printed.out += text;
          },
          complain: (text) => {
            printed.err += text;
          },
        },
      );
      return { exit, ...printed, json: printed.out === '' ? undefined : JSON.parse(printed.out) };
    },
  };
}
