import type { Given } from '../../../shared/contract/base.ts';
import type { campaign } from '../../../shared/contract/campaign.ts';
import { type Preset, parsePreset } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { ownOffice } from '../../store/office-sql.ts';
import { guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { latestCampaign } from './campaign-sql.ts';
import { withCategory, withoutCategory, withRestored } from './category-lists.ts';

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

/** A category of the office's own beside the lists that are laid down. @returns its id with the campaign's version */
export function addCategory(write: Write, input: Given<typeof campaign.addCategory>) {
  const { name, appliesTo } = input;
  let category = '';
  const version = changeLists(write, input.rev, (lists) => {
    const added = withCategory(lists, name, appliesTo, ownOffice(write).name);
    category = added.id;
    return added.lists;
  });
  write.record({ category, name, appliesTo });
  return { ...version, category };
}

/** Retired, a category can be chosen no more and stays in old rows; restored, it can again. */
export function retireCategory(write: Write, input: Given<typeof campaign.retireCategory>) {
  const change = input.retired ? withoutCategory : withRestored;
  const version = changeLists(write, input.rev, (lists) => change(lists, input.category));
  write.record({ category: input.category, retired: input.retired });
  return version;
}

/** Rows written since may bear what came with a version, so that no version is taken back. */
function changeLists(
  write: Write,
  rev: number,
  change: (lists: Preset['categoryLists']) => Preset['categoryLists'],
): { id: string; rev: number } {
  const row = latestCampaign(write, write.office);
  ensure(row, 'campaign_missing');
  guardVersion(write, row, rev);
  const content = parsePreset(JSON.parse(row.content));
  const categoryLists = change(content.categoryLists);
  const changed = parsePreset({ ...content, categoryLists });
  write.undo.refuse('undo_not_possible');
  updateRow(write, 'campaign', row.pk, { content: JSON.stringify(changed) });
  return { id: row.id, rev: write.rev };
}

export function hasCampaign(db: Readable, office: number): boolean {
  return latestCampaign(db, office) !== undefined;
}
