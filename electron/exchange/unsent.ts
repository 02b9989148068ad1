import type { Readable } from '../store/handles.ts';
import { ownEpoch, ownOffice } from '../store/office-sql.ts';
import { lastReported } from './bundle-log-sql.ts';
import { countToldAgain, missingIds } from './feedback-echo-sql.ts';
import { figuresTouchedAfter } from './figures-sql.ts';
import { ownKeys } from './own-keys.ts';
import { allParties } from './parties.ts';
import { gatherReport, type ReportScope } from './report-out.ts';

/** Goes with every report, changed or not. */
export const ALWAYS_THERE = 'rankCheck';
/** Which days were reported together is said of the reports, and no change of what they tell. */
const OF_REPORTING = 'period';

/** Guidance groups that the last changes, or what they have lost, have not been sent to, with the number of the last bundle. */
export function unsentRecipients(
  db: Readable,
  office: number,
): { name: string; lastSequence: number | null }[] {
  const epoch = ownEpoch(db).counter;
  const { pseudonymKey } = ownKeys(db);
  const isGroup = ownOffice(db).kind === 'group';
  return allParties(db)
    .filter(({ relation }) => relation === 'parent')
    .flatMap(({ pk, keys }) => {
      const last = lastReported(db, pk, epoch);
      const after = last?.head_rev ?? 0;
      const changed = isGroup
        ? figuresTouchedAfter(db, after)
        : rowsTouchedAfter(db, { office, recipient: pk, after, pseudonymKey }) > 0 ||
          missingIds(db, pk, after).length > 0;
      return changed ? [{ name: keys.name, lastSequence: last?.sequence ?? null }] : [];
    });
}

/** How many rows that leave have changed after a revision; an outcome that is told again has not. */
export function rowsTouchedAfter(db: Readable, scope: ReportScope): number {
  const tables = [...gatherReport(db, scope)];
  const changed = tables.filter(([name]) => name !== ALWAYS_THERE && name !== OF_REPORTING);
  const rows = changed.reduce((sum, [, table]) => sum + table.rows, 0);
  return rows - countToldAgain(db, scope.recipient, scope.after);
}
