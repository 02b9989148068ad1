import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithPassword } from '../../electron/store/key-slots.ts';
import { openLedger } from '../../electron/store/ledger-store.ts';
import { migrate, pendingMigrations, schemaNumber } from '../../electron/store/migrate.ts';
import { MIGRATIONS } from '../../electron/store/migrations/index.ts';
import { checkPages } from '../../electron/store/page-check.ts';
import { readSlots, writeSlots } from '../../electron/store/slot-file.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, USER } from './new-ledger.ts';
import { rawDatabase } from './raw-database.ts';

/** Schema of the first release. */
const RELEASED = 40;

const TEXTS = Array.from({ length: 30 }, (_, i) => `第${i}条`.repeat(40));

async function closedLedger() {
  const root = scratch();
  const folder = join(root, 'data');
  const ports = testPorts(root);
  const { store, recoveryCode } = await newLedger(folder, ports);
  for (const text of TEXTS) note(store, text);
  store.close();
  // The recovery code opens without the work that a password takes.
  const open = () => openLedger(folder, ports, { recoveryCode });
  return { root, folder, open, database: join(folder, 'ledger.db') };
}

test('a bit flipped on any page of the database is a named error or changes nothing, never other data', async () => {
  const { open, database } = await closedLedger();
  const whole = readFileSync(database);
  let damaged = 0;
  for (let page = 0; page < whole.length / 4096; page += 3) {
    const flipped = Buffer.from(whole);
    flipped[page * 4096 + ((page * 977) % 4096)]! ^= 1 << (page % 8);
    writeFileSync(database, flipped);
    try {
      const store = await open();
      try {
        expect(notes(store)).toEqual(TEXTS);
        expect(() => store.verify()).toThrow('database_damaged');
        damaged++;
      } finally {
        store.close();
      }
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect((error as Refusal).code).toMatch(/^(database_damaged|slots_foreign)$/);
      damaged++;
    }
  }
  expect(damaged).toBeGreaterThan(10);
});

test('a damaged first page, a truncated file and an empty file are damage, not foreign slots', async () => {
  const { open, database } = await closedLedger();
  const whole = readFileSync(database);
  const first = Buffer.from(whole);
  first[2000]! ^= 1;
  for (const content of [first, whole.subarray(0, 4096 * 2 + 100), Buffer.alloc(0)]) {
    writeFileSync(database, content);
    await expect(open()).rejects.toMatchObject({ code: 'database_damaged' });
  }
});

test('the page check counts the seals that fit and those that do not', async () => {
  const { folder, database } = await closedLedger();
  const { dataKey } = await openWithPassword(readSlots(folder), USER, PASSWORD, { random: randomBytes });
  const pages = readFileSync(database).length / 4096;
  expect(checkPages(database, dataKey)).toEqual({ sealed: pages, broken: 0 });
  expect(checkPages(database, Buffer.alloc(32))).toEqual({ sealed: 0, broken: pages });
  const flipped = readFileSync(database);
  flipped[4096 * 5 + 77]! ^= 4;
  writeFileSync(database, flipped);
  expect(checkPages(database, dataKey)).toEqual({ sealed: pages - 1, broken: 1 });
});

test('an older page of the history put back passes SQLite, and is told by the anchor', async () => {
  const { open, database } = await closedLedger();
  const old = readFileSync(database);
  const store = await open();
  note(store, '新的一条');
  store.close();
  const fresh = readFileSync(database);
  const changed = [...Array(old.length / 4096).keys()].filter(
    (page) =>
      page > 0 &&
      !old.subarray(page * 4096, page * 4096 + 4096).equals(fresh.subarray(page * 4096, page * 4096 + 4096)),
  );
  const outcomes = new Set<string>();
  for (const page of changed) {
    const mixed = Buffer.from(fresh);
    old.copy(mixed, page * 4096, page * 4096, page * 4096 + 4096);
    writeFileSync(database, mixed);
    try {
      const opened = await open();
      outcomes.add(opened.readOnlyBecause?.code ?? 'open');
      opened.close();
    } catch (error) {
      outcomes.add((error as Refusal).code);
    }
  }
  expect(outcomes).toContain('history_lost');
});

test('a database of a later version is refused by name and left as it is', async () => {
  const { folder, open, database } = await closedLedger();
  const raw = await rawDatabase(folder);
  raw.pragma('user_version = 9990');
  raw.close();
  const before = readFileSync(database);
  await expect(open()).rejects.toMatchObject({
    code: 'newer_schema',
    fields: { found: 9990, known: MIGRATIONS.at(-1)?.number },
  });
  expect(readFileSync(database).equals(before)).toBe(true);
});

test('a database that is no ledger is damaged', async () => {
  const { folder, open } = await closedLedger();
  const raw = await rawDatabase(folder);
  raw.pragma('application_id = 1');
  raw.close();
  await expect(open()).rejects.toMatchObject({ code: 'database_damaged' });
});

test('an older schema is backed up, proved, and brought up to date, which the history tells', async () => {
  const root = scratch();
  const folder = join(root, 'county');
  cpSync(join(import.meta.dirname, '../fixtures/golden/ledger-v1/county'), folder, { recursive: true });
  const user = { user: 'administrator', password: 'golden-river-77' };
  const store = await openLedger(folder, testPorts(root), user);
  const last = MIGRATIONS.at(-1)!;
  expect(store.read((db) => db.get('PRAGMA user_version'))).toEqual({ user_version: last.number });
  expect(store.read((db) => db.get('SELECT action, account FROM audit ORDER BY seq DESC'))).toEqual({
    action: 'ledger.migrate',
    account: 0,
  });
  const steps = MIGRATIONS.filter(({ number }) => number > RELEASED).length;
  expect(store.verify().entries).toBe(10 + steps);
  store.close();
  expect(existsSync(join(folder, 'backups', `before-migration-from-${RELEASED}.db`))).toBe(true);
});

test('a migration that fails half way leaves the schema, the data and the number before it', async () => {
  const { folder } = await closedLedger();
  const raw = await rawDatabase(folder);
  const broken = {
    number: 9000,
    sql: 'CREATE TABLE extra (a) STRICT; DELETE FROM campaign; SELECT nonsense',
  };
  const number = schemaNumber(raw);
  expect(() => migrate(raw, [broken])).toThrow();
  expect(schemaNumber(raw)).toBe(number);
  expect(raw.prepare('SELECT count(*) AS n FROM campaign').get()).toEqual({ n: TEXTS.length });
  expect(pendingMigrations(raw)).toEqual([]);
  raw.close();
});

test('a log that lost its last commits is told by the anchor', async () => {
  const { open, root, database } = await closedLedger();
  const store = await open();
  note(store, '进日志');
  const log = readFileSync(`${database}-wal`);
  copyFileSync(database, join(root, 'main.db'));
  note(store, '最后一条');
  const longer = readFileSync(`${database}-wal`);
  expect(longer.length).toBeGreaterThan(log.length);
  copyFileSync(database, join(root, 'main.db'));
  store.close();
  copyFileSync(join(root, 'main.db'), database);
  longer[log.length + 100]! ^= 1;
  writeFileSync(`${database}-wal`, longer);
  const opened = await open();
  expect(opened.readOnlyBecause).toEqual({ code: 'history_lost', missing: 1 });
  opened.close();
});

test('a lock file with something in it is told as such, never as damage of the data, and is left as it is', async () => {
  const { folder, open } = await closedLedger();
  const lock = join(folder, 'ledger.lock');
  writeFileSync(lock, Buffer.alloc(5000, 7));
  await expect(open()).rejects.toThrow('lock_damaged');
  expect(readFileSync(lock)).toEqual(Buffer.alloc(5000, 7));
  rmSync(lock);
  const store = await open();
  expect(notes(store)).toEqual(TEXTS);
  store.close();
});

test('a folder in the place of a file that is about to be written is named', async () => {
  const { folder, open } = await closedLedger();
  const slots = readSlots(folder);
  mkdirSync(join(folder, 'key-slots.json.new'));
  expect(() => writeSlots(folder, slots)).toThrow('file_unwritable');
  const store = await open();
  expect(notes(store)).toEqual(TEXTS);
  store.close();
});
