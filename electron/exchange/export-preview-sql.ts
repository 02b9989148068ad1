import type { Readable, Write } from '../store/handles.ts';

const OF_MOVES = (register: string, leaves = '1') => `move WHERE office = ?1 AND register = '${register}'
  AND ${leaves}`;
const NUMBERED = 'subject IN (SELECT pk FROM rectification_item WHERE office = ?1 AND number IS NOT NULL)';

/** Where the rows of a report's tables lie, tombstones included; those that come whole or in parts are not counted. */
const HELD: Readonly<Record<string, string>> = {
  unit: 'unit WHERE office = ?1',
  person: 'person WHERE office = ?1',
  filer: 'person WHERE office = ?1',
  session: 'study_session WHERE office = ?1',
  sessionMove: OF_MOVES('study_session'),
  attendance: 'attendance WHERE office = ?1',
  round: 'inspection_round WHERE office = ?1',
  filing: 'filing WHERE office = ?1',
  item: 'rectification_item WHERE office = ?1 AND number IS NOT NULL',
  itemMove: OF_MOVES('rectification_item', NUMBERED),
  institution: 'institution WHERE office = ?1',
  counter: 'monthly_counter WHERE office = ?1',
  action: 'action_instance WHERE office = ?1',
  period: 'period WHERE office = ?1',
  actionMove: OF_MOVES('action_instance'),
};

export type HeldRows = Readonly<Record<string, number>>;

/**
 * How many rows of each table there are now.
 * @param periods those that come with the bundle that is being made
 */
export function heldRows(db: Readable, office: number, periods: number): HeldRows {
  const counts = Object.entries(HELD).map(([table, rows]) => `(SELECT count(*) FROM ${rows}) AS "${table}"`);
  const held = db.get<HeldRows>(`SELECT ${counts.join(', ')}`, office) ?? {};
  return { ...held, period: (held.period ?? 0) + periods };
}

/** Notes them with the bundle that was sealed for a recipient last. */
export function keepHeldRows(write: Write, recipient: number, held: HeldRows): void {
  write.run(
    'INSERT INTO sent_rows (sent, held) SELECT max(pk), ? FROM sent_bundle WHERE recipient = ?',
    JSON.stringify(held),
    recipient,
  );
}

/** How many there were when a bundle was sealed; undefined where it was not noted. */
export function heldWhenSent(db: Readable, sent: number): HeldRows | undefined {
  const row = db.get<{ held: string }>('SELECT held FROM sent_rows WHERE sent = ?', sent);
  return row && (JSON.parse(row.held) as HeldRows);
}

/** Whether anything was sealed for the recipient, in whichever epoch. */
export function wasSentTo(db: Readable, recipient: number): boolean {
  return db.get('SELECT 1 FROM sent_bundle WHERE recipient = ?', recipient) !== undefined;
}
