import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ITEM_FIGURES_BY, type ItemFiguresBy, type ItemSource } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { figureTexts } from '../../text/figures.ts';
import { progressText as text } from '../../text/rectification-progress.ts';
import { itemSourceWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { type ItemFiguresRow, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

interface ItemFiguresProps {
  readonly office: string | undefined;
  readonly asOf: CalendarDate;
  readonly by: ItemFiguresBy;
  readonly onBy: (by: ItemFiguresBy) => void;
}

const FIGURES = [
  'rectificationCompletion',
  'closureRate',
  'onTimeRate',
  'onTimeRateExtended',
  'reworkRate',
] as const;
const COUNTS = ['counted', 'closed', 'groupReview', 'longTerm', 'open'] as const;

type Row = ItemFiguresRow & { readonly id: string; readonly title: string };

/** Rates beside what they are made of, in the order of the lists and never a ranking, with the definitions below. */
export function ItemFigures({ office, asOf, by, onBy }: ItemFiguresProps) {
  const asked = { office, asOf };
  const all = useQuery(rectificationQueries.figures({ ...asked, by: 'all' }));
  const { data, error } = useQuery({
    ...rectificationQueries.figures({ ...asked, by }),
    placeholderData: keepPreviousData,
  });
  const categoryName = useCategoryName();
  const rows = (by === 'all' ? [] : (data?.rows ?? [])).map((row, at) => named(row, at));
  const total = (all.data?.rows ?? []).map((row): Row => ({ ...row, id: 'total', title: text.row.all }));
  const shown = [...rows, ...total];
  return (
    <Panel
      title={text.figures}
      note={text.figuresOf(asOf)}
      className="rectification-figures"
      extra={
        <Tabs
          label={text.by}
          tabs={ITEM_FIGURES_BY.map((id) => ({ id, title: text.tabs[id] }))}
          chosen={by}
          onChoose={onBy}
        />
      }
      foot={
        <>
          {text.countsIdentity}{' '}
          {FIGURES.map((id) => `${figureTexts[id].name}：${figureTexts[id].definition}`).join(' ')}
        </>
      }
    >
      {error ? (
        <ErrorNotice refusal={refusalOf(error)} />
      ) : (
        <DataTable
          id="itemFigures"
          label={text.figures}
          columns={columnsOf(text.row[by])}
          total={shown.length}
          row={(at) => shown[at]}
          rowKey={({ id }) => id}
          empty={data && all.data ? <Empty>{text.noFigures}</Empty> : null}
        />
      )}
    </Panel>
  );

  function named(row: ItemFiguresRow, at: number): Row {
    const { key, name } = row;
    if (key === null) return { ...row, id: `none ${at}`, title: text.none };
    if (by === 'source') return { ...row, id: key, title: itemSourceWords[key as ItemSource] };
    return { ...row, id: key, title: by === 'category' ? categoryName(key) : (name ?? key) };
  }
}

function columnsOf(title: string): readonly Column<Row>[] {
  return [
    {
      id: 'title',
      title,
      width: 180,
      frozen: true,
      cell: (row) => (row.id === 'total' ? <b>{row.title}</b> : <span title={row.title}>{row.title}</span>),
    },
    ...COUNTS.map(
      (id): Column<Row> => ({
        id,
        title: text.counts[id],
        width: id === 'groupReview' ? 96 : 76,
        align: 'number',
        wideOnly: id === 'longTerm',
        cell: (row) => row[id],
      }),
    ),
    ...FIGURES.map(
      (id): Column<Row> => ({
        id,
        title: figureTexts[id].name,
        width: 136,
        align: 'number',
        cell: ({ figures }) => (
          <>
            <b>{figures[id].text}</b>{' '}
            <span className="secondary">{text.parts(figures[id].numerator, figures[id].denominator)}</span>
          </>
        ),
      }),
    ),
  ];
}
