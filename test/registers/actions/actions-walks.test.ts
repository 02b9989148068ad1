import { afterAll, beforeAll, expect, it } from 'vitest';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import { findRow, type StoredRow } from '../../../electron/store/rows.ts';
import { actionMachine } from '../../../shared/rules/action-moves.ts';
import { movesFrom, stateFromMoves } from '../../../shared/rules/moves.ts';
import { addDays, calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ActionMove, ActionState } from '../../../shared/vocabulary/words.ts';
import { type FigureRecords, figuresOracle } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { type ActionsDesk, openActionsDesk } from './actions-desk.ts';

const DAYS = Array.from({ length: 20 }, (_, at) => addDays(calendarDate('2021-02-20'), at * 8));
const TODAY = DAYS.at(-3)!;

let desk: ActionsDesk;
beforeAll(async () => {
  desk = await openActionsDesk('530602', TODAY);
  await desk.plan();
  for (const phase of ['study', 'rectify'])
    await desk
      .actions()
      .addOwn({ name: '自选', phase, dueOn: phase === 'study' ? '2021-03-20' : '2021-04-20' });
});
afterAll(() => desk.close());

const step = fc.record({
  place: fc.nat(99),
  choice: fc.nat(99),
  on: fc.nat(DAYS.length - 1),
  other: fc.nat(4),
  due: fc.option(fc.nat(DAYS.length - 1), { nil: undefined }),
});

it('whatever two accounts try on any day, states follow from the dated moves and the figure from the states', async () => {
  const seen = { taken: 0, refused: 0, shares: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (steps) => {
      for (const { place, choice, on, other, due } of steps) {
        const all = await desk.all();
        const { id, rev, state } = all[place % all.length]!;
        const offered = movesFrom(actionMachine, state);
        const move = offered[choice % offered.length]!;
        const isClerks = move === 'start' || move === 'finish';
        const who = isClerks === other > 0 ? 'clerk' : 'reviewer';
        const act = desk.actions(who).move({
          ...{ id, rev, move, on: DAYS[on]! },
          ...{ reason: '理由', evidenceNumber: '佐证1号', ...(due !== undefined && { dueOn: DAYS[due]! }) },
        });
        const taken = await act.then(
          () => true,
          () => false,
        );
        seen[taken ? 'taken' : 'refused'] += 1;
      }
      const records = recordsOf(await desk.all());
      for (const asOf of DAYS) {
        const { figures } = await desk.at('reviewer').figures.asOf({ asOf });
        const expected = figuresOracle(records, asOf).actionCompletion;
        expect(figures.actionCompletion).toMatchObject(expected);
        seen.shares.add(JSON.stringify(expected));
      }
    }),
    { numRuns: 10 },
  );
  expect(seen.taken).toBeGreaterThan(40);
  expect(seen.refused).toBeGreaterThan(10);
  expect(seen.shares.size).toBeGreaterThan(15);
});

/** The histories as they stand in the books, each of which must lead to the state that its row says. */
function recordsOf(actions: Awaited<ReturnType<ActionsDesk['all']>>): FigureRecords {
  const { office } = desk.ledger();
  const histories = actions.map(({ id, origin, dueOn, state }) =>
    desk.ledger().read((db) => {
      const { pk } = findRow<StoredRow>(db, 'action_instance', office, id);
      const moves = movesOf(db, 'action_instance', pk);
      const dated = moves.map((one) => ({ move: one.move as ActionMove, on: one.effective_on }));
      expect(stateFromMoves(actionMachine, dated)).toBe(state);
      return {
        ...{ id, origin, due: dueOn },
        moves: moves.map((one) => ({ to: one.to_state as ActionState, on: one.effective_on })),
      };
    }),
  );
  const nothing = { people: [], sessions: [], rounds: [], filings: [], items: [], requiredTypes: [] };
  return { ...nothing, actions: histories };
}
