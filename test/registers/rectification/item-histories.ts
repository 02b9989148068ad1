import { randomUUID } from 'node:crypto';
import { movesOf } from '../../../electron/registers/moves-log.ts';
import {
  confirmFromFeedback,
  reworkFromFeedback,
} from '../../../electron/registers/rectification/item-feedback.ts';
import {
  draftItem,
  extendItem,
  moveItem,
} from '../../../electron/registers/rectification/rectification-register.ts';
import { findItem, type ItemRow } from '../../../electron/registers/rectification/rectification-sql.ts';
import type { Readable, Write } from '../../../electron/store/handles.ts';
import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { movesFrom } from '../../../shared/rules/moves.ts';
import { addDays } from '../../../shared/vocabulary/dates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { ITEM_SOURCES, type ItemMove, type ItemState } from '../../../shared/vocabulary/words.ts';
import type { FigureRecords } from '../../support/figures-oracle.ts';
import { fc } from '../../support/properties.ts';
import { completeFields, type Desk, day } from './desk.ts';

export const FIRST_DAY = day('2021-12-20');

/** A ledger's life: drafts, then steps, most of which the rules allow. */
export const history = fc.record({
  drafts: fc.array(fc.record({ source: fc.constantFrom(...ITEM_SOURCES), term: fc.nat(25) }), {
    minLength: 1,
    maxLength: 4,
  }),
  steps: fc.array(
    fc.record({
      item: fc.nat(3),
      /** Which of the moves that the machine has in the item's state. */
      choice: fc.nat(999),
      daysLater: fc.constantFrom(0, 0, 0, 0, 1, 4),
      backdated: fc.constantFrom(0, 0, 0, 1, 3),
      term: fc.nat(20),
      other: fc.nat(3),
      sameWrite: fc.boolean(),
    }),
    { minLength: 20, maxLength: 80, size: 'max' },
  ),
});
export type History = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

/** Lives the history inside one write, day by day. @returns pks of the items, and the steps that were taken */
export function live(
  desk: Desk,
  write: Write,
  { drafts, steps }: History,
): { items: string[]; taken: number } {
  let now = { ...write, today: FIRST_DAY };
  const items = drafts.map(({ source, term }) => {
    const dueOn = addDays(FIRST_DAY, term);
    return draftItem(now, { ...completeFields(desk, dueOn), source }).id;
  });
  let taken = 0;
  for (const step of steps) {
    now = { ...now, today: addDays(now.today, step.daysLater), rev: now.rev + (step.sameWrite ? 0 : 1) };
    if (attempt(desk, now, items, step)) taken += 1;
  }
  return { items, taken };
}

const FORWARD: readonly ItemMove[] = ['issue', 'start', 'apply', 'approve', 'reportUp', 'confirm'];

/** Those that lead on, and staying closed, come up more often: histories reach what figures are made from. */
function movesOffered(state: ItemState): (ItemMove | null)[] {
  const moves: (ItemMove | null)[] = movesFrom(itemMachine, state);
  const often = moves.filter((one) => one !== null && FORWARD.includes(one));
  return [...moves, ...Array(12).fill(often).flat(), ...Array(state === 'closed' ? 12 : 1).fill(null)];
}

type Step = History['steps'][number];

function attempt(desk: Desk, write: Write, items: string[], step: Step): boolean {
  const row = findItem(write, write.office, items[step.item % items.length]!)!;
  const move = movesOffered(row.state)[step.choice % movesOffered(row.state).length];
  if (!move) return false;
  try {
    take(desk, write, row, move, items[step.other % items.length]!, step);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function take(desk: Desk, write: Write, row: ItemRow, move: ItemMove, mergedInto: string, step: Step): void {
  const said = { feedbackId: randomUUID(), subject: row.id, subjectRev: row.rev, reason: '理由' };
  const newDueOn = addDays(write.today, step.term);
  const own = { id: row.id, rev: row.rev, reason: '理由' };
  const on = addDays(write.today, -step.backdated);
  if (move === 'confirm') void confirmFromFeedback(write, { ...said, on });
  else if (move === 'returnForRework') void reworkFromFeedback(write, { ...said, on, newDueOn });
  else if (move === 'extend') extendItem(write, desk.reviewer, { ...own, dueOn: newDueOn });
  else {
    const input = { ...own, move, on, evidenceNumber: '佐证1号', mergedInto };
    const clerks = ['start', 'apply', 'withdraw'].includes(move);
    moveItem(write, clerks ? desk.clerk : desk.reviewer, input);
  }
}

/** What the ledger holds of an office's items, as the oracle wants it. */
export function itemRecords(db: Readable, office: number): FigureRecords['items'] {
  const rows = db.all<ItemRow>('SELECT * FROM rectification_item WHERE office = ? AND deleted = 0', office);
  return rows.map((row) => ({
    id: row.id,
    source: row.source,
    due: row.due_on,
    extendedDue: row.extended_due_on,
    moves: movesOf(db, 'rectification_item', row.pk).map((move) => ({
      move: move.move as ItemMove,
      to: move.to_state as ItemRow['state'],
      on: move.effective_on,
      newDue: (JSON.parse(move.detail ?? '{}') as { newDueOn?: string }).newDueOn ?? null,
    })),
  }));
}

/** Puts a copy of all own items and moves under another office, as an import does. @returns its pk */
export function copyToOtherOffice(write: Write): number {
  const office = write.run(
    `INSERT INTO office (id, code, name, kind) VALUES ('other', '450128', '另一县', 'office')`,
  ).lastInsertRowid;
  copyRows(write, 'rectification_item', { office: `${office}`, pk: 'pk + 1000000' });
  // the newest write arrives first: bundles need not come in the order in which they were made
  const arrival = 'row_number() OVER (ORDER BY rev DESC, pk) + 1000000';
  copyRows(write, 'move', { office: `${office}`, pk: arrival, subject: 'subject + 1000000' });
  return office;
}

function copyRows(write: Write, table: string, changed: Readonly<Record<string, string>>): void {
  const columns = write
    .all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .map(({ name }) => name);
  const values = columns.map((name) => changed[name] ?? name);
  write.run(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE office = 1`,
  );
}
