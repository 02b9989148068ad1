import { Button, Select } from 'antd';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import { supportingImportText as text } from '../../text/supporting-import.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { OutcomeSign } from '../../ui/outcome-sign.tsx';
import { Empty } from '../../ui/page.tsx';
import type { RowDecision } from './sheet-import.ts';

export interface ImportedRow {
  readonly line: number;
  readonly outcome: RowOutcome;
  readonly reason: string | null;
}

interface ImportRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly units: readonly { readonly value: string; readonly label: string }[];
  readonly whatOf: (row: Row) => string;
  readonly whyOf: (row: Row) => string;
  readonly onDecide: (decision: RowDecision) => void;
}

/** The rows that one term of the sum counts, in the order of the list; a held one is decided in its line. */
export function ImportRows<Row extends ImportedRow>(props: ImportRowsProps<Row>) {
  const { rows, whatOf, whyOf } = props;
  const titles = text.columns;
  const columns: readonly Column<Row>[] = [
    { id: 'line', title: titles.line, width: 44, align: 'number', cell: ({ line }) => line },
    {
      id: 'outcome',
      title: titles.outcome,
      width: 72,
      cell: ({ outcome }) => <OutcomeSign outcome={outcome} />,
    },
    { id: 'what', title: titles.what, width: 280, cell: (row) => titled(whatOf(row)) },
    { id: 'decide', title: titles.decide, width: 200, cell: (row) => <Decide row={row} {...props} /> },
    { id: 'why', title: titles.why, cell: (row) => titled(whyOf(row)) },
  ];
  return (
    <div className="sheet-import-rows">
      <DataTable
        id="supportingImport"
        label={text.rows}
        columns={columns}
        total={rows.length}
        row={(at) => rows[at]}
        rowKey={({ line }) => String(line)}
        empty={<Empty>{text.nothingHere}</Empty>}
      />
    </div>
  );
}

const OF_UNITS: readonly (string | null)[] = ['unknownUnit', 'ambiguousUnit'];

/** What can be said about a row that is in doubt, or was put aside: nothing is guessed. */
function Decide<Row extends ImportedRow>({
  row: { line, outcome, reason },
  units,
  onDecide,
}: ImportRowsProps<Row> & { readonly row: Row }) {
  if (reason === 'skippedByUser')
    return (
      <Button size="small" onClick={() => onDecide({ line })}>
        {text.undecide}
      </Button>
    );
  if (outcome !== 'held') return null;
  return (
    <span className="sheet-import-answers">
      {OF_UNITS.includes(reason) && (
        <Select<string | null>
          size="small"
          aria-label={text.whichUnit(line)}
          placeholder={text.means}
          value={null}
          onChange={(unit) => unit && onDecide({ line, unit })}
          options={[...units]}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
        />
      )}
      <Button size="small" onClick={() => onDecide({ line, skip: true })}>
        {text.skip}
      </Button>
    </span>
  );
}

function titled(said: string) {
  return <span title={said}>{said}</span>;
}
