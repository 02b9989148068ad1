import { itemMachine } from '../../shared/rules/item-moves.ts';
import { findMove } from '../../shared/rules/moves.ts';
import { addDays, type CalendarDate, calendarDate, daysBetween } from '../../shared/vocabulary/dates.ts';
import {
  ITEM_MOVES,
  ITEM_SOURCES,
  type ItemMove,
  type ItemSource,
  type ItemState,
} from '../../shared/vocabulary/words.ts';
import { fc } from '../support/properties.ts';
import { attempt } from './machine-cells.ts';

export interface HistoryMove {
  move: ItemMove;
  from: ItemState;
  to: ItemState;
  on: CalendarDate;
  appliedOn: CalendarDate | null;
  newDue: CalendarDate | null;
}

const ONWARD: readonly ItemMove[] = ['issue', 'start', 'apply', 'approve', 'reportUp', 'confirm'];
const ROLES = ['clerk', 'reviewer', 'member', 'leader'] as const;

/** Any life of an item: legal moves only, picked at random, on days that never run backwards. */
export function itemHistory(): fc.Arbitrary<HistoryMove[]> {
  const step = fc.record({
    pick: fc.nat(1000),
    days: fc.nat(6),
    extension: fc.integer({ min: 1, max: 25 }),
    early: fc.boolean(),
  });
  return fc
    .tuple(fc.constantFrom(...ITEM_SOURCES), fc.array(step, { maxLength: 14 }))
    .map(([source, steps]) => live(source, steps));
}

function live(
  source: ItemSource,
  steps: { pick: number; days: number; extension: number; early: boolean }[],
): HistoryMove[] {
  const history: HistoryMove[] = [];
  let on = calendarDate('2021-04-01');
  let state: ItemState = 'draft';
  let origin: ItemState = 'draft';
  let due = calendarDate('2021-05-01');
  for (const { pick, days, extension, early } of steps) {
    on = addDays(on, days);
    const newDue = addDays(daysBetween(due, on) > 0 ? on : due, extension);
    const mergeInto = { state: 'inProgress', isItself: false } as const;
    const facts = { source, on, due: null, newDue, mergeInto };
    const open = ITEM_MOVES.flatMap((move) => {
      const verdict = findMove(itemMachine, state, move, attempt(ROLES, facts, { origin }));
      return verdict.allowed ? [{ move, to: verdict.to }] : [];
    });
    const onward = open.filter(({ move }) => ONWARD.includes(move));
    // two in three go the straight way, so that many items are closed, at either level
    const choice = pick % 3 > 0 && onward.length > 0 ? onward : open;
    const next = choice[Math.floor(pick / 3) % Math.max(choice.length, 1)];
    if (!next) break;
    const extends_ = next.move === 'extend' || next.move === 'returnForRework';
    if (extends_) due = newDue;
    history.push({
      ...next,
      from: state,
      on,
      appliedOn: next.move === 'apply' && early ? addDays(on, -1) : null,
      newDue: extends_ ? newDue : null,
    });
    if (next.to !== state) origin = state;
    state = next.to;
  }
  return history;
}
