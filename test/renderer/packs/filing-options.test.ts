import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../renderer/registers/packs/pack-lines.ts';
import { optionsOf } from '../../../renderer/registers/packs/pack-options.ts';
import { addressPart, packsSearchOf } from '../../../renderer/registers/packs/packs-search.ts';
import type { PackCell, PackRow } from '../../../renderer/registers/packs/taken-choices.ts';
import { decided } from '../../../renderer/registers/packs/taken-choices.ts';
import { cell, row } from './taken-rows.ts';

const CHOICES = { units: [], categories: [{ value: '违规参股借贷', label: '违规参股借贷' }] };
const held = (field: PackCell['field'], reason: PackCell['reason'], part: Partial<PackCell> = {}) =>
  cell({ field, issued: null, pack: null, today: null, outcome: 'held', reason, ...part });
const ways = (of: PackRow) =>
  linesOf([of], new Map(), null).map((line) =>
    optionsOf(line, 'selfInspection', CHOICES).map((one) =>
      one.kind === 'take' ? one.decision : [one.kind, one.field],
    ),
  );
const SKIP = { skip: true };

describe('the ways out of a doubt about a filing', () => {
  it('give a new filing the part that it lacks', () => {
    const lacking = (field: PackCell['field']) =>
      ways(row({ reason: 'missingField', cells: [held('declared', null), held(field, 'missingField')] }));
    expect([lacking('filedOn'), lacking('category')]).toEqual([
      [[['day', 'filedOn'], SKIP]],
      [[['list', 'category'], SKIP]],
    ]);
  });

  it('answer what the register refuses in the cell that it speaks of', () => {
    const cells = [held('paperNumber', null, { pack: '甲-1' })];
    expect(ways(row({ code: 'paper_number_taken', cells }))).toEqual([
      [['write', 'paperNumber'], { paperNumber: null }, SKIP],
    ]);
    const standing = { issued: 'noProblem', today: 'noProblem' };
    const compared = [held('declared', null, standing), held('paperNumber', null, standing)];
    expect(ways(row({ code: 'paper_number_taken', cells: compared }))).toEqual([
      [{ cells: [{ field: 'declared', take: 'register' }] }, SKIP],
      [
        ['write', 'paperNumber'],
        { paperNumber: null },
        { cells: [{ field: 'paperNumber', take: 'register' }] },
        SKIP,
      ],
    ]);
  });

  it('let what was approved be supplemented, never rewritten, and a summary go with its category', () => {
    const standing = { issued: '2021-03-12', today: '2021-03-12' };
    const cells = [
      held('filedOn', 'filingStands', { ...standing, pack: '2021-03-13' }),
      held('category', 'filingApproved', { pack: '违规参股借贷' }),
      held('summary', 'filingApproved', { pack: 6 }),
    ];
    const category = (take: 'pack' | 'register') => ({ cells: [{ field: 'category', take }] });
    expect(ways(row({ reason: 'filingStands', cells }))).toEqual([
      [{ cells: [{ field: 'filedOn', take: 'register' }] }, SKIP],
      [category('pack'), category('register'), SKIP],
      [],
    ]);
    expect(ways(row({ reason: 'filingApproved', cells: cells.slice(1) }))).toEqual([
      [category('pack'), SKIP],
    ]);
  });

  it('add up over the cells of one row, the later answer to a cell standing', () => {
    const first = decided(new Map(), 'p 8', { filedOn: '2021-03-12' });
    const second = decided(first, 'p 8', { cells: [{ field: 'declared', take: 'register' }] });
    expect(second.get('p 8')).toEqual({
      filedOn: '2021-03-12',
      cells: [{ field: 'declared', take: 'register' }],
    });
    expect(decided(second, 'p 8', { declared: 'noProblem' }).get('p 8')).toEqual({
      ...{ filedOn: '2021-03-12', declared: 'noProblem', cells: [] },
    });
  });
});

describe('the address of the room', () => {
  it('names a session or a round by its word, and the kind goes with it', () => {
    expect(packsSearchOf({ round: 'r1' })).toMatchObject({ kind: 'selfInspection', occasion: 'r1' });
    expect(packsSearchOf({ session: 's1' })).toMatchObject({ kind: 'signIn', occasion: 's1' });
    expect(packsSearchOf({ kind: 'roster', round: 'r1' })).toMatchObject({
      kind: 'roster',
      occasion: undefined,
    });
    expect(addressPart('selfInspection', { occasion: 'r2' })).toEqual({ session: undefined, round: 'r2' });
    expect(addressPart('selfInspection', { kind: 'roster', occasion: undefined })).toEqual({
      ...{ kind: 'roster', session: undefined, round: undefined },
    });
  });
});
