import type { Readable } from './handles.ts';

/**
 * Columns by which living rows name others; all foreign keys between register tables, and what bears none. An
 * undo must not leave one that points at a tombstone.
 */
export const REFERENCES = [
  { from: 'unit', column: 'parent', to: 'unit' },
  { from: 'campaign_version', column: 'campaign', to: 'campaign' },
  { from: 'posting', column: 'person', to: 'person' },
  { from: 'posting', column: 'unit', to: 'unit' },
  { from: 'filing', column: 'round', to: 'inspection_round' },
  { from: 'filing', column: 'person', to: 'person' },
  { from: 'filing', column: 'unit', to: 'unit' },
  { from: 'filing_item', column: 'filing', to: 'filing' },
  { from: 'rectification_item', column: 'unit', to: 'unit' },
  { from: 'item_change', column: 'item', to: 'rectification_item' },
  { from: 'item_supervision', column: 'item', to: 'rectification_item' },
  { from: 'item_follow_up', column: 'item', to: 'rectification_item' },
  { from: 'talk', column: 'person', to: 'person' },
  { from: 'action_instance', column: 'unit', to: 'unit' },
  { from: 'institution', column: 'unit', to: 'unit' },
  { from: 'monthly_counter', column: 'unit', to: 'unit' },
  { from: 'evaluation_line', column: 'evaluation', to: 'evaluation' },
  { from: 'evaluation_order', column: 'evaluation', to: 'evaluation' },
] as const;

const KEYED = REFERENCES.map(
  ({ from, column, to }) => `
  FROM ${from} AS child JOIN ${to} AS parent ON parent.pk = child.${column}
  WHERE child.office = ?1 AND child.rev > ?2 AND child.deleted = 0 AND parent.deleted = 1`,
);

/** A list that froze, or was marked, gave its session a new rev. */
const LISTED = (['person', 'unit'] as const).map(
  (column) => `
  FROM study_session AS session
  JOIN attendance AS child ON child.office = session.office AND child.session = session.pk
  JOIN ${column} AS parent ON parent.pk = child.${column}
  WHERE session.office = ?1 AND session.rev > ?2 AND session.deleted = 0 AND child.deleted = 0
    AND parent.deleted = 1`,
);

/** Who is expected, by id. */
const EXPECTED = [
  { key: 'units', to: 'unit' },
  { key: 'people', to: 'person' },
].map(
  ({ key, to }) => `
  FROM study_session AS session, json_each(session.expected, '$.${key}') AS named
  JOIN ${to} AS parent ON parent.office = session.office AND parent.id = named.value
  WHERE session.office = ?1 AND session.rev > ?2 AND session.deleted = 0 AND parent.deleted = 1`,
);

/** The sessions that fulfil an action, by id. */
const FULFILLING = `
  FROM action_instance AS action, json_each(action.sessions) AS named
  JOIN study_session AS parent ON parent.office = action.office AND parent.id = named.value
  WHERE action.office = ?1 AND action.rev > ?2 AND action.deleted = 0 AND parent.deleted = 1`;

const COUNTS = [...KEYED, ...LISTED, ...EXPECTED, FULFILLING].map((rows) => `(SELECT count(*) ${rows})`);

/**
 * How many living rows point at tombstones. Those that name a row which came with a step were written after it,
 * and rows taken back are written now: only rows past the step's rev are looked at.
 */
export function countDangling(db: Readable, office: number, afterRev: number): number {
  const row = db.get<{ dangling: number }>(`SELECT ${COUNTS.join(' + ')} AS dangling`, office, afterRev);
  return row?.dangling ?? 0;
}
