/**
 * `attempts.json`, in the data folder: five wrong passwords lock an account for 15 minutes of running time.
 * The time is `ports.clock.uptime()`, which no change of the clock moves; after a restart of the PC it begins
 * again from zero, and then so do the 15 minutes. Names are stored as hashes, since people type passwords
 * into the wrong field. Deleting the file unlocks: this slows down a person at the desk, not one who copied the
 * files, whom only Argon2id slows down.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import { foldAccountName } from './account-name.ts';
import { replaceFile } from './atomic-file.ts';
import { codeOf, named, naming } from './file-errors.ts';
import type { Ports } from './ports.ts';

const MOST_ATTEMPTS = 5;
const LOCK_SECONDS = 15 * 60;
/** Names that nobody has, typed again and again, must not fill the disk. */
const MOST_NAMES = 200;

const entry = z.strictObject({
  name: z.string(),
  failures: z.int().min(0),
  /** Uptime in seconds at the last failure. */
  uptime: z.number().min(0),
});
type Entry = z.infer<typeof entry>;

const document = z.strictObject({ version: z.literal(1), entries: z.array(entry) });

/**
 * Tries a password under the lock.
 * @throws Refusal `account_locked` (`minutes`, `seconds`), `wrong_password` with the attempts `left` and, after the
 *   last one, how long the lock holds (`minutes`, `seconds`), and what `work` throws
 */
export async function attempting<T>(
  folder: string,
  ports: Ports,
  accountName: string,
  work: () => Promise<T>,
): Promise<T> {
  const { left, succeeded } = countAttempt(folder, ports, accountName);
  try {
    const opened = await work();
    succeeded();
    return opened;
  } catch (error) {
    const wrong = error instanceof Refusal && error.code === 'wrong_password';
    throw wrong ? new Refusal('wrong_password', { left, ...(left === 0 && wait(LOCK_SECONDS)) }) : error;
  }
}

/**
 * Counts the attempt before the password is tried, so that ending the program at the right moment wins nothing.
 * @returns how many attempts are left after this one, and what to call once the password was right
 * @throws Refusal `account_locked` with `minutes` and `seconds` left, `disk_full`, `file_unwritable`
 */
export function countAttempt(
  folder: string,
  ports: Ports,
  accountName: string,
): { left: number; succeeded(): void } {
  const name = hashedName(accountName);
  const uptime = ports.clock.uptime();
  const entries = readEntries(folder);
  const known = entries.find((candidate) => candidate.name === name);
  const others = entries.filter((candidate) => candidate !== known);
  const failures = known ? stillCounting(folder, known, others, uptime) : 0;
  writeEntries(folder, [...others, { name, failures: failures + 1, uptime }]);
  return { left: MOST_ATTEMPTS - failures - 1, succeeded: () => writeEntries(folder, others) };
}

/** @returns the failures that count before this attempt; 0 after a lock has run out */
function stillCounting(folder: string, known: Entry, others: Entry[], uptime: number): number {
  if (known.failures < MOST_ATTEMPTS) return known.failures;
  if (uptime < known.uptime) writeEntries(folder, [...others, { ...known, uptime }]);
  const left = secondsLeft(known, uptime);
  ensure(left <= 0, 'account_locked', wait(left));
  return 0;
}

function wait(seconds: number): { minutes: number; seconds: number } {
  return { minutes: Math.ceil(seconds / 60), seconds: Math.ceil(seconds) };
}

/** How many attempts an account has before anybody tries, or how many seconds it is to wait. */
export function attemptsOf(
  folder: string,
  ports: Ports,
  accountName: string,
): { attemptsLeft: number; retryAfterSeconds: number } {
  const name = hashedName(accountName);
  const known = readEntries(folder).find((candidate) => candidate.name === name);
  const failures = known?.failures ?? 0;
  if (!known || failures < MOST_ATTEMPTS)
    return { attemptsLeft: MOST_ATTEMPTS - failures, retryAfterSeconds: 0 };
  const left = Math.ceil(secondsLeft(known, ports.clock.uptime()));
  return left > 0
    ? { attemptsLeft: 0, retryAfterSeconds: left }
    : { attemptsLeft: MOST_ATTEMPTS, retryAfterSeconds: 0 };
}

/** After a restart of the PC the lock begins again. */
function secondsLeft(locked: Entry, uptime: number): number {
  return LOCK_SECONDS - (uptime < locked.uptime ? 0 : uptime - locked.uptime);
}

function readEntries(folder: string): Entry[] {
  try {
    return document.parse(JSON.parse(readFileSync(attemptsFile(folder), 'utf8'))).entries;
  } catch (error) {
    // No file yet, or one that says nothing any more: both are what deleting it would be.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw named(error, 'reading');
  }
}

function writeEntries(folder: string, entries: Entry[]): void {
  const text = JSON.stringify({ version: 1, entries: entries.slice(-MOST_NAMES) });
  naming('writing', () => replaceFile(attemptsFile(folder), Buffer.from(text)));
}

function attemptsFile(folder: string): string {
  return join(folder, 'attempts.json');
}

function hashedName(name: string): string {
  return createHash('sha256').update(foldAccountName(name)).digest('hex').slice(0, 32);
}
