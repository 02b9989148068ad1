import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { InstitutionKind } from '../../../shared/vocabulary/words.ts';
import type { Readable, SqlValue } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface InstitutionRow extends StoredRow {
  readonly kind: InstitutionKind;
  readonly title: string;
  readonly folded: string;
  readonly document_number: string | null;
  readonly on_day: CalendarDate;
  readonly unit: number | null;
}

export interface ListedInstitution extends InstitutionRow {
  readonly unit_id: string | null;
  readonly unit_name: string | null;
}

export interface InstitutionFilter {
  readonly office: number;
  readonly kind: InstitutionKind | null;
  /** With all below it. */
  readonly unit: number | null;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly search: { readonly text: string; readonly folded: string } | null;
}

const WITHIN = `
  WITH RECURSIVE within (pk) AS (
    SELECT ?2 WHERE ?2 IS NOT NULL
    UNION SELECT child.pk FROM within JOIN unit AS child ON child.parent = within.pk AND child.deleted = 0
  )`;

const INSTITUTIONS = `
  FROM institution LEFT JOIN unit ON unit.pk = institution.unit
  WHERE institution.office = ?1 AND institution.deleted = 0
    AND (?2 IS NULL OR institution.unit IN (SELECT pk FROM within))
    AND (?3 IS NULL OR institution.on_day >= ?3) AND (?4 IS NULL OR institution.on_day <= ?4)
    AND (?5 IS NULL OR institution.folded LIKE ?6 ESCAPE '!' OR institution.document_number LIKE ?5 ESCAPE '!')`;

/** The latest first. */
export function listInstitutions(
  db: Readable,
  filter: InstitutionFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ListedInstitution[] {
  return db.all<ListedInstitution>(
    `${WITHIN} SELECT institution.*, unit.id AS unit_id, unit.name AS unit_name ${INSTITUTIONS}
       AND (?7 IS NULL OR institution.kind = ?7)
     ORDER BY institution.on_day DESC, institution.pk DESC LIMIT ?8 OFFSET ?9`,
    ...values(filter),
    filter.kind,
    limit,
    offset,
  );
}

/** By kind, whichever kind is asked for. */
export function countInstitutions(
  db: Readable,
  filter: InstitutionFilter,
): { kind: InstitutionKind; count: number }[] {
  return db.all(
    `${WITHIN} SELECT institution.kind AS kind, count(*) AS count ${INSTITUTIONS} GROUP BY institution.kind`,
    ...values(filter),
  );
}

/** Of the living ones, the earliest first. */
export function allInstitutions(db: Readable, office: number, until: CalendarDate | null = null) {
  return db.all<ListedInstitution>(
    `SELECT institution.*, unit.id AS unit_id, unit.name AS unit_name
     FROM institution LEFT JOIN unit ON unit.pk = institution.unit
     WHERE institution.office = ?1 AND institution.deleted = 0 AND (?2 IS NULL OR institution.on_day <= ?2)
     ORDER BY institution.on_day, institution.pk`,
    office,
    until,
  );
}

/** @param except pk of the row that stands there; 0: none */
export function isListed(
  db: Readable,
  office: number,
  one: Pick<InstitutionRow, 'kind' | 'folded' | 'document_number' | 'on_day'>,
  except: number,
): boolean {
  const found = db.get(
    `SELECT 1 FROM institution WHERE office = ?1 AND deleted = 0 AND kind = ?2 AND folded = ?3
       AND document_number IS ?4 AND (?4 IS NOT NULL OR on_day = ?5) AND pk <> ?6`,
    office,
    one.kind,
    one.folded,
    one.document_number,
    one.on_day,
    except,
  );
  return found !== undefined;
}

function values({ office, unit, from, until, search }: InstitutionFilter): SqlValue[] {
  const pattern = (text: string) => `%${text.replace(/[!%_]/g, '!$&')}%`;
  return [office, unit, from, until, search && pattern(search.text), search && pattern(search.folded)];
}
