import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithPassword } from '../../electron/store/key-slots.ts';
import { openLedger } from '../../electron/store/ledger-store.ts';
import { readSlots } from '../../electron/store/slot-file.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, reopen, USER } from './new-ledger.ts';

function place() {
  const root = scratch();
  const ports = testPorts(root);
  return { root, folder: join(root, 'data'), ports };
}

/** A child derives its keys as this process does, so that each can open what the other wrote. */
const KEYS = ['--import', new URL('../support/quick-password-keys.ts', import.meta.url).href];

function child(job: string, folder: string, applicationData: string, ...more: string[]) {
  const script = join(import.meta.dirname, 'ledger-child.ts');
  return spawn(process.execPath, [...KEYS, script, job, folder, applicationData, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** @returns how the child ended: 'SIGKILL' or its exit code */
async function ended(running: ReturnType<typeof child>): Promise<string | number> {
  const [code, signal] = (await once(running, 'close')) as [number | null, string | null];
  return signal ?? code ?? '';
}

/** Runs a job cut before its first file call, its second … until it ends uncut; two at a time. */
async function everyCut(
  job: string,
  prepare: (cut: number) => Promise<{ folder: string; applicationData: string; recoveryCode?: string }>,
  check: (folder: string) => Promise<void>,
): Promise<number> {
  let next = 1;
  let cuts = 0;
  let whole = false;
  const lane = async () => {
    while (!whole) {
      const cut = next++;
      const { folder, applicationData, recoveryCode = '' } = await prepare(cut);
      const end = await ended(child(job, folder, applicationData, String(cut), recoveryCode));
      expect([0, 'SIGKILL']).toContain(end);
      if (end === 0) whole = true;
      else cuts++;
      await check(folder);
    }
  };
  await Promise.all([lane(), lane()]);
  return cuts;
}

test("a change of password cut off at any call leaves the old one or the new one, the account's keys and the data", async () => {
  const { root, folder: template, ports } = place();
  const { store, recoveryCode } = await newLedger(template, ports);
  note(store, '存着');
  store.close();
  const own = (await openWithPassword(readSlots(template), USER, PASSWORD, { random: randomBytes })).keys;
  const opened = new Set<string>();
  const portsOf = (folder: string) => ({ ...ports, applicationData: `${folder}-application-data` });
  const cuts = await everyCut(
    'changePassword',
    async (cut) => {
      const folder = join(root, String(cut));
      cpSync(template, folder, { recursive: true });
      return { folder, applicationData: portsOf(folder).applicationData, recoveryCode };
    },
    async (folder) => {
      const slots = readSlots(folder);
      const old = await openWithPassword(slots, USER, PASSWORD, { random: randomBytes }).catch(
        () => undefined,
      );
      const now = old
        ? undefined
        : await openWithPassword(slots, USER, 'new-password-1', { random: randomBytes });
      opened.add(old ? 'old' : 'new');
      expect((old ?? now)?.keys).toEqual(own);
      const after = await openLedger(folder, portsOf(folder), { recoveryCode });
      expect(after.readOnlyBecause).toBeUndefined();
      expect(notes(after)).toEqual(['存着']);
      after.verify();
      after.close();
    },
  );
  expect(cuts).toBeGreaterThan(10);
  expect([...opened].sort()).toEqual(['new', 'old']);
}, 60_000);

test('a creation cut off at any call can be done again, or left a whole ledger', async () => {
  const { root, ports } = place();
  const outcomes = new Set<string>();
  const cuts = await everyCut(
    'create',
    async (cut) => ({ folder: join(root, String(cut)), applicationData: ports.applicationData }),
    async (folder) => {
      const again = await newLedger(folder, ports).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'already_initialized' });
        return undefined;
      });
      outcomes.add(again ? 'again' : 'whole');
      const store = again?.store ?? (await reopen(folder, ports));
      expect(store.verify().entries).toBe(1);
      store.close();
    },
  );
  expect(cuts).toBeGreaterThan(3);
  expect([...outcomes].sort()).toEqual(['again', 'whole']);
}, 60_000);

test('a second process is refused; when the first is killed, its lock is gone and nothing is lost', async () => {
  const { folder, ports } = place();
  (await newLedger(folder, ports)).store.close();
  const holder = child('hold', folder, ports.applicationData);
  await once(holder.stdout, 'data');
  await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'in_use' });
  await expect(newLedger(folder, ports)).rejects.toMatchObject({ code: 'in_use' });
  holder.kill('SIGKILL');
  expect(await ended(holder)).toBe('SIGKILL');
  const store = await reopen(folder, ports);
  expect(notes(store)).toEqual(['held']);
  expect(store.verify().entries).toBe(2);
  store.close();
});

test('of many who open at once exactly one gets the ledger, and the next one after it', async () => {
  const { folder, ports } = place();
  (await newLedger(folder, ports)).store.close();
  for (let round = 0; round < 3; round++) {
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => reopen(folder, ports)));
    const open = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(open).toHaveLength(1);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'in_use' });
    expect(refused[0]).toBeInstanceOf(Refusal);
    open[0]!.close();
  }
});

test('what was written stands in plain text in no file, neither after a kill nor after closing', async () => {
  const { root, folder, ports } = place();
  (await newLedger(folder, ports)).store.close();
  expect(await ended(child('writeAndDie', folder, ports.applicationData))).toBe('SIGKILL');
  expect(readdirSync(folder)).toContain('ledger.db-wal');
  expect(filesWith(root, '金丝雀羽毛', 'CANARY-')).toEqual([]);
  const store = await reopen(folder, ports);
  expect(notes(store)).toHaveLength(200);
  store.close();
  expect(filesWith(root, '金丝雀羽毛', 'CANARY-')).toEqual([]);
  expect(filesWith(root, 'rectification-ledger key slots')).toEqual(['key-slots.json']);
});

function filesWith(root: string, ...texts: string[]): string[] {
  const needles = texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const content = readFileSync(join(entry.parentPath, entry.name));
      return needles.some((needle) => content.includes(needle));
    })
    .map((entry) => entry.name);
}
