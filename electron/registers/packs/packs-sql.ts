import type { PackKind, PackState } from '../../../shared/vocabulary/pack-words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface PackRow extends StoredRow {
  readonly kind: PackKind;
  readonly unit: string | null;
  readonly unit_name: string | null;
  readonly below: number;
  /** The column `session`: id of a session, or of a round, by the kind. */
  readonly occasion: string | null;
  readonly occasion_title: string | null;
  readonly issued_on: string;
  readonly issued_at: string;
  readonly issued_by_name: string | null;
  readonly given_count: number;
  readonly digest: string;
  readonly applied_at: string | null;
  readonly state: PackState;
}

export interface PackFilter {
  readonly kind: PackKind | null;
  readonly occasion: string | null;
  readonly state: PackState | null;
}

/** An export of the whole office takes no other one's place, and nobody waits for it. */
const PACKS = `
  SELECT pack.pk, pack.office, pack.id, pack.kind, pack.unit, unit.name AS unit_name, unit.order_number, pack.below,
    pack.session AS occasion, ifnull(session.title, round.name) AS occasion_title, pack.issued_on,
    pack.issued_at, account.name AS issued_by_name, pack.given_count, pack.digest, pack.applied_at,
    pack.rev, pack.deleted, pack.changed_by, pack.changed_at,
    CASE
      WHEN pack.deleted = 1 THEN 'withdrawn'
      WHEN pack.applied_at IS NOT NULL THEN 'applied'
      WHEN EXISTS (
        SELECT 1 FROM unit_pack AS newer
        WHERE newer.kind = pack.kind AND newer.unit = pack.unit AND newer.session IS pack.session
          AND newer.pk > pack.pk AND newer.deleted = 0) THEN 'superseded'
      ELSE 'outstanding' END AS state
  FROM unit_pack AS pack
  LEFT JOIN unit ON unit.office = pack.office AND unit.id = pack.unit
  LEFT JOIN study_session AS session ON session.office = pack.office AND session.id = pack.session
  LEFT JOIN inspection_round AS round ON round.office = pack.office AND round.id = pack.session
  LEFT JOIN account ON account.pk = pack.issued_by
  WHERE pack.office = ?1`;

export function packById(db: Readable, office: number, id: string): PackRow | undefined {
  return db.get<PackRow>(`${PACKS} AND pack.id = ?2`, office, id);
}

/** JSON. */
export function givenOf(db: Readable, pk: number): string {
  return db.get<{ given: string }>('SELECT given FROM unit_pack WHERE pk = ?', pk)?.given ?? '[]';
}

const FILTERED = `FROM (${PACKS}) WHERE (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR occasion = ?3)
  AND (?4 IS NULL OR state = ?4)`;

export function countPacks(db: Readable, office: number, filter: PackFilter): number {
  const sql = `SELECT count(*) AS total ${FILTERED}`;
  return db.get<{ total: number }>(sql, ...values(office, filter))?.total ?? 0;
}

export function packPage(
  db: Readable,
  office: number,
  filter: PackFilter,
  page: { readonly offset: number; readonly limit: number },
): PackRow[] {
  const sql = `SELECT * ${FILTERED} ORDER BY issued_at DESC, order_number, pk LIMIT ?5 OFFSET ?6`;
  return db.all<PackRow>(sql, ...values(office, filter), page.limit, page.offset);
}

/** Packs of units that somebody waits for, by their units' order. */
export function packsAwaited(db: Readable, office: number): PackRow[] {
  return db.all<PackRow>(
    `SELECT * FROM (${PACKS}) WHERE state = 'outstanding' AND unit IS NOT NULL ORDER BY order_number, pk`,
    office,
  );
}

function values(office: number, { kind, occasion, state }: PackFilter): SqlValue[] {
  return [office, kind, occasion, state];
}
