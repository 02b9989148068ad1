import type { Readable, Write } from '../../store/handles.ts';
import { UNMARKED } from './study-marks-sql.ts';

/** What a write may change in a row of attendance. */
export interface MarkState {
  readonly mark: number;
  readonly reason: string | null;
  readonly makeup: number;
  readonly makeup_on: string | null;
  readonly makeup_document: string | null;
  readonly changed_by: number;
  readonly changed_at: number;
  /** Not in images of earlier versions: then it stays as it is. */
  readonly batch?: number;
  /** Only where the list itself was changed. */
  readonly unit?: number;
  readonly deleted?: number;
}

/** Rows that stand alike; `people` is a JSON list of pks. */
export type StateOfMany = MarkState & { readonly people: string };

const STATE = 'mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at, batch';
const LISTED_STATE = `${STATE}, unit, deleted`;

/** Those still 未登记, by how their rows stand. */
export function unmarkedStates(db: Readable, office: number, session: number): StateOfMany[] {
  return db.all(
    `SELECT ${STATE}, json_group_array(person) AS people FROM attendance WHERE ${UNMARKED} GROUP BY ${STATE}`,
    office,
    session,
  );
}

/** How the rows of these people (pks) stand, those taken off the list included; who has no row is in none. */
export function listedStates(
  db: Readable,
  office: number,
  session: number,
  people: readonly number[],
): StateOfMany[] {
  return db.all(
    `SELECT ${LISTED_STATE}, json_group_array(person) AS people FROM attendance
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?)) GROUP BY ${LISTED_STATE}`,
    office,
    session,
    JSON.stringify(people),
  );
}

export function setState(write: Write, session: number, state: MarkState, people: readonly number[]): void {
  write.run(
    `UPDATE attendance SET mark = ?, reason = ?, makeup = ?, makeup_on = ?, makeup_document = ?, changed_by = ?,
       changed_at = ?, batch = coalesce(?, batch), unit = coalesce(?, unit), deleted = coalesce(?, deleted), rev = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    state.mark,
    state.reason,
    state.makeup,
    state.makeup_on,
    state.makeup_document,
    state.changed_by,
    state.changed_at,
    state.batch ?? null,
    state.unit ?? null,
    state.deleted ?? null,
    write.rev,
    write.office,
    session,
    JSON.stringify(people),
  );
}

/** Takes people off a list who came onto it with the write that is undone. */
export function takeOff(write: Write, session: number, people: readonly number[]): void {
  write.run(
    `UPDATE attendance SET deleted = 1, rev = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    write.rev,
    write.office,
    session,
    JSON.stringify(people),
  );
}
