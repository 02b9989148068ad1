import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups, makeBackup } from '../../electron/store/backups.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { instant } from '../../shared/vocabulary/dates.ts';
import { scratch } from '../support/scratch.ts';
import { type TestPorts, testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, reopen } from './new-ledger.ts';

interface Desk {
  readonly folder: string;
  readonly ports: TestPorts;
  readonly store: OpenLedger;
  /** Names of the backups that stand, the oldest first. */
  names(): string[];
  backUp(at?: string): string;
}

async function desk(): Promise<Desk> {
  const root = scratch();
  const ports = testPorts(root);
  const folder = join(root, 'data');
  const { store } = await newLedger(folder, ports);
  onTestFinished(() => store.close());
  return {
    folder,
    ports,
    store,
    names: () => readdirSync(join(folder, 'backups')).sort(),
    backUp(at) {
      if (at) ports.wallClock = Date.parse(at);
      return makeBackup(store, folder, ports.clock.now()).fileName;
    },
  };
}

describe('a backup', () => {
  it('is named by its time, listed with its size, and is a data folder that opens by itself', async () => {
    const { folder, store, backUp, names } = await desk();
    note(store, '备份前');
    const head = store.auditHead();
    expect(backUp('2021-04-18T09:40:07.500Z')).toBe('20210418-094007');
    note(store, '备份后');
    expect(listBackups(folder)).toEqual([
      { fileName: '20210418-094007', at: '2021-04-18T09:40:07.000Z', bytes: expect.toSatisfy((n) => n > 0) },
    ]);
    const place = join(folder, 'backups', '20210418-094007');
    expect(readdirSync(place).sort()).toEqual(['anchor', 'key-slots.json', 'ledger.db']);
    const copy = await reopen(place, testPorts(scratch()));
    onTestFinished(() => copy.close());
    expect(notes(copy)).toEqual(['备份前']);
    expect(copy.verify().head).toEqual(head);
    expect(names()).toEqual(['20210418-094007']);
  });

  it('put in the place of a newer ledger on the same PC says how many writes it lacks, and is not backed up', async () => {
    const { folder, ports, store, backUp } = await desk();
    const place = join(folder, 'backups', backUp());
    note(store, '备份后');
    store.close();
    const older = await reopen(place, ports);
    onTestFinished(() => older.close());
    expect(older.readOnlyBecause).toEqual({ code: 'history_lost', missing: 1 });
    expect(() => makeBackup(older, place, ports.clock.now())).toThrow('history_lost');
    expect(listBackups(place)).toEqual([]);
  });

  it('made twice in one second is one, the later', async () => {
    const { folder, store, backUp, names } = await desk();
    backUp();
    note(store, '补记');
    const name = backUp();
    expect(names()).toEqual([name]);
    const copy = await reopen(join(folder, 'backups', name), testPorts(scratch()));
    onTestFinished(() => copy.close());
    expect(notes(copy)).toEqual(['补记']);
  });

  it('that was cut off counts for nothing and goes with the next one', async () => {
    const { folder, backUp, names } = await desk();
    const cutOff = join(folder, 'backups', '20210301-080000.new');
    mkdirSync(cutOff, { recursive: true });
    expect(listBackups(folder)).toEqual([]);
    const name = backUp();
    expect(existsSync(cutOff)).toBe(false);
    expect(names()).toEqual([name]);
  });

  it('that cannot be written leaves the earlier ones, and no trace', async () => {
    const { store, folder, backUp, names } = await desk();
    const earlier = backUp('2021-04-01T08:00:00Z');
    const broken: OpenLedger = {
      ...store,
      backup: (target) => store.backup(join(target, 'no', 'such', 'folder')),
    };
    expect(() => makeBackup(broken, folder, instant(Date.UTC(2021, 3, 2)))).toThrow();
    expect(names()).toEqual([earlier]);
  });
});

describe('of many backups', () => {
  it('twenty stay: the last of each day first, then the newest', async () => {
    const { backUp, names } = await desk();
    const made = [
      backUp('2021-03-01T08:00:00Z'),
      backUp('2021-03-01T17:00:00Z'),
      ...Array.from({ length: 19 }, (_, i) => backUp(new Date(Date.UTC(2021, 3, 1, 8, i)).toISOString())),
    ];
    const [earlierThatDay, ...others] = made;
    expect(names()).toEqual(others);
    expect(others).not.toContain(earlierThatDay);
    const nextDay = backUp('2021-04-02T08:00:00Z');
    expect(names()).toEqual([...others.filter((name) => name !== others[1]), nextDay]);
  });

  it('the one just made stays, even when the clock was set back by years', async () => {
    const { backUp, names } = await desk();
    for (let day = 1; day <= 20; day++) backUp(new Date(Date.UTC(2021, 3, day, 8)).toISOString());
    expect(names()).toHaveLength(20);
    const name = backUp('2010-01-01T08:00:00Z');
    expect(names()).toContain(name);
  });
});
