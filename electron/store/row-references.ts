import type { Readable } from './handles.ts';
import { REFERENCES } from './undo-references.ts';

/** Keys of the lists in `study_session.expected`. */
const EXPECTED = { unit: 'units', person: 'people' } as const;

/**
 * How often any register names a row, tombstones included: what was named once has a history. Postings do not
 * count against their person, whose part they are.
 */
export function countReferences(
  db: Readable,
  to: keyof typeof EXPECTED,
  row: { readonly pk: number; readonly office: number; readonly id: string },
): number {
  const keyed = REFERENCES.filter((one) => one.to === to && !(to === 'person' && one.from === 'posting'));
  const counts = [
    ...keyed.map(({ from, column }) => `SELECT count(*) FROM ${from} WHERE ${column} = ?1`),
    `SELECT count(*) FROM attendance WHERE office = ?2 AND ${to} = ?1`,
    `SELECT count(*) FROM study_session AS session, json_each(session.expected, '$.${EXPECTED[to]}') AS named
     WHERE session.office = ?2 AND named.value = ?3`,
  ];
  const sum = counts.map((count) => `(${count})`).join(' + ');
  return db.get<{ named: number }>(`SELECT ${sum} AS named`, row.pk, row.office, row.id)?.named ?? 0;
}
