import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLedger, openLedger } from '../../electron/store/ledger-store.ts';
import { applicationDataFolder } from '../../electron/store/system-ports.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, reopen, USER } from './new-ledger.ts';

function place() {
  const folder = scratch();
  return { folder: join(folder, 'data'), ports: testPorts(folder) };
}

describe('making a ledger', () => {
  test('gives an open ledger that opens again with the password and with the recovery code', async () => {
    const { folder, ports } = place();
    const { store, recoveryCode } = await newLedger(folder, ports);
    note(store, '第一条');
    expect(store.account).toMatchObject({ pk: 1, name: USER, roles: ['administrator'] });
    store.close();

    const again = await reopen(folder, ports);
    expect(notes(again)).toEqual(['第一条']);
    expect(again.openedBy).toBe('password');
    again.close();

    const recovered = await openLedger(folder, ports, { recoveryCode });
    expect(notes(recovered)).toEqual(['第一条']);
    expect(recovered).toMatchObject({ openedBy: 'recovery', account: { pk: 0, roles: ['administrator'] } });
    recovered.close();
  });

  test('never overwrites one, nor key slots whose database is missing', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    store.close();
    await expect(newLedger(folder, ports)).rejects.toMatchObject({ code: 'already_initialized' });
    rmSync(join(folder, 'ledger.db'));
    await expect(newLedger(folder, ports)).rejects.toMatchObject({ code: 'already_initialized' });
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'database_missing' });
  });

  test('can be done again after it was cut off before the database got its name', async () => {
    const { folder, ports } = place();
    mkdirSync(folder);
    writeFileSync(join(folder, 'ledger.db.new'), 'half a database');
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'not_initialized' });
    writeFileSync(join(folder, 'key-slots.json'), 'slots of the ledger that never was');
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'not_initialized' });
    const { store } = await newLedger(folder, ports);
    expect(store.verify().entries).toBe(1);
    store.close();
    expect(existsSync(join(folder, 'ledger.db.new'))).toBe(false);
  });

  test.each([
    ['weak_password', { password: '1234567' }],
    ['weak_password', { password: '88888888' }],
    ['weak_password', { password: USER }],
    ['invalid_input', { account: { name: ' ', roles: ['administrator' as const], single: false } }],
    ['invalid_input', { account: { name: USER, roles: ['member' as const], single: false } }],
    ['invalid_input', { account: { name: USER, roles: [], single: false } }],
  ])('refuses with %s and leaves nothing: %j', async (code, wrong) => {
    const { folder, ports } = place();
    const office = { id: 'x', code: '1', name: '县', kind: 'office' as const, demo: false };
    const account = { name: USER, roles: ['administrator' as const], single: false };
    const details = { office, account, password: PASSWORD, ...wrong };
    await expect(createLedger(folder, ports, details)).rejects.toMatchObject({ code });
    expect(existsSync(folder)).toBe(false);
  });

  test('refuses a folder on a network drive, to make and to open', async () => {
    const { folder, ports } = place();
    const remote = { ...ports, isNetworkFolder: () => true };
    await expect(newLedger(folder, remote)).rejects.toMatchObject({ code: 'network_folder' });
    expect(existsSync(folder)).toBe(false);
    (await newLedger(folder, ports)).store.close();
    await expect(reopen(folder, remote)).rejects.toMatchObject({ code: 'network_folder' });
  });

  test('opening where there is nothing says not_initialized and leaves nothing', async () => {
    const { folder, ports } = place();
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'not_initialized' });
    mkdirSync(folder);
    await expect(reopen(folder, ports)).rejects.toMatchObject({ code: 'not_initialized' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a write', () => {
  test('carries the next revision of the office and one row of history', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    const before = store.auditHead().seq;
    const first = store.write(1, 'test.a', ({ rev }) => rev);
    ports.pass(60);
    const second = store.write(1, 'test.b', ({ rev, at, office, account }) => ({ rev, at, office, account }));
    expect(second).toEqual({ rev: first + 1, at: '2021-03-15T08:01:00.000Z', office: 1, account: 1 });
    expect(store.auditHead().seq).toBe(before + 2);
    store.write(1, 'test.c', (write) => {
      write.record({ a: 1, b: 1 });
      write.record({ b: 2 });
    });
    const body = store.read((db) => db.get('SELECT body FROM audit_body ORDER BY seq DESC'));
    expect(body).toEqual({ body: '{"a":1,"b":2}' });
    store.close();
  });

  test('that throws leaves rows, revision and history as they were', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    const before = [store.auditHead(), store.write(1, 'test.rev', ({ rev }) => rev)];
    expect(() =>
      store.write(1, 'test.fails', (write) => {
        write.run("UPDATE office SET name = 'x'");
        throw new RangeError('no');
      }),
    ).toThrow(RangeError);
    expect(store.ownOffice.name).toBe('某县教育整顿办');
    expect(store.write(1, 'test.rev', ({ rev }) => rev)).toBe(Number(before[1]) + 1);
    expect(store.verify().entries).toBe(3);
    store.close();
  });

  test('inside a write, one that waits, and one used after its end are refused', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    expect(() => store.write(1, 'test.outer', () => note(store, 'inner'))).toThrow('inside');
    expect(() => store.write(1, 'test.waits', async () => 1)).toThrow('waits');
    const kept = store.write(1, 'test.keeps', (write) => write);
    expect(() => kept.run("UPDATE office SET name = 'x'")).toThrow('after its end');
    expect(notes(store)).toEqual([]);
    expect(store.verify().entries).toBe(2);
    store.close();
  });

  test('rehearsed gives its answer and changes nothing', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    const head = store.auditHead();
    const answer = store.rehearse(1, (write) => {
      write.run("UPDATE office SET name = 'x'");
      return write.get<{ name: string }>('SELECT name FROM office')?.name;
    });
    expect(answer).toBe('x');
    expect(store.ownOffice.name).toBe('某县教育整顿办');
    expect(store.auditHead()).toEqual(head);
    store.close();
  });

  test('can ask while it walks rows, the same statement included', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    note(store, 'a');
    note(store, 'b');
    const sql = 'SELECT name FROM campaign ORDER BY pk';
    const pairs = store.read((db) => {
      const seen: string[] = [];
      for (const outer of db.iterate<{ name: string }>(sql))
        for (const inner of db.iterate<{ name: string }>(sql)) seen.push(outer.name + inner.name);
      return seen;
    });
    expect(pairs).toEqual(['aa', 'ab', 'ba', 'bb']);
    store.close();
  });
});

describe('the database', () => {
  test('runs with the settings that the store promises', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    const setting = (name: string) =>
      store.read((db) => Object.values(db.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0]);
    expect({
      journal_mode: setting('journal_mode'),
      synchronous: setting('synchronous'),
      temp_store: setting('temp_store'),
      foreign_keys: setting('foreign_keys'),
      trusted_schema: setting('trusted_schema'),
      cell_size_check: setting('cell_size_check'),
      secure_delete: setting('secure_delete'),
      application_id: setting('application_id'),
    }).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      temp_store: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      application_id: 0x524c4447,
    });
    store.close();
  });

  test('leaves no log behind when it is closed, and closing twice is closing once', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    note(store, 'x');
    store.close();
    store.close();
    expect(readdirSync(folder).sort()).toEqual(['anchor', 'key-slots.json', 'ledger.db', 'ledger.lock']);
  });

  test('is copied whole by a backup, which opens elsewhere with the same password', async () => {
    const { folder, ports } = place();
    const { store } = await newLedger(folder, ports);
    note(store, '备份前');
    const target = scratch();
    expect(store.backup(target)).toEqual(store.auditHead());
    note(store, '备份后');
    store.close();
    const copy = await reopen(target, testPorts(target));
    expect(notes(copy)).toEqual(['备份前']);
    expect(copy.newHere).toBe(true);
    copy.close();
  });
});

test('application data lie where each system keeps them', () => {
  const posix = (path: string) => path.replaceAll('\\', '/');
  expect(posix(applicationDataFolder('win32', { LOCALAPPDATA: 'C:/U/a' }, 'C:/U'))).toBe(
    'C:/U/a/rectification-ledger',
  );
  expect(posix(applicationDataFolder('darwin', {}, '/Users/a'))).toBe(
    '/Users/a/Library/Application Support/rectification-ledger',
  );
  expect(posix(applicationDataFolder('linux', {}, '/home/a'))).toBe(
    '/home/a/.local/share/rectification-ledger',
  );
  expect(posix(applicationDataFolder('linux', { XDG_DATA_HOME: '/d' }, '/home/a'))).toBe(
    '/d/rectification-ledger',
  );
});
