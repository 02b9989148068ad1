import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { CounterKind, InstitutionKind } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';

/** An institution as it leaves, with the surrogate of its unit in this database. */
export interface InstitutionRecord {
  readonly id: string;
  readonly kind: InstitutionKind;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly on: CalendarDate;
  readonly unit: number | null;
  readonly deleted: number;
}

/** Institutions touched after revision `after`, by id. */
export function changedInstitutions(db: Readable, office: number, after: number): InstitutionRecord[] {
  return db.all<InstitutionRecord>(
    `SELECT id, kind, title, document_number AS documentNumber, on_day AS "on", unit, deleted
     FROM institution WHERE office = ? AND rev > ? ORDER BY id`,
    office,
    after,
  );
}

export function putInstitution(write: Write, office: number, rev: number, one: InstitutionRecord): RowFate {
  const { id, kind, title, documentNumber, on, unit, deleted } = one;
  const folded = foldName(title);
  const values = { kind, title, folded, document_number: documentNumber, on_day: on, unit };
  return putReceivedRow(write, 'institution', office, { id, rev, stamped: true, deleted, values });
}

export interface CounterRecord {
  readonly unit: number;
  /** YYYY-MM */
  readonly month: string;
  readonly kind: CounterKind;
  readonly count: number;
  readonly deleted: number;
}

export function changedCounters(db: Readable, office: number, after: number): CounterRecord[] {
  return db.all<CounterRecord>(
    'SELECT unit, month, kind, count, deleted FROM monthly_counter WHERE office = ? AND rev > ?',
    office,
    after,
  );
}

/** Unit, month and kind are its key: no id of a counter leaves its office. */
export const keyOfCounter = ({ unit, month, kind }: Pick<CounterRecord, 'unit' | 'month' | 'kind'>) =>
  `${unit}-${month}-${kind}`;

export function putCounter(write: Write, office: number, rev: number, one: CounterRecord): RowFate {
  const { unit, month, kind, count, deleted } = one;
  return putReceivedRow(write, 'monthly_counter', office, {
    ...{ id: keyOfCounter(one), rev, stamped: true, deleted },
    fixed: { unit, month, kind },
    values: { count },
  });
}
