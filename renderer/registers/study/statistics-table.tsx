import { Link } from '@tanstack/react-router';
import type { EducationType, FiguresBy } from '../../../shared/vocabulary/words.ts';
import { dayOf } from '../../text/frame.ts';
import { statisticsText as text } from '../../text/study-tables.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import type { Statistics } from './study-queries.ts';

type Participation = Statistics['total'];
type Row = Participation & { readonly key: string; readonly title: string; readonly session: string | null };

interface StatisticsTableProps {
  readonly by: FiguresBy;
  readonly data: Statistics;
  readonly phases: readonly { readonly value: string; readonly label: string }[];
  readonly typeNameOf: (type: EducationType) => string;
}

/** Rows as the filter orders them, never a ranking, and the sum over sums below. */
export function StatisticsTable({ by, data, phases, typeNameOf }: StatisticsTableProps) {
  const rows: Row[] = data.rows.map((row, at) => ({
    ...row,
    key: row.id ?? `row ${at}`,
    title: titleOf(by, row, phases, typeNameOf),
    session: by === 'session' ? row.id : null,
  }));
  const total: Row = { ...data.total, key: 'total', title: text.total, session: null };
  const all = by === 'all' ? [total] : [...rows, total];
  return (
    <DataTable
      id="studyStatistics"
      label={text.tableTitle[by]}
      columns={by === 'session' ? COLUMNS.filter(({ id }) => id !== 'sessions') : COLUMNS}
      total={all.length}
      row={(at) => all[at]}
      rowKey={({ key }) => key}
    />
  );
}

function titleOf(
  by: FiguresBy,
  { id, name, day }: Statistics['rows'][number],
  phases: StatisticsTableProps['phases'],
  typeNameOf: StatisticsTableProps['typeNameOf'],
): string {
  if (by === 'phase') return phases.find(({ value }) => value === id)?.label ?? text.noPhase;
  if (by === 'type') return id ? typeNameOf(id as EducationType) : text.noType;
  return [day && dayOf(day), name].filter(Boolean).join(' ') || text.total;
}

const { columns } = text;

const COLUMNS: readonly Column<Row>[] = [
  {
    id: 'title',
    title: columns.title,
    frozen: true,
    width: 180,
    cell: ({ title, session, key }) =>
      session ? (
        <Link to="/study/$id" params={{ id: session }} title={title}>
          {title}
        </Link>
      ) : (
        <span title={title} className={key === 'total' ? 'statistics-total' : undefined}>
          {title}
        </span>
      ),
  },
  count('sessions', 56),
  count('due', 64),
  count('present', 64),
  count('onLeave', 56),
  count('absent', 56),
  { ...count('exempt', 56), wideOnly: true },
  { ...count('makeupConfirmed', 72), wideOnly: true },
  rate('participationFirst'),
  rate('participationWithMakeup'),
  rate('makeupCompletion'),
];

function count(
  id: 'sessions' | 'due' | 'present' | 'onLeave' | 'absent' | 'exempt' | 'makeupConfirmed',
  width: number,
) {
  return { id, title: columns[id], width, align: 'number', cell: (row: Row) => row[id] } as const;
}

function rate(id: 'participationFirst' | 'participationWithMakeup' | 'makeupCompletion') {
  return {
    id,
    title: columns[id],
    width: 134,
    align: 'number',
    cell: (row: Row) => (
      <>
        <b>{row[id].text}</b>{' '}
        <span className="secondary">
          {row[id].numerator}/{row[id].denominator}
        </span>
      </>
    ),
  } as const;
}
