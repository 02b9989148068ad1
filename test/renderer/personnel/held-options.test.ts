import { describe, expect, it } from 'vitest';
import { isChosen, optionsOf, optionsOfUnit } from '../../../renderer/registers/personnel/held-options.ts';
import type { RosterRow } from '../../../renderer/registers/personnel/roster-choices.ts';
import { heldText } from '../../../renderer/text/roster-import-page.ts';

const UNITS = [
  { value: 'bureau', label: '青禾县公安局' },
  { value: 'court', label: '青禾县人民法院' },
];
const { options: words } = heldText;

function row(given: Partial<RosterRow>): RosterRow {
  return {
    line: 7,
    outcome: 'held',
    name: '章思岚',
    unit: '青禾县公安局',
    reason: 'ambiguousName',
    ...given,
  };
}

function namesake(id: string) {
  return {
    id,
    name: '章思岚',
    unitName: '青禾县公安局',
    status: 'onDuty' as const,
    post: '民警',
    disambiguator: null,
  };
}

function labels(given: Partial<RosterRow>): readonly string[] {
  return optionsOf(row(given), UNITS).map(({ label }) => label);
}

describe('the ways out of a doubt', () => {
  it('are, with one namesake in the register: that one, somebody else, or staying out, by 1 2 3', () => {
    const options = optionsOf(row({ candidates: [namesake('p1')] }), UNITS);
    expect(options.map((option) => option.kind === 'take' && option.decision)).toEqual([
      { person: 'p1' },
      { person: 'new' },
      { skip: true },
    ]);
  });

  it('let one of several namesakes be chosen by unit, post and status', () => {
    const [same] = optionsOf(row({ candidates: [namesake('p1'), namesake('p2')] }), UNITS);
    expect(same).toMatchObject({ kind: 'list', field: 'person' });
    expect(same?.kind === 'list' && same.choices[1]).toEqual({
      value: 'p2',
      label: '青禾县公安局 · 民警 · 在岗',
    });
  });

  it('never offer anybody where the register has nobody of that name', () => {
    expect(labels({})).toEqual([words.add, words.skip]);
    expect(labels({ reason: 'contradictoryRows' })).toEqual([words.add, words.skip]);
  });

  it('ask for what is missing: the name, the unit, or both', () => {
    expect(labels({ reason: 'missingField', name: '' })).toEqual([words.writeName, words.skip]);
    expect(labels({ reason: 'missingField', unit: '' })).toEqual([words.chooseUnit, words.skip]);
    expect(labels({ reason: 'missingField', name: '', unit: '' })).toEqual([
      words.writeName,
      words.chooseUnit,
      words.skip,
    ]);
  });

  it('let a ruined name be written right, and a ruined unit be chosen', () => {
    expect(labels({ reason: 'unreadableName', name: '?思岚' })).toEqual([words.rightName, words.skip]);
    expect(labels({ reason: 'unreadableName', unit: '青禾?公安局' })).toEqual([words.chooseUnit, words.skip]);
  });

  it('settle status and staffing from their lists, staffing also as blank', () => {
    expect(labels({ reason: 'ambiguousStatus' })).toEqual([words.secondedIn, words.secondedOut, words.skip]);
    expect(labels({ reason: 'unknownStatus' })).toEqual([words.chooseStatus, words.skip]);
    expect(labels({ reason: 'unknownStaffing' })).toEqual([words.chooseStaffing, words.blank, words.skip]);
  });

  it('find the cell that is wrong, and leave out what only can be left out', () => {
    expect(labels({ reason: 'formulaError', name: '#REF!' })).toEqual([words.rightName, words.skip]);
    expect(labels({ reason: 'formulaError', unit: '#N/A' })).toEqual([words.chooseUnit, words.skip]);
    expect(labels({ reason: 'formulaError' })).toEqual([words.blankCells, words.skip]);
    expect(labels({ reason: 'fieldTooLong', name: '章'.repeat(60) })).toEqual([words.rightName, words.skip]);
    expect(labels({ reason: 'invalidDate' })).toEqual([words.skip]);
  });

  it('are one answer for all rows of a unit’s text, units of a like name first', () => {
    const candidates = [{ id: 'court', name: '青禾县人民法院', parentName: null }];
    const doubt = { text: '青禾法院', reason: 'unknownUnit' as const, rows: 12, candidates };
    const [create, list] = optionsOfUnit(doubt, UNITS);
    expect(create).toMatchObject({ decision: { unit: 'new' } });
    expect(list?.kind === 'list' && list.choices.map(({ value }) => value)).toEqual(['court', 'bureau']);
    expect(optionsOfUnit({ ...doubt, text: '', reason: 'missingField' }, UNITS)).toHaveLength(1);
  });

  it('show which of them was taken', () => {
    const options = optionsOf(row({ candidates: [namesake('p1')] }), UNITS);
    const taken = (decision: Parameters<typeof isChosen>[1]) =>
      options.map((option) => isChosen(option, decision));
    expect(taken(undefined)).toEqual([false, false, false]);
    expect(taken({ person: 'p1' })).toEqual([true, false, false]);
    expect(taken({ skip: true })).toEqual([false, false, true]);
    const [blank] = optionsOf(row({ reason: 'formulaError' }), UNITS);
    expect(blank && isChosen(blank, { post: null })).toBe(false);
  });
});
