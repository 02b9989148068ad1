import type { Readable } from '../store/handles.ts';
import { ownEpoch } from '../store/office-sql.ts';
import { lastSent } from './bundle-log-sql.ts';
import { ownKeys } from './own-keys.ts';
import { allParties } from './parties.ts';
import { gatherReport } from './report-out.ts';

/** Goes with every report, changed or not. */
const ALWAYS_THERE = 'rankCheck';

/** Guidance groups that the last changes have not been sent to, with the number of the last bundle. */
export function unsentRecipients(
  db: Readable,
  office: number,
): { name: string; lastSequence: number | null }[] {
  const epoch = ownEpoch(db).counter;
  const { pseudonymKey } = ownKeys(db);
  return allParties(db)
    .filter(({ keys }) => keys.kind === 'group')
    .flatMap(({ pk, keys }) => {
      const last = lastSent(db, pk, epoch);
      const tables = gatherReport(db, { office, recipient: pk, after: last?.head_rev ?? 0, pseudonymKey });
      const changed = [...tables.keys()].some((name) => name !== ALWAYS_THERE);
      return changed ? [{ name: keys.name, lastSequence: last?.sequence ?? null }] : [];
    });
}
