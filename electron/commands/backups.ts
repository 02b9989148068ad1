import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ORPCError } from '@orpc/client';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { type Call, command } from './command.ts';

type Secret = Parameters<ApiClient['office']['restoreBackup']>[0]['secret'];

export const backupCommands = [
  command({
    words: ['backup'],
    positionals: [],
    options: {},
    run: async ({ client }) => await client.office.backup(),
  }),
  command({
    words: ['backup', 'list'],
    positionals: [],
    options: {},
    unsigned: true,
    run: async ({ client }) => await client.office.backups(),
  }),
  command({
    words: ['restore'],
    positionals: ['FILE'],
    options: { reason: 'required', 'last-number': 'text', apply: 'switch' },
    unsigned: true,
    async run(call) {
      const secret = await secretOf(call);
      await signInIfPossible(call.client, secret);
      return await restored(call, placeOf(call.given.positionals[0] ?? ''), secret);
    },
  }),
];

/** Passwords may have changed since the backup: that of then is asked for where the one of now is wrong. */
async function restored(call: Call, from: string, secret: Secret) {
  const { client, given, secrets } = call;
  const asked = {
    from,
    reason: given.the('reason'),
    lastNumbers: numbersOf(given.text('last-number')),
    apply: given.has('apply'),
  };
  try {
    return await client.office.restoreBackup({ ...asked, secret });
  } catch (error) {
    if (!('user' in secret) || codeOf(error) !== 'wrong_password') throw error;
    const password = await secrets.ask('LEDGER_BACKUP_PASSWORD', 'Password at the time of the backup: ');
    return await client.office.restoreBackup({ ...asked, secret: { ...secret, password } });
  }
}

/** Without --user it is the recovery code that opens. */
async function secretOf({ given, secrets }: Call): Promise<Secret> {
  const user = given.text('user');
  if (user === undefined)
    return { recoveryCode: await secrets.ask('LEDGER_RECOVERY_CODE', 'Recovery code: ') };
  return { user, password: await secrets.ask('LEDGER_PASSWORD', 'Password: ') };
}

/** What keeps the ledger from being opened, and is what a backup is for. */
const BROKEN: ReadonlySet<string> = new Set(['database_damaged', 'history_broken', 'slots_foreign']);

/** A ledger that can be opened is restored by whoever has signed in to it. */
async function signInIfPossible({ office }: ApiClient, secret: Secret): Promise<void> {
  const { initialized, problem } = await office.status();
  if (!initialized || problem !== null) return;
  try {
    if ('user' in secret) await office.unlock(secret);
    else await office.unlockByRecovery({ code: secret.recoveryCode });
  } catch (error) {
    if (!BROKEN.has(codeOf(error))) throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof ORPCError ? String(error.code) : '';
}

/** A path counts from where the command was given; a name that is no path there is one of the list. */
function placeOf(given: string): string {
  const path = resolve(given);
  return existsSync(path) ? path : given;
}

/** `2021-17`, the last number on paper; several with commas between. */
function numbersOf(text: string | undefined) {
  return (text?.split(',') ?? []).map((printed) => {
    const [, year, number] = /^(\d{4})-(\d{1,6})$/.exec(printed) ?? [];
    if (!year || !number) throw new UsageError(`${printed} is no number of an item; write 2021-17`);
    return { year: Number(year), number: Number(number) };
  });
}
