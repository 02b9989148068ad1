import type { CountedRows } from '../../shared/contract/restoring.ts';
import type { Readable } from './handles.ts';

const ALIVE = 'WHERE deleted = 0';

const COUNTED: Readonly<Record<CountedRows, string>> = {
  accounts: 'account',
  units: `unit ${ALIVE}`,
  people: `person ${ALIVE}`,
  sessions: `study_session ${ALIVE}`,
  marks: `attendance ${ALIVE}`,
  filings: `filing ${ALIVE}`,
  items: `rectification_item ${ALIVE}`,
  talks: `talk ${ALIVE}`,
  actions: `action_instance ${ALIVE}`,
  institutions: `institution ${ALIVE}`,
  counters: `monthly_counter ${ALIVE}`,
  evaluations: `evaluation ${ALIVE}`,
  sentBundles: 'sent_bundle',
  receivedBundles: 'received_bundle',
};

/** How many rows of each kind a ledger has, those of other offices included. */
export function countedRows(db: Readable): Record<CountedRows, number> {
  const counts = Object.entries(COUNTED).map(([kind, from]) => [
    kind,
    db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`)?.count ?? 0,
  ]);
  return Object.fromEntries(counts) as Record<CountedRows, number>;
}
