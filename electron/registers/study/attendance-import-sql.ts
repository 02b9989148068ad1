import type { Readable } from '../../store/handles.ts';

export interface ExpectedRow {
  readonly person_id: string;
  readonly name: string;
  readonly disambiguator: string | null;
  /** Surrogate of the unit on the session's day. */
  readonly unit: number;
  readonly mark: number;
  readonly reason: string | null;
}

/** Everybody on a session's list who is known by name, by unit and order. */
export function expectedByName(db: Readable, office: number, session: number): ExpectedRow[] {
  return db.all<ExpectedRow>(
    `SELECT person.id AS person_id, person.name, person.disambiguator, attendance.unit, attendance.mark,
       attendance.reason
     FROM attendance JOIN person ON person.pk = attendance.person JOIN unit ON unit.pk = attendance.unit
     WHERE attendance.office = ? AND attendance.session = ? AND attendance.deleted = 0 AND person.name IS NOT NULL
     ORDER BY unit.order_number, unit.pk, person.order_number IS NULL, person.order_number, person.folded,
       person.pk`,
    office,
    session,
  );
}

export interface UnitInTree {
  readonly pk: number;
  readonly parent: number | null;
  readonly name: string;
}

export function unitTree(db: Readable, office: number): UnitInTree[] {
  return db.all<UnitInTree>('SELECT pk, parent, name FROM unit WHERE office = ? AND deleted = 0', office);
}
