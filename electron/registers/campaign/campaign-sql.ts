import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface CampaignRow extends StoredRow {
  readonly preset: string;
  readonly name: string;
  readonly content: string;
}

/** The campaign begun last is the one the office works in. */
export function latestCampaign(db: Readable, office: number): CampaignRow | undefined {
  return db.get<CampaignRow>(
    'SELECT * FROM campaign WHERE office = ? AND deleted = 0 ORDER BY pk DESC LIMIT 1',
    office,
  );
}
