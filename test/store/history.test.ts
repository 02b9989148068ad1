import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyHistory } from '../../electron/store/audit-chain.ts';
import { statements } from '../../electron/store/statements.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { fc } from '../support/properties.ts';
import { scratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger, note, notes, PASSWORD, reopen } from './new-ledger.ts';
import { rawDatabase } from './raw-database.ts';

async function ledgerWith(...texts: string[]) {
  const root = scratch();
  const folder = join(root, 'data');
  const ports = testPorts(root);
  const { store } = await newLedger(folder, ports);
  for (const text of texts) note(store, text);
  return { root, folder, ports, store };
}

/** A copy of the database alone, as of now, and its return later. */
function keepDatabase(root: string, folder: string): () => void {
  const kept = join(root, 'kept.db');
  cpSync(join(folder, 'ledger.db'), kept);
  return () => {
    for (const tail of ['-wal', '-shm']) rmSync(join(folder, `ledger.db${tail}`), { force: true });
    cpSync(kept, join(folder, 'ledger.db'));
  };
}

const anchors = (root: string, folder: string) => {
  const applicationData = join(root, 'application-data', 'anchors');
  return [join(folder, 'anchor'), join(applicationData, readdirSync(applicationData)[0]!)] as const;
};

describe('an old copy of the database put back', () => {
  test('opens read-only, says how many writes are missing, and lets nothing in', async () => {
    const { root, folder, ports, store } = await ledgerWith('旧');
    store.close();
    const putBack = keepDatabase(root, folder);
    const later = await reopen(folder, ports);
    for (const text of ['一', '二', '三']) note(later, text);
    later.close();
    putBack();

    const lost = await reopen(folder, ports);
    expect(lost.readOnlyBecause).toEqual({ code: 'history_lost', missing: 3 });
    expect(notes(lost)).toEqual(['旧']);
    const refused = expect.objectContaining({ code: 'history_lost', fields: { missing: 3 } });
    expect(() => note(lost, '四')).toThrow(refused);
    expect(() => lost.rehearse(1, () => 0)).toThrow(refused);
    expect(() => lost.verify()).toThrow(refused);
    await expect(lost.changePassword('管理员甲', PASSWORD, 'new-password')).rejects.toEqual(refused);
    lost.close();
    expect((await reopen(folder, ports)).readOnlyBecause).toBeDefined();
  });

  test('is noticed with either anchor alone, also when the file was put back with the anchor beside it', async () => {
    const { root, folder, ports, store } = await ledgerWith('旧');
    store.close();
    const putBack = keepDatabase(root, folder);
    const [beside, elsewhere] = anchors(root, folder);
    const oldAnchor = readFileSync(beside);
    const later = await reopen(folder, ports);
    note(later, '新');
    later.close();
    putBack();
    const newAnchor = readFileSync(beside);

    writeFileSync(beside, oldAnchor);
    const withOldBeside = await reopen(folder, ports);
    expect(withOldBeside.readOnlyBecause?.missing).toBe(1);
    withOldBeside.close();

    writeFileSync(beside, newAnchor);
    rmSync(elsewhere);
    const withoutOther = await reopen(folder, ports);
    expect(withoutOther.readOnlyBecause?.missing).toBe(1);
    withoutOther.close();
  });

  test('is noticed although it went on to the same length elsewhere', async () => {
    const { root, folder, ports, store } = await ledgerWith('旧');
    store.close();
    const putBack = keepDatabase(root, folder);
    const later = await reopen(folder, ports);
    note(later, '这里');
    later.close();
    const [beside] = anchors(root, folder);
    const anchor = readFileSync(beside);
    putBack();
    rmSync(beside);
    const elsewhere = await reopen(folder, { ...ports, applicationData: join(root, 'another-pc') });
    note(elsewhere, '别处一');
    note(elsewhere, '别处二');
    elsewhere.close();
    writeFileSync(beside, anchor);
    const forked = await reopen(folder, ports);
    expect(forked.readOnlyBecause).toEqual({ code: 'history_lost', missing: 1 });
    forked.close();
  });

  test('is noticed although it went further elsewhere, and brings the anchor of there', async () => {
    const { root, folder, ports, store } = await ledgerWith('旧');
    store.close();
    const putBack = keepDatabase(root, folder);
    const [beside] = anchors(root, folder);
    const oldAnchor = readFileSync(beside);
    const later = await reopen(folder, ports);
    note(later, '这里');
    later.close();
    putBack();
    writeFileSync(beside, oldAnchor);
    const elsewhere = await reopen(folder, { ...ports, applicationData: join(root, 'another-pc') });
    for (const text of ['别处一', '别处二', '别处三']) note(elsewhere, text);
    elsewhere.close();
    const forked = await reopen(folder, ports);
    expect(forked.readOnlyBecause).toEqual({ code: 'history_lost', missing: 1 });
    forked.acceptHistoryLoss('以别处的为准');
    note(forked, '这里二');
    forked.close();
    const goneOn = await reopen(folder, ports);
    expect(goneOn.readOnlyBecause).toBeUndefined();
    expect(goneOn.auditHead().epochCounter).toBe(2);
    goneOn.close();
  });

  test('goes on in a new epoch once an administrator accepts the loss with a reason', async () => {
    const { root, folder, ports, store } = await ledgerWith('旧');
    const clerk = await store.addAccount({ name: '录入员', roles: ['clerk'], password: 'clerk-password' });
    store.close();
    const putBack = keepDatabase(root, folder);
    const later = await reopen(folder, ports);
    for (const text of ['一', '二', '三']) note(later, text);
    later.close();
    putBack();

    const lost = await reopen(folder, ports);
    const before = lost.epoch();
    expect(() => lost.acceptHistoryLoss('  ')).toThrow('missing_field');
    expect(() => lost.acceptHistoryLoss('硬盘坏了', clerk.pk)).toThrow('not_allowed');
    expect(lost.readOnlyBecause).toBeDefined();
    lost.acceptHistoryLoss('硬盘坏了，用上周的备份');
    expect(lost.epoch().counter).toBe(before.counter + 1);
    expect(lost.epoch().id).not.toBe(before.id);
    note(lost, '接着写');
    expect(lost.verify().head).toMatchObject({ epochCounter: 2 });
    lost.close();

    const on = await reopen(folder, ports);
    expect(on.readOnlyBecause).toBeUndefined();
    expect(notes(on)).toEqual(['旧', '接着写']);
    on.close();

    putBack();
    const again = await reopen(folder, ports);
    expect(again.readOnlyBecause?.code).toBe('history_lost');
    again.close();
  });
});

describe('the anchors', () => {
  test('of a database that is ahead heal: a crash between commit and anchor loses nothing', async () => {
    const { root, folder, ports, store } = await ledgerWith('一');
    const [beside, elsewhere] = anchors(root, folder);
    const [a, b] = [readFileSync(beside), readFileSync(elsewhere)];
    for (const text of ['二', '三', '四']) note(store, text);
    const head = store.auditHead();
    store.close();
    writeFileSync(beside, a);
    writeFileSync(elsewhere, b);
    const opened = await reopen(folder, ports);
    expect(opened.readOnlyBecause).toBeUndefined();
    expect(opened.auditHead()).toEqual(head);
    expect(notes(opened)).toEqual(['一', '二', '三', '四']);
    opened.close();
    expect(readFileSync(beside)).not.toEqual(a);
  });

  test('with a torn slot give the other one, and with both torn a warning', async () => {
    const { root, folder, ports, store } = await ledgerWith('一', '二');
    store.close();
    const [beside, elsewhere] = anchors(root, folder);
    rmSync(elsewhere);
    const whole = readFileSync(beside);
    for (const slot of [0, 4096]) {
      const torn = Buffer.from(whole);
      torn.fill(0xff, slot + 60, slot + 90);
      writeFileSync(beside, torn);
      const opened = await reopen(folder, ports);
      expect(opened.readOnlyBecause).toBeUndefined();
      expect(opened.warnings()).toEqual([]);
      opened.close();
      rmSync(elsewhere);
    }
    writeFileSync(beside, Buffer.alloc(whole.length, 0xff));
    const opened = await reopen(folder, ports);
    expect(opened.newHere).toBe(true);
    opened.close();
  });

  test('tell a ledger that this PC has not opened before, and write its history down', async () => {
    const { root, folder, ports, store } = await ledgerWith('一');
    expect(store.newHere).toBe(true);
    store.close();
    const here = await reopen(folder, ports);
    expect(here.newHere).toBe(false);
    here.close();
    const moved = await reopen(folder, { ...ports, applicationData: join(root, 'another-pc') });
    expect(moved.newHere).toBe(true);
    expect(existsSync(join(root, 'another-pc', 'anchors', moved.installation.dataId))).toBe(true);
    moved.close();
  });

  test('that cannot be written do not take a committed write back: it stands, with a warning', async () => {
    const { root, folder, ports, store } = await ledgerWith('一');
    store.close();
    const blocked = join(root, 'blocked');
    writeFileSync(blocked, 'a file where the folder should be');
    const opened = await reopen(folder, { ...ports, applicationData: blocked });
    note(opened, '二');
    expect(opened.warnings()).toEqual(['anchor_unwritable_applicationData']);
    expect(notes(opened)).toEqual(['一', '二']);
    rmSync(blocked);
    mkdirSync(blocked);
    note(opened, '三');
    expect(opened.warnings()).toEqual([]);
    opened.close();
  });
});

describe('the chain', () => {
  test('notices every edit of every stored field, and every row taken out or put in', async () => {
    const { folder, store } = await ledgerWith('一', '二', '三', '四');
    store.close();
    const raw = await rawDatabase(folder);
    raw.pragma('foreign_keys=off');
    const db = statements(raw);
    const rows = verifyHistory(db).entries;
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 40 }).map((value) => Buffer.from(value));
    const number = fc.integer({ min: -5, max: 1_000_000 });
    const text = fc.string({ maxLength: 20 });
    const edit = fc.oneof(
      ...(['seq', 'epoch_counter', 'account', 'rev'] as const).map((column) =>
        fc.record({ table: fc.constant('audit'), column: fc.constant(column), value: number }),
      ),
      ...(['at', 'action'] as const).map((column) =>
        fc.record({ table: fc.constant('audit'), column: fc.constant(column), value: text }),
      ),
      ...(['digest', 'previous', 'hash'] as const).map((column) =>
        fc.record({ table: fc.constant('audit'), column: fc.constant(column), value: bytes }),
      ),
      fc.record({ table: fc.constant('audit_body'), column: fc.constant('seq'), value: number }),
      fc.record({ table: fc.constant('audit_body'), column: fc.constant('salt'), value: bytes }),
      fc.record({ table: fc.constant('audit_body'), column: fc.constant('body'), value: text }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: rows }), edit, (seq, { table, column, value }) => {
        raw.exec('BEGIN');
        try {
          const old = raw.prepare(`SELECT ${column} AS value FROM ${table} WHERE seq = ?`).get(seq);
          fc.pre(JSON.stringify(old) !== JSON.stringify({ value }));
          // A number that is taken belongs to the swaps below.
          const taken = raw.prepare(`SELECT 1 FROM ${table} WHERE seq = ?`).get(value);
          fc.pre(column !== 'seq' || taken === undefined);
          raw.prepare(`UPDATE ${table} SET ${column} = ? WHERE seq = ?`).run(value, seq);
          expect(() => verifyHistory(db)).toThrow('history_broken');
        } finally {
          raw.exec('ROLLBACK');
        }
      }),
      { numRuns: 400 },
    );
    for (const sql of [
      'DELETE FROM audit WHERE seq = 1',
      'DELETE FROM audit WHERE seq = 3',
      'UPDATE audit SET seq = -seq WHERE seq IN (2, 3); UPDATE audit SET seq = 5 + seq WHERE seq < 0',
      'INSERT INTO audit SELECT 6, epoch_counter, at, account, action, rev, digest, previous, hash FROM audit WHERE seq = 5',
      'UPDATE installation SET data_id = lower(hex(randomblob(16)))',
    ]) {
      raw.exec(`BEGIN; ${sql}`);
      expect(() => verifyHistory(db), sql).toThrow(Refusal);
      raw.exec('ROLLBACK');
    }
    expect(verifyHistory(db).entries).toBe(rows);
    raw.close();
  });

  test('still verifies when bodies are purged with their salts', async () => {
    const { folder, ports, store } = await ledgerWith('一', '二', '三');
    store.write(0, 'history.purge', (write) => write.run('DELETE FROM audit_body WHERE seq < 3'));
    expect(store.verify()).toMatchObject({ entries: 5 });
    store.close();
    const again = await reopen(folder, ports);
    expect(again.verify()).toMatchObject({ entries: 5 });
    again.close();
  });

  test('that was cut at its end by other tools is told by the anchor', async () => {
    const { folder, ports, store } = await ledgerWith('一', '二', '三');
    store.close();
    const raw = await rawDatabase(folder);
    raw.exec('DELETE FROM audit_body WHERE seq > 2; DELETE FROM audit WHERE seq > 2');
    raw.close();
    const opened = await reopen(folder, ports);
    expect(opened.readOnlyBecause).toEqual({ code: 'history_lost', missing: 2 });
    opened.close();
  });
});
