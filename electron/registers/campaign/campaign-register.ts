import { type Preset, parsePreset } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { insertRow } from '../../store/rows.ts';
import { latestCampaign } from './campaign-sql.ts';

/**
 * Begins a campaign with the office's own copy of a preset: later changes touch the copy alone.
 * @throws Refusal `preset_invalid`
 */
export function startCampaign(write: Write, content: unknown): Preset {
  const campaign = parsePreset(content);
  const id = write.newId();
  insertRow(write, 'campaign', id, {
    preset: campaign.id,
    name: campaign.name,
    content: JSON.stringify(campaign),
  });
  write.record({ campaign: id, preset: campaign.id });
  return campaign;
}

export interface CurrentCampaign {
  readonly id: string;
  readonly rev: number;
  readonly content: Preset;
}

/** @throws Refusal `campaign_missing` before one was begun */
export function currentCampaign(db: Readable, office: number): CurrentCampaign {
  const row = latestCampaign(db, office);
  ensure(row, 'campaign_missing');
  return { id: row.id, rev: row.rev, content: parsePreset(JSON.parse(row.content)) };
}

export function hasCampaign(db: Readable, office: number): boolean {
  return latestCampaign(db, office) !== undefined;
}
