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
}

const STATE = 'mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at';

/** Those still 未登记, by how their rows stand; `people` is a JSON list of pks. */
export function unmarkedStates(
  db: Readable,
  office: number,
  session: number,
): (MarkState & { readonly people: string })[] {
  return db.all(
    `SELECT ${STATE}, json_group_array(person) AS people FROM attendance WHERE ${UNMARKED} GROUP BY ${STATE}`,
    office,
    session,
  );
}

export function setState(write: Write, session: number, state: MarkState, people: readonly number[]): void {
  write.run(
    `UPDATE attendance SET mark = ?, reason = ?, makeup = ?, makeup_on = ?, makeup_document = ?, changed_by = ?,
       changed_at = ?, rev = ?
     WHERE office = ? AND session = ? AND person IN (SELECT value FROM json_each(?))`,
    state.mark,
    state.reason,
    state.makeup,
    state.makeup_on,
    state.makeup_document,
    state.changed_by,
    state.changed_at,
    write.rev,
    write.office,
    session,
    JSON.stringify(people),
  );
}
