import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from './arguments.ts';

/** Secrets come from the environment or from a prompt that does not echo, never from the command line. */
export interface Secrets {
  ask(variable: SecretVariable, prompt: string): Promise<string>;
}

export type SecretVariable =
  | 'LEDGER_PASSWORD'
  | 'LEDGER_NEW_PASSWORD'
  | 'LEDGER_RECOVERY_CODE'
  | 'LEDGER_BACKUP_PASSWORD';

export function secretsFrom(
  environment: NodeJS.ProcessEnv,
  terminal: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
): Secrets {
  return {
    async ask(variable, prompt) {
      const given = environment[variable];
      if (given !== undefined) return given;
      if (!terminal.input.isTTY)
        throw new UsageError(`${variable} is not set and there is no terminal to ask at`);
      return await askUnseen(prompt, terminal);
    },
  };
}

async function askUnseen(
  prompt: string,
  terminal: { input: NodeJS.ReadStream; output: NodeJS.WriteStream },
): Promise<string> {
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: terminal.input, output: unseen, terminal: true });
  terminal.output.write(prompt);
  try {
    return await new Promise((resolve) => lines.question('', resolve));
  } finally {
    terminal.output.write('\n');
    lines.close();
  }
}
