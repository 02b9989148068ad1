import type { Readable } from '../../store/handles.ts';

export interface CampaignUse {
  readonly kind: 'phase' | 'action';
  readonly word: string;
  readonly uses: number;
}

/** Phases and actions by how many touched occurrences name them. */
export function usesByTouched(db: Readable, office: number): CampaignUse[] {
  return db.all<CampaignUse>(
    `WITH touched AS (
       SELECT phase, definition FROM action_instance WHERE office = ? AND deleted = 0 AND touched = 1
     )
     SELECT 'phase' AS kind, phase AS word, count(*) AS uses FROM touched GROUP BY phase
     UNION ALL SELECT 'action', definition, count(*) FROM touched GROUP BY definition`,
    office,
  );
}
