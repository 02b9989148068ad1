/**
 * A tab closed by accident takes its bearer with it. Instead of having to end the host, a second start on the same
 * data folder finds it and asks for another launch: the old bearer dies, the host locks, and a new redirect file
 * opens the page again.
 *
 * The two know each other by a note in the launch folder, which only this user can read: `host-HASH.json`, with HASH
 * from the data folder's path. Its secret never travels. The asker proves it over a fresh nonce; the host proves it
 * over the same nonce and the file that it made, so that a program that took the port of a dead host cannot have
 * a file of its own opened.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { isSecret, newSecret, proofOf, sameSecret } from './secrets.ts';

const ADDRESS = /^http:\/\/127\.0\.0\.1:\d{1,5}\/$/;
/** A host answers at once; one that does not counts as gone. */
const PATIENCE_MILLISECONDS = 3000;

/** What a program that opens the browser needs to know. */
export interface Launch {
  readonly address: string;
  readonly redirectFile: string;
}

/** The host's own side: its note, and what it makes of those who come with it. */
export interface HostNote {
  /**
   * @returns what shows the asker that it was this host that made the file
   * @throws Refusal `token_wrong` when whoever asks does not know the note's secret
   */
  admit(nonce: unknown, proof: unknown): (redirectFile: string) => string;
  remove(): void;
}

type Random = (bytes: number) => Buffer;

interface Note {
  readonly address: string;
  readonly secret: string;
}

/** @throws Error of the file system */
export function writeHostNote(
  launchFolder: string,
  dataFolder: string,
  address: string,
  random: Random,
): HostNote {
  const file = noteFile(launchFolder, dataFolder);
  const secret = newSecret(random);
  mkdirSync(launchFolder, { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, JSON.stringify({ address, secret }), { flag: 'wx', mode: 0o600 });
  renameSync(unfinished, file);

  return {
    admit(nonce, proof) {
      ensure(isSecret(nonce) && isSecret(proof), 'token_wrong');
      ensure(sameSecret(proof, askingProof(secret, nonce)), 'token_wrong');
      return (redirectFile) => answeringProof(secret, nonce, redirectFile);
    },
    remove() {
      if (readNote(file)?.secret === secret) rmSync(file, { force: true });
    },
  };
}

/** Has the host that runs on this data folder launched again; undefined where none does. */
export async function relaunchRunningHost(
  launchFolder: string,
  dataFolder: string,
  random: Random,
): Promise<Launch | undefined> {
  const note = readNote(noteFile(launchFolder, dataFolder));
  if (note === undefined) return undefined;
  const nonce = newSecret(random);
  const { open, proof } = await ask(note, nonce);
  if (typeof open !== 'string' || !isSecret(proof)) return undefined;
  if (!sameSecret(proof, answeringProof(note.secret, nonce, open))) return undefined;
  return { address: note.address, redirectFile: open };
}

async function ask({ address, secret }: Note, nonce: string): Promise<Record<string, unknown>> {
  try {
    const answer = await fetch(`${address}session/relaunch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: new URL(address).origin },
      body: JSON.stringify({ nonce, proof: askingProof(secret, nonce) }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      redirect: 'error',
    });
    const value: unknown = await answer.json();
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function askingProof(secret: string, nonce: string): string {
  return proofOf(secret, 'relaunch', nonce);
}

function answeringProof(secret: string, nonce: string, redirectFile: string): string {
  return proofOf(secret, 'launched', nonce, redirectFile);
}

function readNote(file: string): Note | undefined {
  try {
    const { address, secret } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return typeof address === 'string' && ADDRESS.test(address) && isSecret(secret)
      ? { address, secret }
      : undefined;
  } catch {
    return undefined;
  }
}

function noteFile(launchFolder: string, dataFolder: string): string {
  const hash = createHash('sha256')
    .update(realPath(resolve(dataFolder)))
    .digest('hex');
  return join(launchFolder, `host-${hash.slice(0, 16)}.json`);
}

/** The same before and after the folder was made, and by whichever link it is named. */
function realPath(path: string): string {
  if (existsSync(path) || dirname(path) === path) return realpathSync.native(path);
  return join(realPath(dirname(path)), basename(path));
}
