import type { TemplateKind } from '../../shared/vocabulary/remark-fields.ts';
import type { Readable } from '../store/handles.ts';
import type { StoredRow } from '../store/rows.ts';

/** What a group hands down; `content` is JSON. */
export interface TemplateRow extends StoredRow {
  readonly kind: TemplateKind;
  readonly name: string;
  readonly content: string;
}

/** @param office surrogate of the group that owns it */
export function templateById(db: Readable, office: number, id: string): TemplateRow | undefined {
  return db.get<TemplateRow>(
    'SELECT * FROM template WHERE office = ? AND id = ? AND deleted = 0',
    office,
    id,
  );
}

/** The same, one that was thrown away too. */
export function templateEvenDeleted(db: Readable, office: number, id: string): TemplateRow | undefined {
  return db.get<TemplateRow>('SELECT * FROM template WHERE office = ? AND id = ?', office, id);
}

/** How many rows of feedback hand it down. */
export function countHandings(db: Readable, office: number, id: string): number {
  const row = db.get<{ count: number }>(
    "SELECT count(*) AS count FROM feedback WHERE office = ? AND kind = 'template' AND subject = ? AND deleted = 0",
    office,
    id,
  );
  return row?.count ?? 0;
}
