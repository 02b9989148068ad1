import type { Given } from '../../../shared/contract/base.ts';
import type { campaign } from '../../../shared/contract/campaign.ts';
import { type Preset, parsePreset } from '../../../shared/contract/preset.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { ownOffice } from '../../store/office-sql.ts';
import { guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import {
  type CampaignUses,
  changedParts,
  refuseLosses,
  refuseRemovedPhases,
  withChanges,
} from './campaign-changes.ts';
import { type CampaignRow, latestCampaign, versionOn, versionsOf } from './campaign-sql.ts';
import { withCategory, withoutCategory, withRestored } from './category-lists.ts';

/** The first version of a campaign holds from always: from the first day that can be written. */
const ALWAYS = '1900-01-01' as CalendarDate;

export interface CurrentCampaign {
  readonly id: string;
  readonly rev: number;
  /** 1 for what the campaign was begun with. */
  readonly version: number;
  /** The version's first day; null: from always. */
  readonly effectiveOn: CalendarDate | null;
  readonly content: Preset;
}

/**
 * Begins a campaign with the office's own copy of a preset: later changes touch the copy alone.
 * @throws Refusal `preset_invalid`, `phases_overlap`, `phase_ends_before_it_begins`
 */
export function startCampaign(write: Write, content: unknown): Preset {
  const begun = parsePreset(content);
  const id = write.newId();
  const text = JSON.stringify(begun);
  const pk = insertRow(write, 'campaign', id, { preset: begun.id, name: begun.name, content: text });
  insertVersion(write, pk, { number: 1, on: ALWAYS, text, reason: null });
  write.record({ campaign: id, preset: begun.id });
  return begun;
}

export function hasCampaign(db: Readable, office: number): boolean {
  return latestCampaign(db, office) !== undefined;
}

/** The version made last. @throws Refusal `campaign_missing` before one was begun */
export function currentCampaign(db: Readable, office: number): CurrentCampaign {
  const row = latestRow(db, office);
  const [newest] = versionsOf(db, row.pk);
  return toldCampaign(row, newest ?? { number: 1, from_on: ALWAYS, content: row.content });
}

/**
 * The version in force on a day: what is counted as of then is counted under it, whatever was changed later.
 * @throws Refusal `campaign_missing` before one was begun
 */
export function campaignOn(db: Readable, office: number, day: CalendarDate): CurrentCampaign {
  const row = latestRow(db, office);
  return toldCampaign(
    row,
    versionOn(db, row.pk, day) ?? { number: 1, from_on: ALWAYS, content: row.content },
  );
}

/** Whose campaign tells of an office's rows: its own copy where that has arrived, else ours. */
export function campaignOffice(db: Readable, own: number, office: number): number {
  return hasCampaign(db, office) ? office : own;
}

/** Newest first, with the parts in which each differs from the one before. */
export function campaignVersions(db: Readable, office: number) {
  const rows = versionsOf(db, latestRow(db, office).pk);
  return rows.map((row, place) => {
    const before = rows[place + 1];
    return {
      version: row.number,
      effectiveOn: row.from_on === ALWAYS ? null : row.from_on,
      reason: row.reason,
      by: row.author,
      at: row.changed_at,
      changed: before ? changedParts(contentOf(before), contentOf(row)) : [],
    };
  });
}

/**
 * Makes the next version. What rows name can be retired and moved, never lost.
 * @param uses how often rows of the office name each word of the campaign
 * @throws Refusal `conflict`, `version_day_wrong`, `phase_in_use`, `action_in_use`, `list_in_use`,
 *   `phases_overlap`, `phase_ends_before_it_begins`, `preset_invalid`
 */
export function changeCampaign(write: Write, input: Given<typeof campaign.change>, uses: CampaignUses) {
  const { rev, reason, effectiveOn, ...changes } = input;
  return nextVersion(write, { rev, reason, effectiveOn }, (before) => {
    const wanted = withChanges(before, changes);
    refuseRemovedPhases(before, wanted, uses);
    const after = parsePreset(wanted);
    refuseLosses(before, after, uses);
    return after;
  });
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

function changeLists(
  write: Write,
  rev: number,
  change: (lists: Preset['categoryLists']) => Preset['categoryLists'],
): { id: string; rev: number } {
  const { id } = nextVersion(write, { rev, reason: null, effectiveOn: null }, (before) =>
    parsePreset({ ...before, categoryLists: change(before.categoryLists) }),
  );
  return { id, rev: write.rev };
}

interface VersionAsked {
  readonly rev: number;
  readonly reason: string | null;
  /** Null: today. */
  readonly effectiveOn: CalendarDate | null;
}

/** Rows written since may bear what came with a version, so that no version is taken back. */
function nextVersion(
  write: Write,
  { rev, reason, effectiveOn }: VersionAsked,
  change: (before: Preset) => Preset,
) {
  const row = latestRow(write, write.office);
  guardVersion(write, row, rev);
  const [newest] = versionsOf(write, row.pk);
  const on = dayOfVersion(write, newest?.from_on ?? ALWAYS, effectiveOn);
  const before = contentOf(row);
  const after = change(before);
  const number = (newest?.number ?? 0) + 1;
  const text = JSON.stringify(after);
  write.undo.refuse('undo_not_possible');
  insertVersion(write, row.pk, { number, on, text, reason });
  updateRow(write, 'campaign', row.pk, { content: text, name: after.name });
  write.record({ campaign: row.id, version: number, from: on, changed: changedParts(before, after), reason });
  return { id: row.id, rev: write.rev, version: number };
}

/** Versions follow each other by their days, and a clock that was turned back does not stop the next one. */
function dayOfVersion({ today }: Write, last: CalendarDate, asked: CalendarDate | null): CalendarDate {
  if (asked === null) return last > today ? last : today;
  const since = last === ALWAYS ? null : last;
  ensure(asked >= last && asked <= today, 'version_day_wrong', { on: asked, last: since, today });
  return asked;
}

function insertVersion(
  write: Write,
  campaignPk: number,
  version: { number: number; on: CalendarDate; text: string; reason: string | null },
): void {
  const { number, on, text, reason } = version;
  const values = { campaign: campaignPk, number, from_on: on, content: text, reason };
  insertRow(write, 'campaign_version', write.newId(), values);
}

function latestRow(db: Readable, office: number): CampaignRow {
  const row = latestCampaign(db, office);
  ensure(row, 'campaign_missing');
  return row;
}

function toldCampaign(
  row: CampaignRow,
  version: { readonly number: number; readonly from_on: CalendarDate; readonly content: string },
): CurrentCampaign {
  return {
    id: row.id,
    rev: row.rev,
    version: version.number,
    effectiveOn: version.from_on === ALWAYS ? null : version.from_on,
    content: contentOf(version),
  };
}

function contentOf({ content }: { readonly content: string }): Preset {
  return parsePreset(JSON.parse(content));
}
