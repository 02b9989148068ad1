import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import { findItem } from '../../../electron/registers/rectification/rectification-sql.ts';
import { dueInForce } from '../../../shared/rules/figures.ts';
import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { movesFrom, stateFromMoves } from '../../../shared/rules/moves.ts';
import { addDays } from '../../../shared/vocabulary/dates.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { fc } from '../../support/properties.ts';
import { type LedgerDesk, openLedgerDesk } from './ledger-desk.ts';

let desk: LedgerDesk;
beforeAll(async () => {
  desk = await openLedgerDesk('530306');
});
afterAll(() => desk.close());

const step = fc.record({
  choice: fc.nat(999),
  who: fc.constantFrom('clerk', 'reviewer', 'reviewer', 'second'),
  undo: fc.boolean(),
});

/** What every walk must hold after every step, whether it was taken, refused or undone. */
function check(id: string): void {
  desk.ledger().read((db) => {
    const row = findItem(db, desk.ledger().office, id)!;
    const moves = movesOf(db, 'rectification_item', row.pk);
    const dated = moves.map((one) => ({ move: one.move as ItemMove, on: one.effective_on }));
    expect(stateFromMoves(itemMachine, dated)).toBe(row.state);
    const dues = moves.map((one) => JSON.parse(one.detail ?? '{}').newDueOn).filter(Boolean);
    expect(row.extended_due_on).toBe(dues.at(-1) ?? null);
  });
}

describe('random walks of three accounts over one item', () => {
  it('leave a state that the dated moves alone tell, also where steps were undone, and never a dead end', async () => {
    const seen = { taken: 0, undone: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const { id } = await desk.draft();
        for (const { choice, who, undo } of steps) {
          // extensions alone are undone, and only the reviewer grants them
          if (undo) {
            if (await undone('reviewer')) seen.undone += 1;
          } else if (await taken(id, choice, who)) seen.taken += 1;
          check(id);
        }
      }),
      { numRuns: 25 },
    );
    expect(seen.taken).toBeGreaterThan(60);
    expect(seen.undone).toBeGreaterThan(5);
  });

  async function undone(who: 'clerk' | 'reviewer' | 'second'): Promise<boolean> {
    const { undoable, action } = await desk.at(who).office.lastStep();
    if (!undoable || action === 'rectification.draftItem') return false;
    return await desk.undoLast(who).then(
      () => true,
      () => false,
    );
  }

  async function taken(id: string, choice: number, who: 'clerk' | 'reviewer' | 'second'): Promise<boolean> {
    const { rev, state, dueOn, extendedDueOn, allowed } = await desk.item(id);
    const moves = movesFrom(itemMachine, state).filter((move) => move !== 'void' || choice % 50 === 0);
    expect(movesFrom(itemMachine, state).length > 0 || state === 'voided').toBe(true);
    expect(allowed.map(({ move }) => move)).toEqual(movesFrom(itemMachine, state));
    const often = [
      ...moves,
      ...moves.filter((one) => one === 'extend' || one === 'start' || one === 'issue'),
    ];
    const move = often[choice % Math.max(often.length, 1)];
    if (!move) return false;
    const { rectification } = desk.at(who);
    const reason = '理由';
    const due = dueInForce(dueOn as never, extendedDueOn as never);
    const act =
      move === 'extend'
        ? rectification.extendItem({ id, rev, reason, dueOn: addDays(due!, 1 + (choice % 5)) })
        : rectification.moveItem({ id, rev, move, reason, evidenceNumber: '佐证1号' });
    return await act.then(
      () => true,
      () => false,
    );
  }
});
