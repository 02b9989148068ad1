import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';
import type { StoredRow } from '../../store/rows.ts';

export interface CampaignRow extends StoredRow {
  readonly preset: string;
  readonly name: string;
  /** The version in force today. */
  readonly content: string;
}

export interface VersionRow extends StoredRow {
  readonly number: number;
  readonly from_on: CalendarDate;
  readonly content: string;
  readonly reason: string | null;
}

/** The campaign begun last is the one the office works in. */
export function latestCampaign(db: Readable, office: number): CampaignRow | undefined {
  return db.get<CampaignRow>(
    'SELECT * FROM campaign WHERE office = ? AND deleted = 0 ORDER BY pk DESC LIMIT 1',
    office,
  );
}

/** The version of a campaign that holds on a day; the first one holds from always. */
export function versionOn(db: Readable, campaign: number, day: CalendarDate): VersionRow | undefined {
  return db.get<VersionRow>(
    `SELECT * FROM campaign_version WHERE campaign = ? AND from_on <= ? AND deleted = 0
     ORDER BY number DESC LIMIT 1`,
    campaign,
    day,
  );
}

/** Newest first. */
export function versionsOf(db: Readable, campaign: number): (VersionRow & { author: string | null })[] {
  return db.all(
    `SELECT version.*, account.name AS author FROM campaign_version AS version
     LEFT JOIN account ON account.pk = version.changed_by
     WHERE version.campaign = ? AND version.deleted = 0 ORDER BY version.number DESC`,
    campaign,
  );
}

/** Made after revision `after`, oldest first. */
export function changedVersions(db: Readable, campaign: number, after: number): VersionRow[] {
  return db.all<VersionRow>(
    'SELECT * FROM campaign_version WHERE campaign = ? AND rev > ? ORDER BY number',
    campaign,
    after,
  );
}
