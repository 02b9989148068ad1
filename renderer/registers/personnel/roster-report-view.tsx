import { useEffect, useRef, useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { importText } from '../../text/personnel-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { TickSign } from '../../ui/signs.tsx';
import type { RosterReport } from './roster-import.ts';
import { RosterRowsTable } from './roster-rows-table.tsx';

/** The sum that accounts for every row read, and the rows of the term chosen in it. */
export function RosterReportView({ report }: { readonly report: RosterReport }) {
  // What must be decided comes first; a term that no longer counts anything filters nothing.
  const [asked, setChosen] = useState<RowOutcome | null>('held');
  const chosen = asked !== null && report[asked] > 0 ? asked : null;
  const sum = useRef<HTMLDivElement>(null);
  // The file was chosen in a window of its own; reading goes on here.
  useEffect(() => sum.current?.focus({ preventScroll: true }), []);
  const terms = ROW_OUTCOMES.map((outcome) => ({
    id: outcome,
    title: rowOutcomeWords[outcome],
    value: report[outcome],
    ...(outcome === 'held' ? { tone: 'warn' as const } : {}),
  }));
  return (
    <>
      <div className="panel import-sum" ref={sum} tabIndex={-1}>
        <IdentitySum
          whole={{ title: importText.whole, value: report.read }}
          terms={terms}
          chosen={chosen}
          onChoose={(id) => setChosen(id as RowOutcome | null)}
        />
        <span className="secondary import-proof">
          <TickSign />{' '}
          <span className="wide-only">
            {importText.identity(
              terms.map(({ value }) => value),
              report.read,
            )}
          </span>
          {importText.complete}
        </span>
      </div>
      <RosterRowsTable report={report} outcome={chosen} onShowAll={() => setChosen(null)} />
    </>
  );
}
