import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenedBundle } from '../../electron/bundle/bundle.ts';
import { pseudonym } from '../../electron/bundle/keys.ts';
import { feedbackEchoColumns } from '../../electron/exchange/feedback-echo-tables.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { CATALOGUE } from '../../electron/exchange/report-catalogue.ts';
import { rankCheckColumns } from '../../electron/exchange/report-tables.ts';
import { lastingScratch } from '../support/scratch.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { importing, opened, resealed, rowsOf, seal, tableOf } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;
let report: OpenedBundle;

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101');
  group = await soleOffice(scratch.folder, '530100', { role: 'group' });
  await trustEachOther(county, group);
  await settleCounty(county);
  await work(county, chanceOf(7), 300);
  report = await opened(group, await seal(county));
});

afterAll(() => {
  county.lock();
  group.lock();
  scratch.remove();
});

const columnIds = (sql: string) =>
  county.ledger().read((db) => db.all<{ id: string }>(sql).map(({ id }) => id));
const people = () => columnIds('SELECT id FROM person ORDER BY pk');
const alias = (purpose: 'attendance' | 'selfInspection') => {
  const { pseudonymKey } = county.ledger().read(ownKeys);
  return people().map((id) => pseudonym(pseudonymKey, purpose, id));
};

/** Tables that hold no register. */
const BESIDE = {
  feedbackEcho: { columns: feedbackEchoColumns },
  rankCheck: { columns: rankCheckColumns },
};

describe('a report', () => {
  it('[X1] has the tables and columns that SPEC.md lists, and no other', () => {
    const spec = readFileSync(join(import.meta.dirname, '../../electron/exchange/SPEC.md'), 'utf8');
    const [section = ''] = spec.split('\n## Sealing');
    const listed = [...section.matchAll(/^\| `(\w+)` +\| (`.*) +\|$/gm)].map(([, table, columns]) => [
      table!,
      columns!
        .split(', ')
        .map((column) => /^`(\w+)`/.exec(column)![1]!)
        .sort(),
    ]);
    const told = Object.entries({ ...CATALOGUE, ...BESIDE }).map(([name, { columns }]) => [
      name,
      Object.keys(columns).sort(),
    ]);
    expect(told.sort()).toEqual(listed.sort());
    for (const [name, { columns }] of report.tables)
      expect(told).toContainEqual([name, [...columns.keys()].sort()]);
    for (const { rows } of report.tables.values()) expect(rows).toBeGreaterThan(0);
  });

  it('[X2] holds no name, post, code, reason, chair, summary, paper number, id of a person, filing or draft', () => {
    const told = JSON.stringify([...report.tables].map(([name, { columns }]) => [name, [...columns]]));
    const written = [
      '某',
      '科员',
      '牌',
      '主持人',
      '事由',
      '摘要',
      '补字',
      '自字',
      '移字',
      'expected',
      'sole',
    ];
    expect(written.filter((word) => told.includes(word))).toEqual([]);
    const hidden = [
      ...people(),
      ...columnIds('SELECT id FROM filing UNION SELECT id FROM filing_item UNION SELECT id FROM posting'),
      ...columnIds('SELECT id FROM rectification_item WHERE number IS NULL'),
      ...columnIds(
        `SELECT id FROM move WHERE register NOT IN ('study_session', 'rectification_item', 'action_instance')`,
      ),
      ...columnIds('SELECT id FROM account'),
    ];
    expect(hidden.length).toBeGreaterThan(40);
    expect(hidden.filter((id) => told.includes(id))).toEqual([]);
    const kept = columnIds(
      `SELECT reason AS id FROM attendance WHERE reason IS NOT NULL AND mark BETWEEN 4 AND 7`,
    );
    expect(kept.length).toBeGreaterThan(1);
    const marks = new Set(rowsOf(report, 'attendance').map(({ mark }) => Number(mark)));
    expect([0, 1, 8, 9, 10]).toEqual(expect.arrayContaining([...marks]));
    expect(marks).toContain(10);
    for (const word of ['责任领导庚', '责任人辛', '整改理由']) expect(told).toContain(word);
  });

  it('[X3] tells the same person by two pseudonyms, the same in every bundle, in two orders', async () => {
    const [attending, filing] = [alias('attendance'), alias('selfInspection')];
    const ids = (bundle: OpenedBundle, table: string) => rowsOf(bundle, table).map(({ id }) => String(id));
    expect(ids(report, 'person')).toEqual([...attending].sort());
    expect(ids(report, 'filer')).toEqual([...filing].sort());
    expect(attending.filter((id) => filing.includes(id))).toEqual([]);
    const again = await opened(group, await seal(county, true));
    expect(ids(again, 'person')).toEqual(ids(report, 'person'));
    // the place in one list says nothing of the place in the other
    const place = (list: string[]) => list.map((id) => [...list].sort().indexOf(id));
    expect(place(attending)).not.toEqual(place(filing));
  });

  it('[X4] refers by place in the list of all ids, and the places lead back to the rows', () => {
    const sessions = columnIds('SELECT id FROM study_session ORDER BY id');
    const units = columnIds('SELECT id FROM unit ORDER BY id');
    const attending = alias('attendance').sort();
    const filers = alias('selfInspection').sort();
    const byAlias = new Map(people().map((id, at) => [alias('attendance')[at]!, id]));
    const marked = rowsOf(report, 'attendance').map(({ session, person, unit }) =>
      [sessions[Number(session)], byAlias.get(attending[Number(person)]!), units[Number(unit)]].join(),
    );
    const held = columnIds(
      `SELECT s.id || ',' || person.id || ',' || unit.id AS id FROM attendance AS a
       JOIN study_session AS s ON s.pk = a.session JOIN person ON person.pk = a.person JOIN unit ON unit.pk = a.unit`,
    );
    expect(marked.sort()).toEqual(held.sort());
    const filed = rowsOf(report, 'filing').map(({ person }) => filers[Number(person)]);
    expect(filed.every((id) => id !== undefined)).toBe(true);
  });

  it('[X5] is refused where the lists that its ranks count are other ones', async () => {
    const check = rowsOf(report, 'rankCheck');
    expect(check.map(({ list }) => list)).toEqual(['unit', 'person', 'session', 'round', 'filer']);
    for (const [at, wrong] of [
      [0, { rows: 0 }],
      [1, { digest: 'ab'.repeat(32) }],
      [4, { list: 'nobody' }],
    ] as const) {
      const rows = check.map((row, index) => (index === at ? { ...row, ...wrong } : row));
      const tables = new Map(report.tables).set('rankCheck', tableOf(rows));
      const [line] = await importing(group, [await resealed(county, group, report, tables)]);
      expect(line).toMatchObject({ outcome: 'refused', problem: 'bundle_base_mismatch' });
    }
  });

  it('[X6] stands in the order of its keys', () => {
    const keys: Record<string, string[]> = {
      unit: ['id'],
      person: ['id'],
      filer: ['id'],
      session: ['id'],
      round: ['id'],
      item: ['id'],
      attendance: ['session', 'person'],
      filing: ['round', 'person'],
      membership: ['person', 'from'],
      filerMembership: ['person', 'from'],
    };
    for (const [table, columns] of Object.entries(keys)) {
      const told = rowsOf(report, table).map((row) =>
        columns
          .map((column) => (typeof row[column] === 'number' ? String(50_000 + row[column]) : row[column]))
          .join(),
      );
      expect([table, told]).toEqual([table, [...new Set(told)].sort()]);
    }
  });
});
