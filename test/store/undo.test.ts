import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Write } from '../../electron/store/handles.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { putReceivedRow } from '../../electron/store/received-rows.ts';
import { insertRow, updateRow } from '../../electron/store/rows.ts';
import { lastStep, undoStep } from '../../electron/store/undo.ts';
import { REFERENCES } from '../../electron/store/undo-references.ts';
import { lastingScratch } from '../support/scratch.ts';
import { testPorts } from '../support/test-ports.ts';
import { newLedger } from './new-ledger.ts';

const { folder, remove } = lastingScratch();
let store: OpenLedger;
beforeAll(async () => {
  ({ store } = await newLedger(folder, testPorts(folder)));
});
afterAll(() => {
  store.close();
  remove();
});

let account = 10;
/** Somebody who has written nothing yet. */
const somebody = () => ++account;

const unit = (write: Write, name: string) => insertRow(write, 'unit', write.newId(), { name, folded: name });
const add = (who: number, name: string) => store.write(who, 'test.add', (write) => unit(write, name));
const rename = (who: number, pk: number, name: string) =>
  store.write(who, 'test.rename', (write) => updateRow(write, 'unit', pk, { name }));
const last = (who: number) => store.read((db) => lastStep(db, who));
const undo = (who: number, step = last(who).step!) =>
  store.write(who, 'office.undo', (write) => undoStep(write, step, {}));
const row = (pk: number) => store.read((db) => db.get('SELECT * FROM unit WHERE pk = ?', pk));
const count = (table: string, where = '1') =>
  store.read((db) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)!.n);
const stepsOf = (who: number) => count('undo_step', `account = ${who}`);
const imagesOf = (who: number) =>
  count('undo_image', `step IN (SELECT rev FROM undo_step WHERE account = ${who})`);

it('a row taken back has its values, its author and its time again, under a new rev', () => {
  const [first, second] = [somebody(), somebody()];
  const pk = add(first, '甲');
  const before = row(pk);
  rename(second, pk, '乙');
  const { rev } = undo(second);
  expect(row(pk)).toEqual({ ...(before as object), rev });
});

it('a row that came with the step becomes a tombstone, stamped with who took it back', () => {
  const who = somebody();
  const pk = add(who, '甲');
  const before = row(pk);
  const { rev } = undo(who);
  expect(row(pk)).toMatchObject({ ...(before as object), rev, deleted: 1, changed_by: who });
});

it('rows touched several times in one write go back to what was before all of it', () => {
  const who = somebody();
  const old = add(who, '旧');
  const before = row(old);
  const fresh = store.write(who, 'test.both', (write) => {
    updateRow(write, 'unit', old, { name: '新' });
    updateRow(write, 'unit', old, { name: '更新', order_number: 7 });
    const pk = unit(write, '另一个');
    updateRow(write, 'unit', pk, { name: '改了', parent: old });
    return pk;
  });
  const { rev } = undo(who);
  expect(row(old)).toEqual({ ...(before as object), rev });
  expect(row(fresh)).toMatchObject({ deleted: 1 });
  undo(who);
  expect(row(old)).toMatchObject({ deleted: 1 });
});

it('a number that names a step is never given to another one', () => {
  const who = somebody();
  add(who, '甲');
  const { step } = last(who);
  undo(who);
  add(who, '乙');
  expect(last(who).step).toBeGreaterThan(step!);
  expect(() => undo(who, step!)).toThrowError(expect.objectContaining({ code: 'undo_not_last' }));
});

it('the last twenty steps of an account are kept, whatever others do', () => {
  const [who, other] = [somebody(), somebody()];
  add(other, '别人');
  for (let at = 0; at < 23; at += 1) add(who, `单位${at}`);
  expect([stepsOf(who), imagesOf(who), stepsOf(other)]).toEqual([20, 20, 1]);
  for (let at = 0; at < 20; at += 1) undo(who);
  expect(last(who)).toEqual({ step: null, action: null, undoable: false, reason: 'undo_nothing' });
  expect([stepsOf(who), imagesOf(who), imagesOf(other)]).toEqual([0, 0, 1]);
});

it('a step that cannot be undone drops what lies before it, of its account alone', () => {
  const [who, other] = [somebody(), somebody()];
  add(who, '甲');
  add(other, '乙');
  store.write(who, 'test.move', (write) => {
    unit(write, '丙');
    write.undo.refuse('undo_by_move');
    unit(write, '丁');
    write.undo.refuse('undo_not_possible');
  });
  expect([stepsOf(who), imagesOf(who), imagesOf(other)]).toEqual([1, 0, 1]);
  expect(last(who)).toMatchObject({ action: 'test.move', undoable: false, reason: 'undo_by_move' });
  add(who, '戊');
  undo(who);
  expect(last(who).reason).toBe('undo_by_move');
});

it('a rehearsal, a write that throws, and rows received from others leave no image', () => {
  const who = somebody();
  store.rehearse(who, (write) => {
    expect(write.undo.kept).toBe(false);
    unit(write, '甲');
  });
  const failing = () =>
    store.write(who, 'test.fail', (write) => {
      unit(write, '甲');
      throw new Error('cut off');
    });
  expect(failing).toThrowError('cut off');
  expect([stepsOf(who), last(who).reason]).toEqual([0, 'undo_nothing']);
  store.write(who, 'test.receive', (write) => {
    const values = { name: '外来', folded: '外来' };
    putReceivedRow(write, 'unit', write.office, { id: 'received', rev: 1, deleted: 0, values });
  });
  expect([imagesOf(who), last(who).reason]).toEqual([0, 'undo_not_possible']);
});

it('that fails half way takes nothing back', () => {
  const who = somebody();
  const pk = add(who, '甲');
  store.write(who, 'test.bulk', (write) => {
    write.undo.bulk('attendance', 1, []);
    updateRow(write, 'unit', pk, { name: '乙' });
  });
  const before = row(pk);
  expect(() => undo(who)).toThrowError('nobody takes back');
  expect([row(pk), stepsOf(who)]).toEqual([before, 2]);
});

it('every foreign key between register tables is one that undoing watches', () => {
  const bearsTombstones = (name: string) =>
    `EXISTS (SELECT 1 FROM pragma_table_info(${name}) WHERE name = 'deleted')`;
  const keys = store.read((db) =>
    db.all(
      `SELECT child.name AS "from", key."from" AS "column", key."table" AS "to"
       FROM sqlite_schema AS child JOIN pragma_foreign_key_list(child.name) AS key
       WHERE child.type = 'table' AND ${bearsTombstones('child.name')} AND ${bearsTombstones('key."table"')}`,
    ),
  );
  const inOrder = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();
  expect(inOrder(keys)).toEqual(inOrder(REFERENCES));
});
