import { Fragment, useMemo } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { rowReasonSentences } from '../../text/outcomes.ts';
import { rehearsalText } from '../../text/roster-import-page.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import type { RosterReport, RosterRow, RowDecision } from './roster-choices.ts';

interface RosterChangesProps {
  readonly report: RosterReport;
  /** Null: all that would be changed or is left out. */
  readonly outcome: RowOutcome | null;
  readonly onShowAll: () => void;
  readonly onDecide: (row: RosterRow, decision: RowDecision) => void;
}

/** What writing would make of each row, by line of the file. */
export function RosterChanges({ report, outcome, onShowAll, onDecide }: RosterChangesProps) {
  const rows = useMemo(() => report.rows.filter((row) => isListed(row, outcome)), [report, outcome]);
  const { added, changed, skipped, unchanged } = report;
  const folded = unchanged > 0 ? rehearsalText.folded(unchanged) : '';
  const title = outcome ? rehearsalText.listTitle[outcome](rows.length) : rehearsalText.changes;
  return (
    <Panel
      title={title}
      note={outcome === null && rehearsalText.changesNote(added, changed, skipped) + folded}
      extra={
        outcome && (
          <button type="button" className="link-button" onClick={onShowAll}>
            {rehearsalText.showAll}
          </button>
        )
      }
      className="import-rows"
    >
      <DataTable
        id="personnel.import.changes"
        label={title}
        columns={columnsOf(onDecide)}
        total={rows.length}
        row={(index) => rows[index]}
        rowKey={({ line }) => String(line)}
        empty={<Empty>{rehearsalText.nothingHere}</Empty>}
      />
    </Panel>
  );
}

function isListed({ outcome: own }: RosterRow, outcome: RowOutcome | null): boolean {
  return outcome === null ? own !== 'unchanged' && own !== 'held' : own === outcome;
}

function columnsOf(onDecide: RosterChangesProps['onDecide']): readonly Column<RosterRow>[] {
  const { columns, blankCell } = rehearsalText;
  return [
    { id: 'line', title: columns.line, width: 48, align: 'number', cell: ({ line }) => line },
    {
      id: 'outcome',
      title: columns.outcome,
      width: 76,
      cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
    },
    { id: 'name', title: columns.name, width: 92, cell: ({ name }) => name || blankCell },
    { id: 'unit', title: columns.unit, width: 140, cell: ({ unit }) => unit || blankCell },
    { id: 'content', title: columns.content, cell: (row) => <Content {...{ row, onDecide }} /> },
  ];
}

interface ContentProps {
  readonly row: RosterRow;
  readonly onDecide: RosterChangesProps['onDecide'];
}

function Content({ row, onDecide }: ContentProps) {
  if (row.changes) return <Changes changes={row.changes} />;
  const said = sentenceOf(row);
  if (row.reason !== 'duplicateRow') return <span title={said}>{said}</span>;
  return (
    <>
      {said}{' '}
      <button type="button" className="link-button" onClick={() => onDecide(row, { person: 'new' })}>
        {rehearsalText.notRepeated}
      </button>
    </>
  );
}

/** Each field as it is, struck through, and as it will be. */
function Changes({ changes }: { readonly changes: NonNullable<RosterRow['changes']> }) {
  return (
    <>
      {changes.map(({ field, before, after }, at) => (
        <Fragment key={field}>
          {at > 0 && '；'}
          {rehearsalText.fieldOf(field)}{' '}
          <s className="import-before">{rehearsalText.valueOf(field, before)}</s>
          {' → '}
          {rehearsalText.valueOf(field, after)}
        </Fragment>
      ))}
    </>
  );
}

function sentenceOf({ outcome, reason }: RosterRow): string {
  if (reason) return rowReasonSentences[reason];
  return outcome === 'held' || outcome === 'skipped' ? '' : rehearsalText.plain[outcome];
}
