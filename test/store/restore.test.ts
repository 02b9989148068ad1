import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAnchor, readAnchor } from '../../electron/store/anchor-file.ts';
import { makeBackup } from '../../electron/store/backups.ts';
import { noteGiven } from '../../electron/store/given-numbers-sql.ts';
import { placing } from '../../electron/store/placing.ts';
import { openBackup, prepareBackup } from '../../electron/store/restore.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, reopen, USER } from './new-ledger.ts';

const SECRET = { user: USER, password: PASSWORD };
const quietly = async () => undefined;

interface Prepared {
  /** Holds the data folder and what the PC keeps, as they are when the copy is ready. */
  readonly root: string;
  readonly prepared: string;
  readonly movedTo: string;
  /** How many steps there are. */
  readonly steps: number;
}

/** Books with a backup that lacks two writes, and a copy of it that is ready to be put in their place. */
async function prepare(): Promise<Prepared> {
  const root = scratch();
  const folder = join(root, 'data');
  const ports = testPorts(root);
  const { store } = await newLedger(folder, ports);
  note(store, '备份前');
  const { fileName } = makeBackup(store, folder, ports.clock.now());
  for (const text of ['备份后一', '备份后二']) note(store, text);
  store.close();
  const backup = await openBackup(folder, ports, join(folder, 'backups', fileName), SECRET);
  const why = { reason: '换了硬盘', lastNumbers: [] };
  const copy = await prepareBackup(folder, ports, backup, why, quietly);
  const tried = copyOf(root);
  const steps = [...placing(join(tried, 'data'), inside(tried, copy.prepared))].length;
  return { root, prepared: copy.prepared, movedTo: copy.movedTo ?? '', steps };
}

function copyOf(root: string): string {
  const copy = scratch();
  cpSync(root, copy, { recursive: true });
  return copy;
}

const inside = (root: string, prepared: string) => join(root, 'data', prepared.split(/[/\\]/).at(-1) ?? '');

describe('putting a backup in place', () => {
  it('cut off after any step leaves the old books or the new ones, whole, and nothing half done', async () => {
    const made = await prepare();
    const seen = new Map<string, number>();
    for (let done = 0; done <= made.steps; done++) {
      const root = copyOf(made.root);
      const folder = join(root, 'data');
      const steps = placing(folder, inside(root, made.prepared));
      for (let step = 0; step < done; step++) steps.next();

      const opened = await reopen(folder, testPorts(root));
      const isNew = notes(opened).length === 1;
      expect(notes(opened)).toEqual(isNew ? ['备份前'] : ['备份前', '备份后一', '备份后二']);
      expect(opened.readOnlyBecause).toBeUndefined();
      expect(opened.epoch().counter).toBe(isNew ? 2 : 1);
      opened.verify();
      note(opened, '接着记');
      opened.close();
      seen.set(isNew ? 'new' : 'old', (seen.get(isNew ? 'new' : 'old') ?? 0) + 1);

      const left = readdirSync(folder);
      expect(left.filter((name) => name.startsWith('restoring-'))).toEqual([]);
      expect(left.includes(made.movedTo)).toBe(isNew);
      if (!isNew) continue;
      expect(readdirSync(join(folder, made.movedTo)).sort()).toEqual([
        'anchor',
        'key-slots.json',
        'ledger.db',
      ]);
      const before = await reopen(join(folder, made.movedTo), testPorts(scratch()));
      expect(notes(before)).toEqual(['备份前', '备份后一', '备份后二']);
      before.close();
    }
    expect(made.steps).toBeGreaterThanOrEqual(9);
    expect(seen.get('old')).toBeGreaterThanOrEqual(2);
    expect(seen.get('new')).toBeGreaterThanOrEqual(6);
  });

  it('takes the log of the old books with them, also when it is cut off and the file is gone', async () => {
    const made = await prepare();
    const root = copyOf(made.root);
    const folder = join(root, 'data');
    writeFileSync(join(folder, 'ledger.db-wal'), 'a log that a crash left');
    const steps = placing(folder, inside(root, made.prepared));
    while (!existsSync(join(folder, made.movedTo, 'ledger.db'))) steps.next();
    const opened = await reopen(folder, testPorts(root));
    expect(notes(opened)).toEqual(['备份前']);
    opened.close();
    expect(readFileSync(join(folder, made.movedTo, 'ledger.db-wal'), 'utf8')).toBe('a log that a crash left');
  });

  it('clears a copy whose preparation was cut off, at the next start', async () => {
    const { root } = await prepare();
    const folder = join(root, 'data');
    mkdirSync(join(folder, 'restoring-20210101-000000.new'));
    writeFileSync(join(folder, 'restoring-20210101-000000.new', 'ledger.db'), 'half a copy');
    (await reopen(folder, testPorts(root))).close();
    expect(readdirSync(folder).filter((name) => name.startsWith('restoring-'))).toEqual([]);
  });
});

describe('the highest numbers', () => {
  it('stand in the anchor with every write, eight years of them, and an anchor of an earlier release has none', async () => {
    const root = scratch();
    const folder = join(root, 'data');
    const ports = testPorts(root);
    const { store } = await newLedger(folder, ports);
    for (let year = 2015; year <= 2026; year++)
      store.write(store.account.pk, 'test.number', (write) =>
        noteGiven(write, { year, number: year - 2000 }),
      );
    store.write(store.account.pk, 'test.number', (write) => noteGiven(write, { year: 2026, number: 7 }));
    store.close();
    const numbers = readAnchor(join(folder, 'anchor'))?.numbers ?? [];
    expect(numbers).toHaveLength(8);
    expect(numbers[0]).toEqual({ year: 2026, number: 26 });
    expect(numbers[7]).toEqual({ year: 2019, number: 19 });
  });

  it('are read from a slot as the first releases wrote it, as none', () => {
    // Epoch 3, seq 7, turn 1, hash of 32 times 0xab, as release 1 wrote it.
    const slot = Buffer.from(FIRST_RELEASE, 'hex');
    const path = join(scratch(), 'anchor');
    writeFileSync(path, slot);
    const expected = { epochCounter: 3, seq: 7, hash: 'ab'.repeat(32), numbers: [] };
    expect(readAnchor(path)).toEqual({ dataId: DATA_ID, ...expected });
    const anchor = openAnchor(path, DATA_ID);
    anchor.write({ ...expected, seq: 8, numbers: [{ year: 2021, number: 5 }] });
    anchor.close();
    expect(readAnchor(path)).toMatchObject({ seq: 8, numbers: [{ year: 2021, number: 5 }] });
  });
});

const DATA_ID = '01234567-89ab-4cde-8f01-23456789abcd';
const FIRST_RELEASE =
  '524c414e4348523100000000000000010123456789ab4cde8f0123456789abcd00000000000000030000000000000007' +
  'abababababababababababababababababababababababababababababababab3a6908c2c5d8e529b303a966e79efc97' +
  'cefd4640e3c8feef16e1f5ffccdf9a2d';
