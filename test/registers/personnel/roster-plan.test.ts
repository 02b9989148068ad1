import { describe, expect, it } from 'vitest';
import type { ExistingPersonnel } from '../../../electron/registers/personnel/existing-personnel.ts';
import { planRoster } from '../../../electron/registers/personnel/roster-plan.ts';
import type { RosterRow } from '../../../electron/registers/personnel/roster-row.ts';
import type { RosterOptions } from '../../../electron/registers/personnel/roster-settling.ts';
import { fc } from '../../support/properties.ts';
import { applyPlan } from './apply-plan.ts';
import { COURT, office, rosterOfRows, someone } from './made-up-roster.ts';

const NOTHING: ExistingPersonnel = { units: [], people: [] };
function plan(rows: Partial<RosterRow>[], existing = office(), options: RosterOptions = {}) {
  return planRoster(rosterOfRows(rows), existing, options);
}

const outcomes = (...given: Parameters<typeof plan>) =>
  plan(...given).rows.map(({ outcome, reason }) => reason ?? outcome);

describe('a row about somebody the register does not have', () => {
  it('adds them, on duty where the status is blank', () => {
    const planned = plan([{ post: '法官', orderNumber: 3 }]);
    expect(planned).toMatchObject({ read: 1, added: 1, newUnits: [] });
    expect(planned.rows[0]!.change).toEqual({
      personId: null,
      unit: { id: 'court' },
      fields: { post: '法官', orderNumber: 3, status: 'onDuty' },
    });
  });

  it('is held for its unit, unless units may be created, each once', () => {
    const rows = [{ unit: '县检察院' }, { name: '李四', unit: '县 检察院' }];
    expect(outcomes(rows)).toEqual(['unknownUnit', 'unknownUnit']);
    const planned = plan(rows, office(), { createUnits: true });
    expect(planned.newUnits).toEqual(['县检察院']);
    expect(planned.rows.map((one) => one.change?.unit)).toEqual([{ newUnit: 0 }, { newUnit: 0 }]);
  });

  it('creates no unit for people who are held', () => {
    expect(
      plan([{ unit: '县检察院', hold: 'unknownStatus' }], office(), { createUnits: true }).newUnits,
    ).toEqual([]);
  });

  it('is held where two units have that name', () => {
    const existing = { units: [COURT, { ...COURT, id: 'other' }], people: [] };
    expect(outcomes([{}], existing)).toEqual(['ambiguousUnit']);
  });
});

describe('a row about somebody the register has', () => {
  it('is unchanged where it says nothing new; blank cells erase nothing', () => {
    const known = someone({ post: '法官', staffing: 'politicalLegal', orderNumber: 1, disambiguator: '7' });
    expect(outcomes([{}], office(known))).toEqual(['unchanged']);
    expect(outcomes([{ post: '法官', status: 'onDuty' }], office(known))).toEqual(['unchanged']);
  });

  it('changes what differs, and nothing else', () => {
    const planned = plan(
      [{ post: '庭长', status: 'retired', orderNumber: 1 }],
      office(someone({ post: '法官', orderNumber: 1 })),
    );
    expect(planned.rows[0]!.change).toEqual({
      personId: 'p1',
      unit: null,
      fields: { post: '庭长', status: 'retired' },
    });
  });

  it('knows them by a name spelled otherwise', () => {
    const known = someone({ name: '阿布都·热西提' });
    expect(outcomes([{ name: '阿布都・热西提' }], office(known))).toEqual(['unchanged']);
  });

  it('gives a disambiguator to the only one of that name', () => {
    expect(plan([{ disambiguator: '7' }], office(someone())).rows[0]!.change?.fields).toEqual({
      disambiguator: '7',
    });
  });

  it('leaves alone whom the file does not name', () => {
    expect(plan([{ name: '李四' }], office(someone())).rows).toHaveLength(1);
  });
});

describe('somebody of that name in another unit', () => {
  it('may be a transfer or a namesake: held', () => {
    expect(outcomes([{ unit: '县公安局' }], office(someone()))).toEqual(['ambiguousName']);
  });

  it('is a transfer where the disambiguator is the same', () => {
    const planned = plan([{ unit: '县公安局', disambiguator: '7' }], office(someone({ disambiguator: '7' })));
    expect(planned.rows[0]!.change).toEqual({ personId: 'p1', unit: { id: 'police' }, fields: {} });
  });

  it('is on duty again where they had left before the transfer', () => {
    const left = someone({ disambiguator: '7', status: 'transferredOut' });
    const planned = plan([{ unit: '县公安局', disambiguator: '7' }], office(left));
    expect(planned.rows[0]!.change?.fields).toEqual({ status: 'onDuty' });
  });

  it('is a namesake where the disambiguators differ', () => {
    const rows = [{ unit: '县公安局', disambiguator: '8' }];
    expect(outcomes(rows, office(someone({ disambiguator: '7' })))).toEqual(['added']);
  });

  it('is a namesake where the file lists both, unless the first has left', () => {
    expect(outcomes([{}, { unit: '县公安局' }], office(someone()))).toEqual(['unchanged', 'added']);
    const left = [{ status: 'transferredOut' as const }, { unit: '县公安局' }];
    expect(outcomes(left, office(someone()))).toEqual(['changed', 'ambiguousName']);
  });

  it('cannot be meant by two rows', () => {
    const rows = [{}, { unit: '县公安局', disambiguator: '7' }];
    expect(outcomes(rows, office(someone({ disambiguator: '7' })))).toEqual([
      'contradictoryRows',
      'contradictoryRows',
    ]);
  });
});

describe('two rows of one name in one unit', () => {
  it.each<[string, Partial<RosterRow>[], string[]]>([
    ['the same said twice', [{ orderNumber: 1 }, { orderNumber: 2 }], ['added', 'duplicateRow']],
    ['the same badge twice', [{ disambiguator: '7' }, { disambiguator: '7' }], ['added', 'duplicateRow']],
    ['two badges', [{ disambiguator: '7' }, { disambiguator: '8' }], ['added', 'added']],
    ['one badge', [{ disambiguator: '7' }, {}], ['added', 'ambiguousName']],
    ['two posts', [{ post: '法官' }, { post: '书记员' }], ['ambiguousName', 'ambiguousName']],
    ['two ID cards', [{ identity: 'a' }, { identity: 'b' }], ['ambiguousName', 'ambiguousName']],
    ['a man and a woman', [{ others: 'a' }, { others: 'b' }], ['ambiguousName', 'ambiguousName']],
    [
      'one ID card, two statuses',
      [{ identity: 'a' }, { identity: 'a', status: 'retired' }],
      ['contradictoryRows', 'contradictoryRows'],
    ],
    [
      'one ID card, another remark',
      [{ identity: 'a' }, { identity: 'a', others: 'b' }],
      ['added', 'duplicateRow'],
    ],
    ['two statuses', [{}, { status: 'retired' }], ['contradictoryRows', 'contradictoryRows']],
    [
      'one badge, two posts',
      [
        { disambiguator: '7', post: '法官' },
        { disambiguator: '7', post: '书记员' },
      ],
      ['contradictoryRows', 'contradictoryRows'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(outcomes(rows)).toEqual(expected);
  });

  it('are both held where the register has one and no badge tells which', () => {
    const rows = [{ disambiguator: '7' }, { disambiguator: '8' }];
    expect(outcomes(rows, office(someone()))).toEqual(['ambiguousName', 'ambiguousName']);
  });

  it('do not lose the person for being repeated', () => {
    expect(outcomes([{ post: '法官' }, { post: '法官' }], office(someone()))).toEqual([
      'changed',
      'duplicateRow',
    ]);
  });

  it('are held where the register has two and the file names no badge', () => {
    const two = office(someone({ disambiguator: '7' }), someone({ id: 'p2', disambiguator: '8' }));
    expect(outcomes([{}], two)).toEqual(['ambiguousName']);
  });

  it('in two units with one badge contradict each other', () => {
    const rows = [{ disambiguator: '7' }, { unit: '县公安局', disambiguator: '7' }];
    expect(outcomes(rows)).toEqual(['contradictoryRows', 'contradictoryRows']);
  });
});

describe('a bare 借调', () => {
  it('is held until the file is answered once', () => {
    const rows = [{ status: 'seconded' as const }];
    expect(outcomes(rows)).toEqual(['ambiguousStatus']);
    expect(plan(rows, office(), { secondment: 'in' }).rows[0]!.change?.fields.status).toBe('secondedIn');
    expect(plan(rows, office(), { secondment: 'out' }).rows[0]!.change?.fields.status).toBe('secondedOut');
  });
});

const arbitraryRow = fc.record({
  name: fc.constantFrom('张三', '李四', '王伟'),
  unit: fc.constantFrom('县法院', '县公安局', '县检察院'),
  post: fc.constantFrom(null, '法官', '民警'),
  status: fc.constantFrom(null, 'onDuty' as const, 'transferredOut' as const, 'seconded' as const),
  disambiguator: fc.constantFrom(null, null, '7', '8'),
  identity: fc.constantFrom('', '', 'a'),
  others: fc.constantFrom('', 'x'),
  hold: fc.constantFrom(null, null, null, 'unknownStaffing' as const),
});
const arbitraryRows = fc.array(arbitraryRow, { maxLength: 8 });
const everything: RosterOptions = { createUnits: true, secondment: 'in' };

describe('a plan', () => {
  it('counts every row once, whatever the file says', () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryRows, (before, rows) => {
        const existing = applyPlan(office(), plan(before, office(), everything));
        const planned = plan(rows, existing, everything);
        expect(planned.read).toBe(rows.length);
        expect(planned.added + planned.changed + planned.unchanged + planned.held + planned.skipped).toBe(
          planned.read,
        );
        expect(
          planned.rows.every(
            (one) => (one.change !== undefined) === ['added', 'changed'].includes(one.outcome),
          ),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of a first roster, once applied, leaves everybody unchanged when the same file comes again', () => {
    fc.assert(
      fc.property(arbitraryRows, (rows) => {
        const first = plan(rows, office(), everything);
        const again = plan(rows, applyPlan(office(), first), everything);
        expect(again).toMatchObject({ added: 0, changed: 0, unchanged: first.added, held: first.held });
      }),
      { numRuns: 500 },
    );
  });

  it('once applied leaves unchanged whom it added or changed; only a held row may find its person then', () => {
    fc.assert(
      fc.property(arbitraryRows, arbitraryRows, (before, rows) => {
        const known = applyPlan(office(), plan(before, office(), everything));
        const first = plan(rows, known, everything);
        const again = plan(rows, applyPlan(known, first), everything);
        const done = first.rows.flatMap((one, index) => (one.outcome === 'held' ? [] : [index]));
        const expected = done.map((index) =>
          first.rows[index]!.outcome === 'skipped' ? 'skipped' : 'unchanged',
        );
        expect(done.map((index) => again.rows[index]!.outcome)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same in any order of the rows, but for which of two equal ones is the repeated one', () => {
    const shuffled = arbitraryRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const tell = (rows: Partial<RosterRow>[], existing: ExistingPersonnel) =>
      plan(rows, existing, everything)
        .rows.map((one, index) =>
          JSON.stringify([rows[index]!.name, rows[index]!.unit, rows[index]!.post, one.outcome, one.reason]),
        )
        .toSorted();
    fc.assert(
      fc.property(arbitraryRows, shuffled, (before, [rows, others]) => {
        const existing = applyPlan(office(), plan(before, office(), everything));
        expect(tell(others, existing)).toEqual(tell(rows, existing));
      }),
      { numRuns: 500 },
    );
  });

  it('of nothing is nothing', () => {
    expect(plan([], NOTHING)).toMatchObject({ read: 0, rows: [], newUnits: [] });
  });
});
