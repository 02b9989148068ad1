import type { z } from 'zod';
import type { Given, refusalFields } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { Refusal, type RefusalFields } from '../../../shared/vocabulary/refusal.ts';
import type { Store, Write } from '../../store/handles.ts';
import { inSavepoint } from '../../store/savepoint.ts';
import type { Actor } from '../actor.ts';
import { file, moveFiling } from './filing-life.ts';

/** Why one of many was refused, by its place in the list, from 0 on. */
export interface RefusedRow {
  readonly row: number;
  readonly code: ErrorCode;
  readonly fields: z.output<typeof refusalFields>;
}

export interface BatchAnswer<Done> {
  readonly applied: boolean;
  readonly done: Done[];
  readonly refused: RefusedRow[];
}

/** A pile of forms as one step: all go in, or none and every reason is told. */
export function fileMany(store: Store, actor: Actor, input: Given<typeof selfInspection.fileMany>) {
  const { round, filings } = input;
  return allOrNone(store, actor, 'selfInspection.fileMany', filings, (write, filing) => ({
    person: filing.person,
    ...file(write, actor, { round, ...filing }),
  }));
}

/** The same move for many filings. */
export function moveFilings(store: Store, actor: Actor, input: Given<typeof selfInspection.moveFilings>) {
  const { filings, move, reason } = input;
  return allOrNone(store, actor, 'selfInspection.moveFilings', filings, (write, filing) =>
    moveFiling(write, actor, { ...filing, move, reason }),
  );
}

class NotAll extends Error {
  readonly refused: RefusedRow[];
  constructor(refused: RefusedRow[]) {
    super('some of a batch were refused');
    this.refused = refused;
  }
}

function allOrNone<Row, Done>(
  store: Store,
  actor: Actor,
  action: string,
  rows: readonly Row[],
  change: (write: Write, row: Row) => Done,
): BatchAnswer<Done> {
  try {
    const done = store.write(actor.account, action, (write) => {
      const tried = rows.map((row, at) => tryOne(write, at, () => change(write, row)));
      const refused = tried.flatMap((one) => ('refused' in one ? [one.refused] : []));
      if (refused.length > 0) throw new NotAll(refused);
      write.record({ count: rows.length });
      return tried.flatMap((one) => ('done' in one ? [one.done] : []));
    });
    return { applied: true, done, refused: [] };
  } catch (error) {
    if (error instanceof NotAll) return { applied: false, done: [], refused: error.refused };
    throw error;
  }
}

/** Undone alone when it is refused. @throws Refusal for what no other row could do either: a full disk */
export function tryOne<Done>(
  write: Write,
  row: number,
  work: () => Done,
): { readonly done: Done } | { readonly refused: RefusedRow } {
  try {
    return { done: inSavepoint(write, work) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'disk_full' || error.code === 'file_unwritable')
      throw error;
    return { refused: { row, code: error.code, fields: copied(error.fields) } };
  }
}

function copied(fields: RefusalFields): RefusedRow['fields'] {
  const entries = Object.entries(fields).map(([field, value]) => [
    field,
    typeof value === 'object' && value !== null ? [...value] : value,
  ]);
  return Object.fromEntries(entries);
}
