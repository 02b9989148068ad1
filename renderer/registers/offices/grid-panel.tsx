import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { dayOf } from '../../text/frame.ts';
import { gridText as text } from '../../text/oversight-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { CellDialog } from './cell-dialog.tsx';
import { type CellPlace, reportedOf, steppedCell } from './grid-cells.ts';
import { CellSign, GridLegend, saidOf } from './grid-signs.tsx';
import { earlierUntil, laterUntil } from './offices-address.ts';
import { type Grid, type GridRow, officesQueries, type Period } from './offices-queries.ts';
import { useOverviewAddress } from './use-address.ts';

/** Offices × periods: who has reported what, and how late. */
export function GridPanel() {
  const { until } = useOverviewAddress();
  const { data, error } = useQuery({ ...officesQueries.grid(until), placeholderData: keepPreviousData });
  const [opened, setOpened] = useState<CellPlace | null>(null);
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return null;
  const row = opened && data.offices[opened.row];
  const period = opened && data.periods[opened.column];
  const cell = opened && row?.cells[opened.column];
  return (
    <>
      <Panel
        title={text.title}
        note={<span className="wide-only">{text.note(data.rhythm, data.graceDays)}</span>}
        extra={
          <>
            <GridLegend />
            <Steps grid={data} />
          </>
        }
        foot={
          <>
            <span>{text.definition}</span> <span className="wide-only">{text.keys}</span>
          </>
        }
      >
        <GridTable grid={data} onOpen={setOpened} />
      </Panel>
      {row && period && cell && (
        <CellDialog
          office={row}
          period={period}
          cell={cell}
          name={periodName(data, period)}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

/** As many periods back or on as are shown. */
function Steps({ grid: { rhythm, periods, today } }: { readonly grid: Grid }) {
  const { until, change } = useOverviewAddress();
  const [first] = periods;
  const last = periods.at(-1);
  if (!first || !last) return null;
  return (
    <>
      <Button size="small" onClick={() => change({ until: earlierUntil(first.from) })}>
        ‹ {text.earlier}
      </Button>
      {until !== undefined && (
        <Button
          size="small"
          onClick={() => change({ until: laterUntil(rhythm, last.until, periods.length, today) })}
        >
          {text.later} ›
        </Button>
      )}
    </>
  );
}

interface GridTableProps {
  readonly grid: Grid;
  readonly onOpen: (place: CellPlace) => void;
}

/** One cell is in the order of Tab; the arrow keys go from it to the others. */
function GridTable({ grid, onOpen }: GridTableProps) {
  const { periods, offices } = grid;
  const [at, setAt] = useState<CellPlace>({ row: 0, column: periods.length - 1 });
  return (
    <table className="offices-grid" aria-label={text.title} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{text.office}</th>
          {periods.map((period) => (
            <th key={period.until} scope="col" className={isCurrent(period) ? 'current' : undefined}>
              {periodName(grid, period)}
              <span className="secondary">{text.dueOn(period.dueOn)}</span>
            </th>
          ))}
          <th scope="col" className="offices-grid-until">
            {text.dataUntil}
          </th>
        </tr>
      </thead>
      <tbody>
        {offices.map((office, row) => (
          <tr key={office.id}>
            <th scope="row" title={office.code}>
              {office.kind === 'office' ? (
                <Link to="/offices/$office" params={{ office: office.id }}>
                  {office.name}
                </Link>
              ) : (
                office.name
              )}
            </th>
            {office.cells.map((cell, column) => (
              <td key={periods[column]?.until} className={classOf(cell, periods[column])}>
                <button
                  type="button"
                  data-cell={`${row} ${column}`}
                  tabIndex={row === at.row && column === at.column ? 0 : -1}
                  aria-label={labelOf(office, column)}
                  onFocus={() => setAt({ row, column })}
                  onClick={() => onOpen({ row, column })}
                >
                  <CellSign cell={cell} />
                </button>
              </td>
            ))}
            <td className="offices-grid-until">
              {office.dataUntil ? (
                dayOf(office.dataUntil)
              ) : (
                <span className="offices-stale">{text.never}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.reported}</th>
          {periods.map((period, column) => (
            <td key={period.until}>{reportedOf(offices, column) ?? text.none}</td>
          ))}
          <td className="offices-grid-until" />
        </tr>
      </tfoot>
    </table>
  );

  function isCurrent({ from, until }: Period): boolean {
    return from <= grid.today && grid.today <= until;
  }

  function classOf({ state }: GridRow['cells'][number], period: Period | undefined): string | undefined {
    const names = [
      state === 'notExpected' ? 'offices-hatched' : '',
      period && isCurrent(period) ? 'current' : '',
    ];
    return names.filter(Boolean).join(' ') || undefined;
  }

  function labelOf({ name, cells }: GridRow, column: number): string {
    const [period, cell] = [periods[column], cells[column]];
    return period && cell ? text.cell(name, periodName(grid, period), saidOf(cell)) : name;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const next = steppedCell(event.key, at, { rows: offices.length, columns: periods.length });
    if (!next || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return;
    event.preventDefault();
    const cell = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`);
    cell?.focus();
  }
}

function periodName({ rhythm }: Grid, { from, until }: Period): string {
  return rhythm === 'monthly' ? text.month(from) : text.span(from, until);
}
