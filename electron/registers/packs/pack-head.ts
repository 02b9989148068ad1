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
  readonly session: string | null;
  readonly sessionTitle: string | null;
  readonly issuedOn: string;
}

export function headOf(row: PackRow): PackHead {
  return {
    pack: row.id,
    kind: row.kind,
    unit: row.unit,
    unitName: row.unit_name,
    below: row.below === 1,
    session: row.session,
    sessionTitle: row.session_title,
    issuedOn: row.issued_on,
  };
}
