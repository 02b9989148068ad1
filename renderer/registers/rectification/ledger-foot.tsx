import { useQuery } from '@tanstack/react-query';
import { ledgerText } from '../../text/rectification-page.ts';
import type { LedgerSearch } from './ledger-search.ts';
import { type Place, rectificationQueries } from './rectification-queries.ts';

interface LedgerFootProps {
  readonly place: Place;
  readonly search: LedgerSearch;
  readonly shown: number;
  readonly all: number;
}

/** How many rows of how many, what of them is urgent, and how they are counted. */
export function LedgerFoot({ place, search, shown, all }: LedgerFootProps) {
  const counts = useQuery(rectificationQueries.counts(place, search)).data;
  return (
    <p className="panel-foot rectification-foot">
      <b>{ledgerText.shown(shown, all)}</b>
      {counts && (
        <span>
          {ledgerText.overdueCount(counts.overdue)} · {ledgerText.dueSoonCount(counts.dueSoon)}
        </span>
      )}
      <span>
        {ledgerText.definition}
        {definition(search)}
      </span>
    </p>
  );
}

function definition({ view, fromGroup, matter }: LedgerSearch): string {
  const { definitions } = ledgerText;
  if (matter === 'itemToComplete') return definitions.toComplete;
  if (fromGroup && view === 'open') return definitions.fromGroup;
  return definitions[view];
}
