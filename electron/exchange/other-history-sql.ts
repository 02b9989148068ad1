import type { Readable } from '../store/handles.ts';

/** Where the rows of a report lie, what tells two of them apart, and which of them are meant. */
const PLACES = {
  campaign: ['campaign_version', 'id', ''],
  unit: ['unit', 'id', ''],
  person: ['person', 'id', "AND purpose = 'attendance'"],
  filer: ['person', 'id', "AND purpose = 'selfInspection'"],
  /** By the people whose memberships came whole. */
  membership: ['posting', 'person', ''],
  session: ['study_session', 'id', ''],
  sessionMove: ['move', 'id', "AND register = 'study_session'"],
  round: ['inspection_round', 'id', ''],
  filing: ['filing', 'id', ''],
  item: ['rectification_item', 'id', ''],
  itemMove: ['move', 'id', "AND register = 'rectification_item'"],
  action: ['action_instance', 'id', ''],
  actionMove: ['move', 'id', "AND register = 'action_instance'"],
  institution: ['institution', 'id', ''],
  counter: ['monthly_counter', 'id', ''],
  evaluation: ['evaluation', 'id', ''],
  evaluationLine: ['evaluation_line', 'id', ''],
  evaluationOrder: ['evaluation_order', 'id', ''],
  evaluationMove: ['move', 'id', "AND register = 'evaluation'"],
  weeklyReport: ['weekly_report', 'id', ''],
  period: ['period', 'id', ''],
} as const;

export type Place = keyof typeof PLACES;
export const PLACE_NAMES = Object.keys(PLACES) as Place[];

/**
 * How many rows of an office stand here that were touched after revision `base` and are not listed.
 * @param listed JSON list of what tells rows apart
 */
export function countUnlisted(
  db: Readable,
  place: Place,
  { office, base, listed }: { readonly office: number; readonly base: number; readonly listed: string },
): number {
  const [table, key, only] = PLACES[place];
  const row = db.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${table} WHERE office = ? AND rev > ? ${only}
       AND ${key} NOT IN (SELECT value FROM json_each(?))`,
    office,
    base,
    listed,
  );
  return row?.rows ?? 0;
}
