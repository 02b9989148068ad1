import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../renderer/registers/packs/pack-lines.ts';
import { isChosen, optionsOf } from '../../../renderer/registers/packs/pack-options.ts';
import type { PackRow } from '../../../renderer/registers/packs/taken-choices.ts';
import type { PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { cell, row } from './taken-rows.ts';

const moved = cell({ today: '法官助理', outcome: 'held', reason: 'registerMoved' });
const held = row({ line: 9, reason: 'registerMoved', cells: [moved, cell({ field: 'orderNumber' })] });
const changed = row({ line: 4, person: 'p2', outcome: 'changed', cells: [cell({})] });
const missing = row({ line: 0, person: 'p3', reason: 'rowMissing' });
const added = row({
  line: 12,
  person: null,
  reason: 'ambiguousName',
  cells: [cell({ field: 'name', issued: null, pack: '韦宁', today: null })],
  candidates: [{ id: 'p7', name: '韦宁', unitName: null, status: null, post: null, disambiguator: null }],
});

const NO_CHOICES = { units: [], categories: [] };
const NONE: ReadonlyMap<number, PackRow> = new Map();
const digits = (of: PackRow, kind: PackKind = 'roster') =>
  linesOf([of], NONE, null).map((line) => optionsOf(line, kind, NO_CHOICES).map(({ digit }) => digit));

describe('the lines of one pack', () => {
  it('are one for each cell, with what asks something first, then rows that are gone', () => {
    const lines = linesOf([missing, changed, held], NONE, null);
    expect(lines.map(({ row: { line }, cell: one, isFirst }) => [line, one?.field ?? null, isFirst])).toEqual(
      [
        [9, 'post', true],
        [9, 'orderNumber', false],
        [0, null, true],
        [4, 'post', true],
      ],
    );
  });

  it('keep a row where it was held, whatever was decided about it', () => {
    const settled = { ...held, outcome: 'changed' as const, reason: null };
    const lines = linesOf([changed, settled], new Map([[9, held]]), null);
    expect(lines.map(({ row: { line } }) => line)).toEqual([9, 9, 4]);
    expect(lines[0]?.held?.cell?.reason).toBe('registerMoved');
    expect(linesOf([changed], new Map([[9, held]]), null)[0]?.row.outcome).toBe('unchanged');
  });

  it('tell an added row as a whole, and only those of the outcome asked for', () => {
    expect(linesOf([added, changed], NONE, 'held').map(({ cell: one }) => one)).toEqual([null]);
  });
});

describe('the ways out of a doubt', () => {
  it('are what came back, what stands, or staying out, under the same digits', () => {
    expect(digits(held)).toEqual([[1, 2, 3], []]);
    expect(digits(changed)).toEqual([[]]);
  });

  it('offer nothing that could not be taken: an unknown word can only stay out of the register', () => {
    const unknown = cell({ field: 'status', pack: '待岗', outcome: 'held', reason: 'unknownStatus' });
    expect(digits(row({ reason: 'unknownStatus', cells: [unknown] }))).toEqual([[2, 3]]);
    const cleared = cell({ field: 'staffing', pack: null, outcome: 'held', reason: 'clearedCell' });
    expect(digits(row({ reason: 'clearedCell', cells: [cleared] }))).toEqual([[2, 3]]);
  });

  it('of another name are the same person, or somebody else', () => {
    const name = cell({ field: 'name', outcome: 'held', reason: 'nameChanged' });
    expect(digits(row({ reason: 'nameChanged', cells: [name] }))).toEqual([[1, 2, 4, 3]]);
    expect(digits(row({ reason: 'nameChanged', cells: [name] }), 'signIn')).toEqual([[3]]);
  });

  it('of an added row are the one it may mean, or somebody new', () => {
    const [line] = linesOf([added], NONE, null);
    const options = line ? optionsOf(line, 'roster', NO_CHOICES) : [];
    expect(options.map((one) => (one.kind === 'take' ? one.decision : one.kind))).toEqual([
      { person: 'p7' },
      { person: 'new' },
      { skip: true },
    ]);
    expect(options.map((one) => isChosen(one, { person: 'p7' }))).toEqual([true, false, false]);
  });

  it('take a mark together with its reason', () => {
    const mark = cell({
      field: 'mark',
      issued: 'unmarked',
      pack: 'present',
      today: 'absent',
      outcome: 'held',
      reason: 'registerMoved',
    });
    const [line] = linesOf([row({ cells: [mark] })], NONE, null);
    const [first] = line ? optionsOf(line, 'signIn', NO_CHOICES) : [];
    expect(first?.kind === 'take' && first.decision).toEqual({
      cells: [
        { field: 'mark', take: 'pack' },
        { field: 'reason', take: 'pack' },
      ],
    });
  });
});
