import type { PackKind } from '../../../shared/vocabulary/pack-words.ts';
import type { PackRow } from './packs-sql.ts';

/** Whose pack it is, and since when it is out. */
export interface PackHead {
  readonly pack: string;
  readonly kind: PackKind;
  /** id; null: of the whole office. */
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly below: boolean;
  /** id of what it was given out for. */
  readonly occasion: string | null;
  readonly occasionTitle: string | null;
  readonly issuedOn: string;
}

export function headOf(row: PackRow): PackHead {
  return {
    pack: row.id,
    kind: row.kind,
    unit: row.unit,
    unitName: row.unit_name,
    below: row.below === 1,
    occasion: row.occasion,
    occasionTitle: row.occasion_title,
    issuedOn: row.issued_on,
  };
}
