import type { OrganKind } from '../../../shared/vocabulary/words.ts';
import type { SqlValue } from '../../store/handles.ts';

/** Whom a table is about; null: everybody. */
export interface UnitScope {
  /** pk */
  readonly unit: number | null;
  /** With its sub-units. */
  readonly below: boolean;
  readonly organKind: OrganKind | null;
}

/**
 * `scope (unit)`, for `WITH RECURSIVE`; ?1 is the office, ?2 to ?4 are `scopeValues`. A unit is of the kind of the
 * nearest unit above it that has one.
 */
export const SCOPE = `
  under (unit) AS (
    SELECT pk FROM unit WHERE office = ?1 AND pk = ?2
    UNION SELECT child.pk FROM under JOIN unit AS child ON child.office = ?1 AND child.parent = under.unit WHERE ?3
  ),
  climbed (unit, kind, parent) AS (
    SELECT pk, kind, parent FROM unit WHERE office = ?1 AND ?4 IS NOT NULL
    UNION SELECT climbed.unit, above.kind, above.parent FROM climbed
    JOIN unit AS above ON above.pk = climbed.parent WHERE climbed.kind IS NULL
  ),
  scope (unit) AS MATERIALIZED (
    SELECT pk FROM unit WHERE office = ?1 AND (?2 IS NULL OR pk IN under)
      AND (?4 IS NULL OR pk IN (SELECT unit FROM climbed WHERE kind = ?4))
  )`;

export function scopeValues({ unit, below, organKind }: UnitScope): SqlValue[] {
  return [unit, Number(below), organKind];
}
