import type { Readable } from '../../store/handles.ts';
import { type CampaignUse, usesByTouched } from './campaign-uses-sql.ts';

/** What actions that somebody moved or edited name: it cannot leave the campaign; the others follow it. */
export function campaignUsesOfActions(db: Readable, office: number): CampaignUse[] {
  return usesByTouched(db, office);
}
