import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../electron/exchange/report-catalogue.ts';
import { leavingGroups, sumOf } from '../../../renderer/registers/exchange/export-groups.ts';

const table = (name: string, added: number | null, changed: number, deleted: number) => ({
  ...{ table: name, rows: (added ?? 0) + changed + deleted },
  ...{ added, changed, deleted },
});

describe('what leaves, by ledger', () => {
  it('puts tables of one ledger together, in the order of the ledgers', () => {
    const groups = leavingGroups([
      table('itemMove', 3, 0, 1),
      table('unit', 1, 0, 0),
      table('item', 2, 4, 0),
    ]);
    expect(groups).toEqual([
      { group: 'roster', rows: 1, added: 1, changed: 0, deleted: 0 },
      { group: 'rectification', rows: 10, added: 5, changed: 4, deleted: 1 },
    ]);
  });

  it('does not call new what nobody counted, and loses no row of the sum', () => {
    const groups = leavingGroups([
      table('campaign', null, 2, 0),
      table('membership', null, 6, 0),
      table('unit', 1, 0, 0),
    ]);
    expect(groups.map(({ group, added, changed }) => [group, added, changed])).toEqual([
      ['roster', 1, 6],
      ['campaign', null, 2],
    ]);
    expect(sumOf(groups)).toEqual({ rows: 9, added: 1, changed: 8, deleted: 0 });
  });

  it('has a ledger for every table of a report, and one for what is not known here', () => {
    const names = [...Object.keys(CATALOGUE), 'feedbackEcho'];
    const groups = leavingGroups(names.map((name) => table(name, 1, 0, 0)));
    expect(groups.map(({ group }) => group)).not.toContain('other');
    expect(leavingGroups([table('badge', 1, 0, 0)])).toMatchObject([{ group: 'other', rows: 1 }]);
  });
});
