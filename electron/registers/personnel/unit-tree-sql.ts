import type { OrganKind } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';

export interface TreeUnit {
  readonly pk: number;
  readonly id: string;
  readonly parent: number | null;
  readonly name: string;
  readonly kind: OrganKind | null;
  readonly deleted: number;
}

/** Every unit that rows may name, those taken away among them, in the order of every list. */
export function everyUnit(db: Readable, office: number): TreeUnit[] {
  return db.all<TreeUnit>(
    'SELECT pk, id, parent, name, kind, deleted FROM unit WHERE office = ? ORDER BY order_number, pk',
    office,
  );
}
