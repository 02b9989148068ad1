import { describe, expect, it } from 'vitest';
import {
  planDecided,
  type RosterAnswers,
  type RosterDecision,
} from '../../../electron/registers/personnel/roster-decisions.ts';
import { rosterReport } from '../../../electron/registers/personnel/roster-report.ts';
import {
  holdReason,
  type RosterCells,
  type RosterRow,
} from '../../../electron/registers/personnel/roster-row.ts';
import { fc } from '../../support/properties.ts';
import { applyPlan } from './apply-plan.ts';
import { COURT, office, POLICE, rosterOfRows, someone } from './made-up-roster.ts';

function plan(rows: Partial<RosterRow>[], existing = office(), answers: RosterAnswers = {}) {
  return planDecided(rosterOfRows(rows), existing, answers);
}

const outcomes = (...given: Parameters<typeof plan>) =>
  plan(...given).rows.map(({ outcome, reason }) => reason ?? outcome);

const decide = (...decisions: RosterDecision[]): RosterAnswers => ({ decisions });

describe('a decision about a held row', () => {
  it('lets it out', () => {
    const planned = plan(
      [{ hold: 'unknownStatus', status: 'unknown' }],
      office(),
      decide({ line: 2, skip: true }),
    );
    expect(planned.rows[0]).toMatchObject({ outcome: 'skipped', reason: 'skippedByUser' });
    expect(planned).toMatchObject({ read: 1, skipped: 1, unused: [] });
  });

  it.each<[string, Partial<RosterRow>, RosterDecision, object]>([
    [
      'the status that was not understood',
      { status: 'unknown', hold: 'unknownStatus' },
      { line: 2, status: 'retired' },
      { status: 'retired' },
    ],
    [
      'the direction of one 借调',
      { status: 'seconded' },
      { line: 2, status: 'secondedIn' },
      { status: 'secondedIn' },
    ],
    [
      'the staffing',
      { staffing: 'unknown', hold: 'unknownStaffing' },
      { line: 2, staffing: 'support' },
      { staffing: 'support' },
    ],
    [
      'that the staffing stays blank',
      { staffing: 'unknown', hold: 'unknownStaffing' },
      { line: 2, staffing: null },
      {},
    ],
    [
      'a shorter post',
      { post: '长'.repeat(101), hold: 'fieldTooLong' },
      { line: 2, post: '法官' },
      { post: '法官' },
    ],
  ])('says %s', (_, cells, decision, fields) => {
    const planned = plan([cells], office(), decide(decision));
    expect(planned.rows[0]!.change).toEqual({
      personId: null,
      unit: { id: 'court' },
      fields: { status: 'onDuty', ...fields },
    });
    expect([...planned.decided]).toEqual([2]);
  });

  it('spells a ruined name right', () => {
    const rows = [{ name: '?强', hold: 'unreadableName' as const }];
    expect(plan(rows, office(), decide({ line: 2, name: ' 李　强' })).rows[0]).toMatchObject({
      outcome: 'added',
      name: '李强',
    });
    expect(outcomes(rows, office(someone({ name: '李强' })), decide({ line: 2, name: '李强' }))).toEqual([
      'unchanged',
    ]);
  });

  it('names the unit, or has it created with all who belong to it', () => {
    const rows = [{ unit: '法院' }, { name: '李四', unit: '法院' }];
    const planned = plan(rows, office(), decide({ line: 2, unit: 'court' }, { line: 3, unit: 'new' }));
    expect(planned.rows.map(({ change }) => change?.unit)).toEqual([{ id: 'court' }, { newUnit: 0 }]);
    expect(planned.newUnits).toEqual(['法院']);
  });

  it('chooses between two units of one name, whose people are no namesakes', () => {
    const existing = { units: [COURT, { ...COURT, id: 'other' }], people: [] };
    const planned = plan([{}, {}], existing, decide({ line: 2, unit: 'court' }, { line: 3, unit: 'other' }));
    expect(planned.rows.map(({ change }) => change?.unit)).toEqual([{ id: 'court' }, { id: 'other' }]);
  });

  it('says whom a name means: one of those the register has, or somebody else', () => {
    const existing = office(someone(), someone({ id: 'p2', post: '法官' }));
    expect(plan([{ post: '法官' }], existing, decide({ line: 2, person: 'p2' })).rows[0]).toMatchObject({
      outcome: 'unchanged',
    });
    expect(outcomes([{}], existing, decide({ line: 2, person: 'new' }))).toEqual(['added']);
    const moved = plan([{ unit: '县公安局' }], office(someone()), decide({ line: 2, person: 'p1' }));
    expect(moved.rows[0]!.change).toEqual({ personId: 'p1', unit: { id: 'police' }, fields: {} });
  });

  it('tells apart the namesakes of a file', () => {
    const rows = [{ post: '法官' }, { post: '书记员' }];
    expect(outcomes(rows, office(), decide({ line: 2, person: 'new' }, { line: 3, person: 'new' }))).toEqual([
      'added',
      'added',
    ]);
    expect(outcomes(rows, office(), decide({ line: 2, person: 'new' }))).toEqual(['added', 'ambiguousName']);
    expect(outcomes(rows, office(), decide({ line: 2, skip: true }))).toEqual(['skippedByUser', 'added']);
    const codes = decide({ line: 2, disambiguator: '7' }, { line: 3, disambiguator: '8' });
    expect(outcomes(rows, office(), codes)).toEqual(['added', 'added']);
  });

  it('makes a row that was skipped as said twice somebody else', () => {
    expect(outcomes([{}, {}], office(someone()), decide({ line: 3, person: 'new' }))).toEqual([
      'unchanged',
      'added',
    ]);
  });

  it('may settle several doubts at once, and holds the row while one is left', () => {
    const rows = [{ name: '张□', unit: '法院', status: 'unknown' as const, hold: 'unreadableName' as const }];
    const partly = plan(rows, office(), decide({ line: 2, name: '张三', unit: 'court' }));
    expect(partly.rows[0]).toMatchObject({ outcome: 'held', reason: 'unknownStatus' });
    const whole = decide({ line: 2, name: '张三', unit: 'court', status: 'onDuty' });
    expect(outcomes(rows, office(), whole)).toEqual(['added']);
  });

  it('is used about a row that another decision brought into doubt', () => {
    const rows = [{ name: '?三', post: '法官', hold: 'unreadableName' as const }, { post: '书记员' }];
    const first = { line: 2, name: '张三', person: 'new' };
    expect(outcomes(rows, office(), decide(first))).toEqual(['added', 'ambiguousName']);
    expect(outcomes(rows, office(), decide(first, { line: 3, person: 'new' }))).toEqual(['added', 'added']);
  });

  it('cannot give one person to two rows', () => {
    const rows = [{ post: '法官' }, { post: '书记员' }];
    const both = decide({ line: 2, person: 'p1' }, { line: 3, person: 'p1' });
    expect(outcomes(rows, office(someone()), both)).toEqual(['contradictoryRows', 'contradictoryRows']);
  });
});

describe('a decision that is not used leaves the row as it is and is told', () => {
  it.each<[string, Partial<RosterRow>, RosterDecision, string]>([
    ['of a line that is no row', {}, { line: 9, skip: true }, 'unknownLine'],
    ['of a row in no doubt', {}, { line: 2, skip: true }, 'notNeeded'],
    ['of a row that is no entry', { skip: 'summaryRow' }, { line: 2, name: '张三' }, 'notNeeded'],
    ['of a unit that is not there', { unit: '法院' }, { line: 2, unit: 'nowhere' }, 'impossible'],
    ['of a unit to be created that is there', { status: 'seconded' }, { line: 2, unit: 'new' }, 'impossible'],
    ['of somebody of another name', { unit: '县公安局' }, { line: 2, person: 'p2' }, 'impossible'],
  ])('%s', (_, cells, decision, why) => {
    const existing = office(someone(), someone({ id: 'p2', name: '李四' }));
    const [before, after] = [plan([cells], existing), plan([cells], existing, decide(decision))];
    expect(after.rows).toEqual(before.rows);
    expect(after.unused).toEqual([{ line: decision.line, why }]);
  });
});

describe('an answer about the text of a unit', () => {
  it('holds for all rows that say it, be it a blank', () => {
    const rows = [
      { unit: '法院' },
      { name: '李四', unit: '法 院' },
      { name: '王伟', unit: '', hold: 'missingField' as const },
    ];
    const units = [
      { text: '法院', unit: 'court' },
      { text: '', unit: 'police' },
    ];
    expect(plan(rows, office(), { units }).rows.map(({ change }) => change?.unit)).toEqual([
      { id: 'court' },
      { id: 'court' },
      { id: 'police' },
    ]);
    expect(plan(rows, office(), { units: [{ text: '法院', unit: 'new' }] }).newUnits).toEqual(['法院']);
  });

  it('changes nothing where the unit is known, and is refused where it names none', () => {
    expect(
      plan([{}], office(), { units: [{ text: '县法院', unit: 'police' }] }).rows[0]!.change?.unit,
    ).toEqual({ id: 'court' });
    expect(() => plan([{ unit: '法院' }], office(), { units: [{ text: '法院', unit: 'nowhere' }] })).toThrow(
      'not_found',
    );
  });
});

describe('the report', () => {
  const report = (rows: Partial<RosterRow>[], existing = office()) =>
    rosterReport(plan(rows, existing), existing);

  it('tells what a changed row changes, before and after', () => {
    const known = someone({ disambiguator: '7', post: '法官', unitId: 'police' });
    const [row] = report([{ disambiguator: '7', post: '庭长', orderNumber: 3 }], office(known)).rows;
    expect(row?.changes).toEqual([
      { field: 'unit', before: '县公安局', after: '县法院' },
      { field: 'post', before: '法官', after: '庭长' },
      { field: 'orderNumber', before: null, after: 3 },
    ]);
  });

  it('tells whom an ambiguous row may mean, those of its unit first', () => {
    const existing = office(
      someone({ unitId: 'police', post: '民警' }),
      someone({ id: 'p2' }),
      someone({ id: 'p3' }),
    );
    const [row] = report([{}], existing).rows;
    expect(row?.candidates?.map(({ id, unitName }) => [id, unitName])).toEqual([
      ['p2', '县法院'],
      ['p3', '县法院'],
      ['p1', '县公安局'],
    ]);
  });

  it('tells each doubtful unit once, with its rows and the units it may be', () => {
    const rows = [
      { unit: '法院' },
      { name: '李四', unit: '法院' },
      { unit: '', hold: 'missingField' as const },
    ];
    expect(report(rows).unitsInDoubt).toEqual([
      {
        text: '法院',
        reason: 'unknownUnit',
        rows: 2,
        candidates: [{ id: 'court', name: '县法院', parentName: null }],
      },
      { text: '', reason: 'missingField', rows: 1, candidates: [] },
    ]);
  });
});

const arbitraryCells: fc.Arbitrary<RosterCells> = fc.record({
  name: fc.constantFrom('张三', '李四', '张三', '?强', ''),
  unit: fc.constantFrom('县法院', '县公安局', '县检察院', '法院', ''),
  post: fc.constantFrom(null, '法官', '民警'),
  staffing: fc.constantFrom(null, 'support' as const, 'unknown' as const),
  status: fc.constantFrom(null, 'onDuty' as const, 'seconded' as const, 'unknown' as const),
  orderNumber: fc.constant(null),
  disambiguator: fc.constantFrom(null, null, '7', '8'),
});
const arbitraryRow = arbitraryCells.map((cells) => ({ ...cells, hold: holdReason(cells) }));
const arbitraryRows = fc.array(arbitraryRow, { maxLength: 7 });

/** Fills what the row leaves open, contradicts nothing that it says, and answers for a unit always the same. */
function answerTo(cells: RosterCells, line: number, pick: number): RosterDecision {
  const hold = holdReason(cells);
  return {
    line,
    ...(pick % 5 === 0 && { skip: true as const }),
    ...(hold === 'missingField' || hold === 'unreadableName'
      ? { name: ['张三', '赵六'][pick % 2], unit: ['court', 'police'][pick % 2] }
      : {}),
    ...(cells.unit === '法院' && { unit: 'new' }),
    ...(['unknown', 'seconded'].includes(cells.status ?? '') && { status: 'onDuty' as const }),
    ...(cells.staffing === 'unknown' && { staffing: null }),
    ...(pick % 3 > 0 && { person: ['new', 'new:0', 'new:1', 'new:2'][pick % 4] }),
  };
}

const arbitraryCase = fc.tuple(
  arbitraryRows,
  arbitraryRows,
  fc.array(fc.option(fc.nat(100)), { minLength: 7, maxLength: 7 }),
);

describe('whatever is decided about whatever roster', () => {
  it('every row is counted once, and no decision is lost', () => {
    fc.assert(
      fc.property(arbitraryCase, ([before, rows, picks]) => {
        const existing = applyPlan(office(), plan(before, office(), { createUnits: true, secondment: 'in' }));
        const decisions = picks.flatMap((pick, index) =>
          pick === null ? [] : [answerTo(rows[index] ?? rows[0] ?? COURT_ROW, index + 2, pick)],
        );
        const planned = plan(rows, existing, { decisions });
        expect(planned.added + planned.changed + planned.unchanged + planned.held + planned.skipped).toBe(
          planned.read,
        );
        expect(planned.read).toBe(rows.length);
        const told = [...planned.decided, ...planned.unused.map(({ line }) => line)];
        expect(told.toSorted((one, other) => one - other)).toEqual(decisions.map(({ line }) => line));
        expect(
          planned.rows.every(
            (row) => (row.change !== undefined) === ['added', 'changed'].includes(row.outcome),
          ),
        ).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('once applied, the same file adds and changes nobody who was decided to be taken in', () => {
    fc.assert(
      fc.property(arbitraryCase, ([before, rows, picks]) => {
        const existing = applyPlan(office(), plan(before, office(), { createUnits: true, secondment: 'in' }));
        const decisions = rows.flatMap((cells, index) => {
          const pick = picks[index] ?? null;
          return pick === null ? [] : [answerTo(cells, index + 2, pick)];
        });
        const first = plan(rows, existing, { decisions });
        const again = plan(rows, applyPlan(existing, first));
        const taken = first.rows.filter(({ outcome }) => !['held', 'skipped'].includes(outcome));
        const lines = new Set(taken.map(({ line }) => line).filter((line) => first.decided.has(line)));
        const decided = again.rows.filter(({ line }) => lines.has(line));
        expect(decided.filter(({ outcome }) => outcome === 'added' || outcome === 'changed')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

const COURT_ROW: RosterCells = {
  name: '张三',
  unit: POLICE.name,
  post: null,
  staffing: null,
  status: null,
  orderNumber: null,
  disambiguator: null,
};
