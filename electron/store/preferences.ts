/**
 * `preferences.json`, in the data folder: how each account likes its page. Not in the browser's own storage, which
 * goes by origin: the loopback host takes another free port at each start and would find nothing again. Not in the
 * ledger either: a column made wider is no step of its history. Whoever deletes the file loses some widths.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Preferences, preferences } from '../../shared/contract/preferences.ts';
import { replaceFile } from './atomic-file.ts';
import { codeOf, named, naming } from './file-errors.ts';

/** Accounts that are disabled stay in the file; the oldest go first. */
const MOST_ACCOUNTS = 100;

const document = z.strictObject({
  version: z.literal(1),
  accounts: z.array(z.strictObject({ account: z.string(), preferences })),
});

/** @throws Refusal `file_unreadable` */
export function preferencesOf(folder: string, account: string): Preferences {
  const known = readAll(folder).find((entry) => entry.account === account);
  return known?.preferences ?? { widths: {}, filters: {} };
}

/** @throws Refusal `disk_full`, `file_unreadable`, `file_unwritable` */
export function keepPreferences(folder: string, account: string, given: Preferences): void {
  const others = readAll(folder).filter((entry) => entry.account !== account);
  const accounts = [...others, { account, preferences: given }].slice(-MOST_ACCOUNTS);
  const text = JSON.stringify({ version: 1, accounts });
  naming('writing', () => replaceFile(preferencesFile(folder), Buffer.from(text)));
}

function readAll(folder: string) {
  try {
    return document.parse(JSON.parse(readFileSync(preferencesFile(folder), 'utf8'))).accounts;
  } catch (error) {
    // No file yet, or one of another version: everything looks as it did at first.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw named(error, 'reading');
  }
}

function preferencesFile(folder: string): string {
  return join(folder, 'preferences.json');
}
