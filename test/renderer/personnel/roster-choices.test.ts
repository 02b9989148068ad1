import { describe, expect, it } from 'vitest';
import { doubtsAfter, heldList, stateOf } from '../../../renderer/registers/personnel/held-list.ts';
import {
  baseOf,
  decided,
  FIRST_CHOICES,
  mapped,
  type RosterRow,
  rowsHeldFor,
  seenAfter,
  undecided,
  withDecisions,
} from '../../../renderer/registers/personnel/roster-choices.ts';

const NONE = new Map();

function held(line: number, given: Partial<RosterRow> = {}): RosterRow {
  return { line, outcome: 'held', name: '章思岚', unit: '公安局', reason: 'ambiguousName', ...given };
}

describe('what is decided about a roster', () => {
  it('goes out line by line, and of the answers for the whole file only those that were given', () => {
    const file = { name: '花名册.xlsx', content: 'AAAA' };
    const choices = { ...FIRST_CHOICES, secondment: 'in' as const, units: new Map([['公安', 'u1']]) };
    const decisions = decided(decided(NONE, 9, { skip: true }), 4, { person: 'new' });
    expect(withDecisions(baseOf(file, choices), decisions)).toEqual({
      fileName: '花名册.xlsx',
      content: 'AAAA',
      ignoreRemembered: false,
      createUnits: false,
      secondment: 'in',
      units: [{ text: '公安', unit: 'u1' }],
      decisions: [
        { line: 9, skip: true },
        { line: 4, person: 'new' },
      ],
    });
  });

  it('adds up for a row with two doubts, but staying out stands alone', () => {
    const named = decided(NONE, 4, { name: '章思岚' });
    expect(decided(named, 4, { unit: 'u1' }).get(4)).toEqual({ name: '章思岚', unit: 'u1' });
    const out = decided(named, 4, { skip: true });
    expect(out.get(4)).toEqual({ skip: true });
    expect(decided(out, 4, { unit: 'u1' }).get(4)).toEqual({ unit: 'u1' });
    expect(undecided(out, 4).size).toBe(0);
  });

  it('maps each field once, and never a personal column', () => {
    const column = (number: number, field: 'name' | 'unit' | null, personal = false) => ({
      ...{ column: number, field, personal },
      ...{ title: '', dropped: false, samples: [] },
    });
    const columns = [column(0, 'name'), column(1, null), column(2, null, true), column(3, 'unit')];
    expect(mapped(columns, 1, 'name')).toEqual([
      { column: 0, field: null },
      { column: 1, field: 'name' },
      { column: 3, field: 'unit' },
    ]);
    expect(mapped(columns, 0, null)[0]).toEqual({ column: 0, field: null });
  });
});

describe('the rows that are to be decided', () => {
  it('stay in their places when they are decided, and new doubts come after them', () => {
    const first = seenAfter(NONE, { rows: [held(3), held(8)] }, NONE, false);
    const decisions = decided(NONE, 8, { person: 'new' });
    const rows = [held(2), held(3), held(8, { outcome: 'added', reason: null })];
    const second = seenAfter(first, { rows }, decisions, true);
    expect([...second.keys()]).toEqual([3, 8, 2]);
    expect(second.get(8)?.reason).toBe('ambiguousName');
  });

  it('are another list after another answer for the whole file, but for those decided', () => {
    const first = seenAfter(NONE, { rows: [held(3), held(8)] }, NONE, false);
    const decisions = decided(NONE, 8, { person: 'new' });
    expect([...seenAfter(first, { rows: [held(5)] }, decisions, false).keys()]).toEqual([8, 5]);
  });

  it('stand behind the text of a unit that is not known, and for themselves otherwise', () => {
    const doubt = { text: '公安', reason: 'unknownUnit' as const, rows: 2, candidates: [] };
    const seen = new Map([held(3, { reason: 'unknownUnit' }), held(5)].map((row) => [row.line, row]));
    expect(heldList([doubt], seen).map(({ key }) => key)).toEqual(['unit 公安', 'row 5']);
  });

  it('keep a text that was answered, so that it can be answered otherwise', () => {
    const doubt = { text: '公安', reason: 'unknownUnit' as const, rows: 2, candidates: [] };
    expect(doubtsAfter([doubt], { unitsInDoubt: [] }, new Map([['公安', 'u1']]))).toEqual([doubt]);
    expect(doubtsAfter([doubt], { unitsInDoubt: [] }, NONE)).toEqual([]);
    expect(doubtsAfter([doubt], { unitsInDoubt: [doubt] }, new Map([['公安', 'new']]))).toHaveLength(1);
  });

  it('are open until they are decided, and again when the decision settled nothing', () => {
    const [thing] = heldList([], new Map([[5, held(5)]]));
    const decisions = decided(NONE, 5, { person: 'new' });
    const choices = { units: NONE };
    const state = (outcome: RosterRow['outcome'], known: typeof decisions) =>
      stateOf(thing!, new Map([[5, held(5, { outcome })]]), {
        choices,
        decisions,
        rehearsedDecisions: known,
      });
    expect(state('held', NONE)).toMatchObject({ isOpen: false, outcome: null });
    expect(state('added', decisions)).toMatchObject({ isOpen: false, outcome: 'added' });
    expect(state('held', decisions)).toMatchObject({ isOpen: true, outcome: null });
  });

  it('count those that wait for one answer, and no rows that were skipped for the like', () => {
    const rows = [
      held(1, { reason: 'unknownUnit' }),
      held(2),
      held(3, { outcome: 'skipped', reason: 'unknownUnit' }),
    ];
    expect(rowsHeldFor({ rows }, 'unknownUnit')).toBe(1);
  });
});
