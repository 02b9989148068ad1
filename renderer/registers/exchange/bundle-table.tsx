import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { errorSentence } from '../../text/errors.ts';
import { importText } from '../../text/exchange-page.ts';
import type { Column } from '../../ui/data-table.tsx';
import { IdentitySum } from '../../ui/identity-sum.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { BundleRow, ImportReport } from './exchange-queries.ts';

type Outcome = BundleRow['outcome'];

const SHAPES: Readonly<Record<Outcome, [StateShape, 'ok' | 'danger' | undefined]>> = {
  applicable: ['half', 'ok'],
  applied: ['full', 'ok'],
  duplicate: ['ring', undefined],
  superseded: ['ring', undefined],
  early: ['paused', undefined],
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

export function RehearsalSum({ report }: { readonly report: ImportReport }) {
  const compared = report.bundles.filter(isCompared);
  const sum = (of: 'total' | (typeof COUNTS)[number]) => compared.reduce((all, row) => all + row[of], 0);
  return (
    <IdentitySum
      whole={{ title: importText.whole, value: sum('total') }}
      terms={COUNTS.map((id) => ({
        id,
        title: importText.terms[id],
        value: sum(id),
        tone: id === 'refused' ? ('danger' as const) : undefined,
      }))}
    />
  );
}

export function BundleTable({ report }: { readonly report: ImportReport }) {
  return (
    <SimpleTable<BundleRow>
      label={importText.columns.outcome}
      rows={report.bundles}
      rowKey={(row, index) => `${row.fileName} ${index}`}
      isMarked={({ outcome }) => outcome === 'refused' || outcome === 'fork'}
      columns={columns}
    />
  );
}

const text = importText.columns;
const columns: Column<BundleRow>[] = [
  {
    id: 'office',
    title: text.office,
    width: 110,
    cell: ({ office }) => <span className="mono">{office ?? '—'}</span>,
  },
  {
    id: 'sequence',
    title: text.sequence,
    width: 48,
    align: 'number',
    cell: ({ sequence }) => <b>{sequence ?? '—'}</b>,
  },
  { id: 'total', title: text.total, width: 72, align: 'number', cell: ({ total }) => <b>{total}</b> },
  ...COUNTS.map(
    (id): Column<BundleRow> => ({
      id,
      title: text[id],
      width: 72,
      align: 'number',
      cell: (row) => (isCompared(row) ? row[id] || '—' : <span className="not-compared">　</span>),
    }),
  ),
  { id: 'outcome', title: text.outcome, cell: outcomeCell },
  {
    id: 'file',
    title: text.file,
    width: 220,
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
  return (
    <span title={details.join('；')}>
      <StateSign shape={shape} tone={tone}>
        {importText.outcome(row.outcome)}
      </StateSign>{' '}
      {details.join('；')}
    </span>
  );
}

function detailsOf({ problem, waitsFor, notApplicable, dropped, closes }: BundleRow): string[] {
  return [
    waitsFor === null ? '' : importText.waitsFor(waitsFor),
    problem && waitsFor === null ? errorSentence(problem as ErrorCode) : '',
    notApplicable > 0 ? importText.notApplicable(notApplicable) : '',
    dropped > 0 ? importText.dropped(dropped) : '',
    closes ? importText.closes(closes) : '',
  ].filter(Boolean);
}
