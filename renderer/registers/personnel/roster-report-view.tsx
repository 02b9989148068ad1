import { useEffect, useRef, useState } from 'react';
import { ROW_OUTCOMES, type RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { longWorkText } from '../../text/long-work.ts';
import { rowOutcomeWords } from '../../text/outcomes.ts';
import { rehearsalText } from '../../text/roster-import-page.ts';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { HeldRows } from './held-rows.tsx';
import { RosterChanges } from './roster-changes.tsx';
import type { RosterReport } from './roster-choices.ts';
import type { RosterImport } from './roster-import.ts';

interface RosterReportViewProps {
  readonly roster: RosterImport;
  readonly report: RosterReport;
}

/** The sum that accounts for every row read, what must be decided, and what each row becomes. */
export function RosterReportView({ roster, report }: RosterReportViewProps) {
  const [asked, setChosen] = useState<RowOutcome | null>(null);
  // A term that no longer counts anything filters nothing.
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
  const hasHeld = roster.seen.size + roster.doubts.length > 0;
  return (
    <>
      <div className="panel import-sum" ref={sum} tabIndex={-1}>
        <IdentitySum
          whole={{ title: rehearsalText.whole, value: report.read }}
          terms={terms}
          chosen={chosen}
          onChoose={(id) => setChosen(id as RowOutcome | null)}
        />
        <span className="secondary import-proof" role="status">
          {roster.work.isRunning ? <Again roster={roster} /> : <Proof report={report} />}
        </span>
      </div>
      {hasHeld && <HeldRows roster={roster} report={report} />}
      {(chosen !== 'held' || !hasHeld) && (
        <RosterChanges
          report={report}
          outcome={chosen}
          onShowAll={() => setChosen(null)}
          onDecide={roster.decide}
        />
      )}
    </>
  );
}

function Proof({ report }: Pick<RosterReportViewProps, 'report'>) {
  const terms = ROW_OUTCOMES.map((outcome) => report[outcome]);
  return (
    <>
      <TickSign /> <span className="wide-only">{rehearsalText.identity(terms, report.read)}</span>
      {rehearsalText.complete}
    </>
  );
}

/** Deciding goes on meanwhile. */
function Again({ roster: { work } }: Pick<RosterReportViewProps, 'roster'>) {
  const { step = '', done = 0, total = 0 } = work.progress ?? {};
  return (
    <>
      {rehearsalText.again(longWorkText.step(step, done, total))}{' '}
      <button type="button" className="link-button" onClick={work.cancel} disabled={work.isCancelling}>
        {rehearsalText.stop}
      </button>
    </>
  );
}
