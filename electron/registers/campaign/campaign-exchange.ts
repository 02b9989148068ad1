import { parsePreset } from '../../../shared/contract/preset.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure, Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { putReceivedRow, type RowFate } from '../../store/received-rows.ts';
import { partsOf } from '../text-parts.ts';
import { changedVersions, latestCampaign } from './campaign-sql.ts';

/** A stretch of a version's content: no text of a bundle is as long as a campaign can be. */
export interface VersionRecord {
  readonly id: string;
  /** Id of the campaign. */
  readonly campaign: string;
  readonly number: number;
  readonly from: CalendarDate;
  /** From 0. */
  readonly part: number;
  readonly content: string;
}

/** The versions of the campaign that the office works in, made after revision `after`, in parts. */
export function changedCampaign(db: Readable, office: number, after: number): VersionRecord[] {
  const row = latestCampaign(db, office);
  if (!row) return [];
  return changedVersions(db, row.pk, after).flatMap(({ id, number, from_on: from, content }) =>
    partsOf(content).map((text, part) => ({ id, campaign: row.id, number, from, part, content: text })),
  );
}

/** The campaign that a report speaks of, if it is another one than the office's books here. */
export function isAnotherCampaign(db: Readable, office: number, records: readonly VersionRecord[]): boolean {
  const held = latestCampaign(db, office);
  const [first] = records;
  return held !== undefined && first !== undefined && first.campaign !== held.id;
}

/** What the office's books here are called; undefined where its campaign has not arrived. */
export function heldCampaign(db: Readable, office: number): string | undefined {
  return latestCampaign(db, office)?.name;
}

/**
 * Puts an office's campaign into its books, checked as a preset is.
 * @returns a fate for each part. @throws Refusal `bundle_row_invalid`
 */
export function putCampaign(
  write: Write,
  office: number,
  rev: number,
  records: readonly VersionRecord[],
): RowFate[] {
  refuseUnless(!isAnotherCampaign(write, office, records), 'campaign');
  const numbers = [...new Set(records.map(({ number }) => number))];
  return numbers.flatMap((number) =>
    putVersion(
      write,
      office,
      rev,
      records.filter((one) => one.number === number),
    ),
  );
}

function putVersion(write: Write, office: number, rev: number, parts: readonly VersionRecord[]): RowFate[] {
  const [first] = parts;
  if (!first) return [];
  const whole = parts.every(
    ({ id, campaign, from, part }, place) =>
      part === place && id === first.id && campaign === first.campaign && from === first.from,
  );
  refuseUnless(whole, 'part');
  const content = checked(parts.map((one) => one.content).join(''));
  const { id: preset, name } = content;
  const values = { preset, name, content: JSON.stringify(content) };
  putReceivedRow(write, 'campaign', office, {
    ...{ id: first.campaign, rev, stamped: true, deleted: 0, values },
  });
  const campaign = latestCampaign(write, office);
  const fate = putReceivedRow(write, 'campaign_version', office, {
    ...{ id: first.id, rev, stamped: true, deleted: 0 },
    fixed: { campaign: campaign?.pk ?? 0, number: first.number },
    values: { from_on: first.from, content: values.content },
  });
  return parts.map(() => fate);
}

function checked(text: string) {
  try {
    return parsePreset(JSON.parse(text));
  } catch {
    throw new Refusal('bundle_row_invalid', { register: 'campaign', column: 'content' });
  }
}

function refuseUnless(holds: boolean, column: string): void {
  ensure(holds, 'bundle_row_invalid', { register: 'campaign', column });
}
