import { useMemo } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { rowReasonSentences } from '../../text/outcomes.ts';
import { importText } from '../../text/personnel-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { type RosterReport, rowsOf } from './roster-import.ts';

type RosterRow = RosterReport['rows'][number];

interface RosterRowsTableProps {
  readonly report: RosterReport;
  readonly outcome: RowOutcome | null;
  readonly onShowAll: () => void;
}

/** The rows that one term of the sum counts, by line of the file. */
export function RosterRowsTable({ report, outcome, onShowAll }: RosterRowsTableProps) {
  const rows = useMemo(() => rowsOf(report, outcome), [report, outcome]);
  const title = outcome ? importText.listTitle[outcome](rows.length) : importText.allRows(rows.length);
  return (
    <Panel
      title={title}
      note={outcome === 'held' && rows.length > 0 ? importText.heldNote : importText.listNote}
      extra={
        outcome && (
          <button type="button" className="link-button" onClick={onShowAll}>
            {importText.showAll}
          </button>
        )
      }
      className="import-rows"
    >
      <DataTable
        label={title}
        columns={COLUMNS}
        total={rows.length}
        row={(index) => rows[index]}
        rowKey={({ line }) => String(line)}
        empty={<Empty>{importText.nothingHere}</Empty>}
      />
    </Panel>
  );
}

const { columns } = importText;

const COLUMNS: readonly Column<RosterRow>[] = [
  { id: 'line', title: columns.line, width: 56, align: 'number', cell: ({ line }) => line },
  {
    id: 'outcome',
    title: columns.outcome,
    width: 80,
    cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
  },
  { id: 'name', title: columns.name, width: 104, cell: ({ name }) => name || importText.blankCell },
  { id: 'unit', title: columns.unit, width: 160, cell: ({ unit }) => unit || importText.blankCell },
  {
    id: 'reason',
    title: columns.reason,
    cell: (row) => <span title={sentenceOf(row)}>{sentenceOf(row)}</span>,
  },
];

function sentenceOf({ outcome, reason }: RosterRow): string {
  if (reason) return rowReasonSentences[reason];
  return outcome === 'held' || outcome === 'skipped' ? '' : importText.plain[outcome];
}
