import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { errorSentence } from '../../text/errors.ts';
import { importText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { doneWords, importDeskText } from '../../text/import-desk.ts';
import type { Column } from '../../ui/data-table.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { BundleRow } from './exchange-queries.ts';

type Outcome = BundleRow['outcome'];

const SHAPES: Readonly<Record<Outcome, [StateShape, 'ok' | 'danger' | undefined]>> = {
  applicable: ['half', 'ok'],
  applied: ['full', 'ok'],
  duplicate: ['ring', undefined],
  superseded: ['ring', undefined],
  early: ['paused', undefined],
  kept: ['paused', undefined],
  fork: ['crossed', 'danger'],
  refused: ['crossed', 'danger'],
};

const COUNTS = ['added', 'changed', 'unchanged', 'withheld', 'refused'] as const;

export function canApply({ outcome }: BundleRow): boolean {
  return outcome === 'applicable';
}

/** Rows of a bundle that was not compared stand in no sum. */
function isCompared({ outcome }: BundleRow): boolean {
  return outcome === 'applicable' || outcome === 'applied';
}

export function RehearsalSum({ bundles }: { readonly bundles: readonly BundleRow[] }) {
  const compared = bundles.filter(isCompared);
  const sum = (of: 'total' | (typeof COUNTS)[number]) => sumOf(compared, of);
  return (
    <div className="import-sum">
      <IdentitySum
        whole={{ title: importText.whole, value: sum('total') }}
        terms={COUNTS.map((id) => ({
          id,
          title: importText.terms[id],
          value: sum(id),
          tone: id === 'refused' ? ('danger' as const) : undefined,
        }))}
      />
      <StateSign shape="full" tone="ok">
        {importDeskText.equal}
      </StateSign>
    </div>
  );
}

function sumOf(rows: readonly BundleRow[], of: 'total' | (typeof COUNTS)[number]): number {
  return rows.reduce((all, row) => all + row[of], 0);
}

interface BundleTableProps {
  readonly bundles: readonly BundleRow[];
  /** Beside the outcome of a bundle: what can be done about it. */
  readonly act?: (row: BundleRow) => ReactNode;
}

export function BundleTable({ bundles, act }: BundleTableProps) {
  return (
    <SimpleTable<BundleRow>
      label={importText.columns.outcome}
      rows={bundles}
      rowKey={(row, index) => `${row.fileName} ${index}`}
      isMarked={({ outcome }) => outcome === 'refused' || outcome === 'fork'}
      columns={columnsOf(act)}
      foot={<SumRow bundles={bundles.filter(isCompared)} />}
    />
  );
}

/** Sums over what was compared; they are those of the identity above. */
function SumRow({ bundles }: { readonly bundles: readonly BundleRow[] }) {
  const offices = new Set(bundles.map(({ sender }) => sender)).size;
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {importDeskText.sums(offices, bundles.length)}
        </th>
        <td className="wide-only" />
        {(['total', ...COUNTS] as const).map((of) => (
          <td key={of} className="number">
            <b>{sumOf(bundles, of) || '—'}</b>
          </td>
        ))}
        <td />
        <td className="wide-only" />
      </tr>
    </tfoot>
  );
}

const text = importText.columns;
const columnsOf = (act: BundleTableProps['act']): Column<BundleRow>[] => [
  {
    id: 'office',
    title: text.office,
    width: 130,
    cell: ({ office, name }) => (
      <span title={office ?? undefined}>{name ?? <span className="mono">{office ?? '—'}</span>}</span>
    ),
  },
  {
    id: 'sequence',
    title: text.sequence,
    width: 44,
    align: 'number',
    cell: ({ sequence }) => <b>{sequence ?? '—'}</b>,
  },
  {
    id: 'period',
    title: importDeskText.period,
    width: 200,
    wideOnly: true,
    cell: ({ from, asOf, full }) =>
      asOf === null ? '—' : importDeskText.periodOf(from && dayOf(from), dayOf(asOf), full === true),
  },
  { id: 'total', title: text.total, width: 60, align: 'number', cell: ({ total }) => <b>{total}</b> },
  ...COUNTS.map(
    (id): Column<BundleRow> => ({
      id,
      title: text[id],
      width: 62,
      align: 'number',
      cell: (row) => (isCompared(row) ? row[id] || '—' : <span className="not-compared">　</span>),
    }),
  ),
  {
    id: 'outcome',
    title: text.outcome,
    cell: (row) => (
      <>
        {outcomeCell(row)} {act?.(row)}
      </>
    ),
  },
  {
    id: 'file',
    title: text.file,
    width: 160,
    wideOnly: true,
    cell: ({ fileName }) => (
      <span className="mono" title={fileName}>
        {fileName}
      </span>
    ),
  },
];

function outcomeCell(row: BundleRow) {
  const [shape, tone] = SHAPES[row.outcome];
  const details = detailsOf(row);
  const told = row.problem ? errorSentence(row.problem as ErrorCode) : details.join('；');
  return (
    <span className="import-told" title={told}>
      <StateSign shape={shape} tone={tone}>
        {importText.outcome(row.outcome)}
      </StateSign>{' '}
      {details.join('；')}
    </span>
  );
}

function detailsOf({ problem, waitsFor, notApplicable, regained, dropped, closes }: BundleRow): string[] {
  return [
    waitsFor === null ? '' : importText.waitsFor(waitsFor),
    problem && waitsFor === null ? (doneWords[problem] ?? errorSentence(problem as ErrorCode)) : '',
    notApplicable > 0 ? importText.notApplicable(notApplicable) : '',
    regained > 0 ? importText.regained(regained) : '',
    dropped > 0 ? importText.dropped(dropped) : '',
    closes ? importText.closes(closes) : '',
  ].filter(Boolean);
}
