import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { figuresChartText as text } from '../../text/figures-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { backlogData, type ChartData, TREND_FIGURES, trendData, unitData } from './chart-data.ts';
import { ChartFrame } from './chart-frame.tsx';
import { CHARTS, type FiguresAddress } from './figure-question.ts';
import { figuresQueries } from './figures-queries.ts';
import { ReachMatrix } from './reach-matrix.tsx';
import type { RowNames } from './row-names.ts';
import type { Opened } from './rows-dialog.tsx';
import { trendSpan } from './trend-span.ts';

export interface ChartsProps extends FiguresAddress {
  readonly names: RowNames;
  readonly onOpen?: ((opened: Opened) => void) | undefined;
}

/** What people would rather look at, each with its table beside it and saved as a picture. */
export function Charts(props: ChartsProps) {
  const { chart, change, question, group } = props;
  return (
    <Panel
      className="figures-charts"
      title={
        <Tabs
          label={text.charts}
          tabs={CHARTS.map((id) => ({ id, title: text.tabs[id] }))}
          chosen={chart}
          onChoose={(id) => change({ chart: id })}
        />
      }
      note={chart === 'trend' && text.trendNote}
      foot={text.foot[chart]}
    >
      {chart === 'trend' ? (
        <TrendChart key={group} {...props} />
      ) : (
        <UnitChart key={question.unit ?? ''} {...props} />
      )}
    </Panel>
  );
}

function TrendChart({ question, group, names }: ChartsProps) {
  const { session: _session, ...asked } = question;
  const span = trendSpan(question.asOf, names.campaign);
  const { data, error } = useQuery({
    ...figuresQueries.trend(asked, [...TREND_FIGURES[group]], span),
    enabled: names.campaign !== undefined,
    placeholderData: keepPreviousData,
  });
  const drawn = useMemo(() => data && trendData(data), [data]);
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  return drawn ? (
    <ChartAndTable name={text.tabs.trend} day={span.until} head={text.week} data={drawn} />
  ) : null;
}

function UnitChart(props: ChartsProps) {
  const { question, chart, names } = props;
  const { data, error } = useQuery({
    ...figuresQueries.table(question, 'unit'),
    placeholderData: keepPreviousData,
  });
  const drawn = useMemo(() => {
    const rows = (data?.rows ?? []).map((row) => ({ name: names.nameOf('unit', row), figures: row.figures }));
    if (chart === 'backlog') return backlogData(rows);
    return unitData(
      rows,
      chart === 'coverage' ? ['coverage'] : ['participationFirst', 'participationWithMakeup'],
    );
  }, [data, chart, names]);
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return null;
  const table = chart === 'coverage' ? <ReachMatrix {...props} /> : undefined;
  return (
    <ChartAndTable
      name={text.tabs[chart]}
      day={question.asOf}
      head={names.heads.unit}
      data={drawn}
      table={table}
    />
  );
}

interface ChartAndTableProps {
  readonly name: string;
  readonly day: string;
  readonly head: string;
  readonly data: ChartData;
  /** In place of the numbers that are drawn. */
  readonly table?: ReactNode;
}

function ChartAndTable({ name, day, head, data, table }: ChartAndTableProps) {
  const { categories, series } = data;
  if (categories.length === 0) return <Empty>{text.empty}</Empty>;
  return (
    <div className="figures-chart-and-table">
      <ChartFrame name={name} day={day} data={data} />
      {table ?? (
        <SimpleTable
          label={name}
          columns={[
            { id: 'category', title: head, cell: (at) => categories[at] },
            ...series.map(({ name: title, points }) => ({
              id: title,
              title,
              align: 'number' as const,
              cell: (at: number) => points[at]?.text,
            })),
          ]}
          rows={categories.map((_, at) => at)}
          rowKey={(at) => `${at}`}
        />
      )}
    </div>
  );
}
