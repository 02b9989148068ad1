import { ORPCError } from '@orpc/client';
import { errorSentence } from '../../renderer/text/errors.ts';
import { installationNotes } from '../../renderer/text/installation.ts';
import { ERROR_CODES, type ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../../shared/vocabulary/refusal.ts';
import { createHost, type Host, lockHost } from '../api/host.ts';
import type { Ports } from '../store/ports.ts';
import { inProcessClient } from '../transport/in-process.ts';
import { findCommand, readArguments, UsageError, usageLine } from './arguments.ts';
import { attendanceCommands } from './attendance.ts';
import { backupCommands } from './backups.ts';
import type { Call, Command } from './command.ts';
import { demoCommands } from './demo.ts';
import { exchangeCommands } from './exchange.ts';
import { formCommands } from './forms.ts';
import { handingOverCommands } from './handing-over.ts';
import { installationCommands } from './installation.ts';
import { packCommands } from './packs.ts';
import { periodCommands } from './periods.ts';
import { procedureCommands } from './procedures.ts';
import { registerCommands } from './registers.ts';
import type { Secrets } from './secrets.ts';
import { undoCommands } from './undo.ts';

const COMMANDS: readonly Command[] = [
  ...installationCommands,
  ...backupCommands,
  ...registerCommands,
  ...attendanceCommands,
  ...undoCommands,
  ...exchangeCommands,
  ...handingOverCommands,
  ...formCommands,
  ...packCommands,
  ...periodCommands,
  ...demoCommands,
  ...procedureCommands,
];

export interface Terminal {
  print(text: string): void;
  complain(text: string): void;
}

/** Runs one command. @returns the exit code: 0 done, 1 refused or refused in part, 2 not understood */
export async function runCommand(
  argv: readonly string[],
  ports: Ports,
  secrets: Secrets,
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  let host: Host | undefined;
  let exit: 0 | 1 = 0;
  const refuse = (refusal: Refusal) => {
    terminal.complain(refusalLine(refusal));
    exit = 1;
  };
  try {
    const command = findCommand(COMMANDS, argv);
    const given = readArguments(command, argv);
    host = createHost(given.the('data'), ports);
    const answer = await perform(command, { given, secrets, note: terminal.complain, refuse }, host);
    terminal.print(given.has('json') ? JSON.stringify(answer) : readable(answer));
    return exit;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain([error.message, ...COMMANDS.map(usageLine)].join('\n'));
      return 2;
    }
    terminal.complain(refusalLine(refusalOf(error)));
    return 1;
  } finally {
    if (host) lockHost(host);
  }
}

async function perform(command: Command, call: Omit<Call, 'client'>, host: Host): Promise<unknown> {
  const client = inProcessClient(host);
  if (!command.unsigned) {
    const user = call.given.text('user');
    if (!user) throw new UsageError('--user is missing');
    await client.office.unlock({ user, password: await call.secrets.ask('LEDGER_PASSWORD', 'Password: ') });
  }
  const answer = await command.run({ ...call, client });
  if ((await client.office.status()).unlocked)
    installationNotes(await client.office.identity()).forEach(call.note);
  return answer;
}

function refusalLine({ code, fields }: Pick<Refusal, 'code' | 'fields'>): string {
  return JSON.stringify({ error: { code, message: errorSentence(code, fields), ...fields } });
}

function refusalOf(error: unknown): { code: ErrorCode; fields: RefusalFields } {
  if (error instanceof Refusal) return error;
  if (error instanceof ORPCError) {
    const code = ERROR_CODES.find((known) => known === error.code);
    if (code) return { code, fields: (error.data ?? {}) as RefusalFields };
  }
  return { code: 'internal', fields: { kind: error instanceof Error ? error.name : typeof error } };
}

/** For people: one line per value; lists of records as indented lines. */
function readable(answer: unknown, indent = ''): string {
  if (answer === null || typeof answer !== 'object') return `${indent}${String(answer)}`;
  return Object.entries(answer)
    .map(([key, value]) => {
      const label = Array.isArray(answer) ? '-' : `${key}:`;
      if (value === null || typeof value !== 'object') return `${indent}${label} ${value ?? '—'}`;
      return `${indent}${label}\n${readable(value, `${indent}  `)}`;
    })
    .join('\n');
}
