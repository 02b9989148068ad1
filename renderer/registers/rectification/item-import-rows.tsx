import { useMemo } from 'react';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { itemFieldWords, itemRowReasonSentences } from '../../text/item-import.ts';
import { itemImportText as text } from '../../text/rectification-import.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty } from '../../ui/page.tsx';
import type { ImportRow, ItemImport, ItemReport } from './item-import.ts';
import { ImportAnswers } from './item-import-answers.tsx';

interface ImportRowsProps {
  readonly report: ItemReport;
  readonly outcome: RowOutcome | null;
  readonly sheet: ItemImport;
}

/** The rows that one term of the sum counts, in the order of the list; a held one is decided in its line. */
export function ImportRows({ report, outcome, sheet }: ImportRowsProps) {
  const rows = useMemo(
    () => report.rows.filter((row) => outcome === null || row.outcome === outcome),
    [report, outcome],
  );
  return (
    <div className="rectification-import-rows">
      <DataTable
        id="itemImport"
        label={text.rows}
        columns={columnsOf(sheet)}
        total={rows.length}
        row={(at) => rows[at]}
        rowKey={({ line }) => String(line)}
        empty={<Empty>{text.nothingHere}</Empty>}
      />
    </div>
  );
}

function columnsOf(sheet: ItemImport): readonly Column<ImportRow>[] {
  const titles = text.columns;
  return [
    { id: 'line', title: titles.line, width: 44, align: 'number', cell: ({ line }) => line },
    {
      id: 'outcome',
      title: titles.outcome,
      width: 72,
      cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
    },
    {
      id: 'problem',
      title: titles.problem,
      width: 180,
      cell: ({ cells }) => cellOf(joined(cells.number, cells.problem)),
    },
    { id: 'unit', title: titles.unit, width: 100, cell: ({ cells }) => cellOf(cells.unit) },
    {
      id: 'decide',
      title: titles.decide,
      width: 200,
      cell: (row) => <ImportAnswers row={row} sheet={sheet} />,
    },
    { id: 'why', title: titles.why, cell: why },
  ];
}

function cellOf(value: string | undefined) {
  return <span title={value}>{value || text.blank}</span>;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function why({ reason, changes = [] }: ImportRow) {
  const changed = changes.map(({ field, before, after }) =>
    text.change(itemFieldWords[field], before ?? text.blank, after),
  );
  const said = reason ? itemRowReasonSentences[reason] : changed.join('；');
  return <span title={said}>{said}</span>;
}
