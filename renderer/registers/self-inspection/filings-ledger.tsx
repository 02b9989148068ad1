import './self-inspection.css';
import './filing-units.css';
import { useQuery } from '@tanstack/react-query';
import { usePagedRows } from '../../state/paged-rows.ts';
import { useIdentity } from '../../state/session.ts';
import { filingsText } from '../../text/self-inspection-page.ts';
import { Empty } from '../../ui/page.tsx';
import { RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { CoverageStrip } from './coverage-strip.tsx';
import { FilingsList } from './filings-list.tsx';
import { type ChangeSearch, type RoomSearch, useRoomSearch } from './room-search.ts';
import { chosenRound } from './round-choice.ts';
import { RoundSelect } from './round-select.tsx';
import { type FilingRow, type Round, selfInspectionQueries } from './self-inspection-queries.ts';
import { UnitsTable } from './units-table.tsx';

/**
 * An office's rounds as a group reads them: who has filed, by pseudonym where names do not leave, and what it has
 * remarked on the round.
 */
export function FilingsLedger({ office }: { readonly office: string }) {
  const { today } = useIdentity();
  const { data: rounds } = useQuery(selfInspectionQueries.rounds(office));
  const { search, change } = useRoomSearch(office);
  if (!rounds) return <Empty>{filingsText.loading}</Empty>;
  const round = chosenRound(rounds, search.round, today);
  if (!round) return <Empty>{filingsText.noRoundThere}</Empty>;
  return (
    <div className="self-inspection-ledger">
      <div className="self-inspection-ledger-head">
        <RoundSelect office={office} rounds={rounds} chosen={round} change={change} />
        <CoverageStrip round={round.id} state={search.state} change={change} office={office} />
      </div>
      <div className="self-inspection-room">
        <div className="self-inspection-side">
          <UnitsTable round={round.id} chosen={search.unit} change={change} />
        </div>
        <div className="self-inspection-main">
          <RoundFilings key={round.id} {...{ round, search, change }} />
        </div>
      </div>
    </div>
  );
}

interface RoundFilingsProps {
  readonly round: Round;
  readonly search: RoomSearch;
  readonly change: ChangeSearch;
}

function RoundFilings({ round, search, change }: RoundFilingsProps) {
  const { key, ask } = selfInspectionQueries.filings(round.id, search);
  const rows = usePagedRows<FilingRow>(key, ask);
  const all = useQuery(selfInspectionQueries.coverage(round.id)).data?.whole.expected;
  const remarks = useRemarks(round.id);
  return (
    <>
      <RecordRemarks remarks={remarks} />
      <FilingsList {...{ rows, all, search, change }} isAnonymous />
    </>
  );
}
