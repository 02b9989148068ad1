import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { counterKindWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { PhaseSelect } from './phase-select.tsx';
import { type CounterYearRow, supportingQueries } from './supporting-queries.ts';

interface CounterYearProps {
  /** The own one when absent. */
  readonly office?: string;
  readonly year: number;
  readonly kind: unknown;
  /** Id of a phase; as it stands in the address. */
  readonly phase: unknown;
  readonly bar: ReactNode;
  readonly onYear: (year: number) => void;
  readonly onKind: (kind: CounterKind | undefined) => void;
  readonly onPhase: (phase: string | undefined) => void;
  readonly onMonth: (month: string) => void;
}

/** The row of sums stands first, so that it is in sight whatever the length of the list. */
const SUMS = 'sums';

/** A year by month: the kinds, or of one kind the units. */
export function CounterYear(props: CounterYearProps) {
  const { office, year, kind: asked, bar, onYear, onKind, onPhase, onMonth } = props;
  const thisYear = Number(useIdentity().today.slice(0, 4));
  const kind = COUNTER_KINDS.find((one) => one === asked);
  const phases = useQuery(supportingQueries.campaign(office)).data?.phases ?? [];
  const phase = phases.find(({ id }) => id === props.phase)?.id;
  const question = { office, year, ...(kind && { kind }), ...(phase && { phase }) };
  const { key, ask } = supportingQueries.counterYear(question);
  const { total, row, show, error } = usePagedRows(key, ask);
  const sums = useQuery(supportingQueries.yearSums(question)).data;
  const shownRow = (at: number) => (at === 0 ? sums && sumRow(sums) : row(at - 1));

  return (
    <div className="counters-year">
      <div className="toolbar">
        {bar}
        <Button size="small" onClick={() => onYear(year - 1)}>
          {text.yearOf(year - 1)}
        </Button>
        <b>{text.yearOf(year)}</b>
        {year < thisYear && (
          <Button size="small" onClick={() => onYear(year + 1)}>
            {text.yearOf(year + 1)}
          </Button>
        )}
        <Select<CounterKind | null>
          aria-label={text.yearBy}
          value={kind ?? null}
          onChange={(chosen) => onKind(chosen ?? undefined)}
          options={[
            { value: null, label: text.everyKind },
            ...COUNTER_KINDS.map((value) => ({ value, label: counterKindWords[value] })),
          ]}
        />
        <PhaseSelect phases={phases} chosen={phase} onChoose={onPhase} />
      </div>
      {error ? <ErrorNotice refusal={refusalOf(error)} /> : null}
      <Panel
        title={text.yearTitle(year, kind ?? null)}
        foot={text.yearFoot(total, kind !== undefined, phase !== undefined)}
        className="counters-year-panel"
      >
        <DataTable
          id="counterYear"
          label={text.yearTitle(year, kind ?? null)}
          columns={columnsOf(year, kind !== undefined, useWide(), onMonth)}
          total={total === 0 ? 0 : total + 1}
          row={shownRow}
          rowKey={(one) => one.key}
          onShow={(first, last) => show(Math.max(0, first - 1), Math.max(0, last - 1))}
          empty={<Empty>{text.nothingInYear}</Empty>}
        />
      </Panel>
    </div>
  );
}

function sumRow(months: readonly (number | null)[]): CounterYearRow {
  const sum = months.reduce<number>((all, one) => all + (one ?? 0), 0);
  return { key: SUMS, name: text.all, months: [...months], sum };
}

function columnsOf(
  year: number,
  isUnits: boolean,
  isWide: boolean,
  onMonth: (month: string) => void,
): readonly Column<CounterYearRow>[] {
  return [
    {
      id: 'name',
      title: isUnits ? text.unit : text.kind,
      width: isWide ? 180 : 150,
      frozen: true,
      cell: (row) => strong(row, row.name ?? counterKindWords[row.key as CounterKind]),
    },
    ...Array.from({ length: 12 }, (_, at) => ({
      id: `month${at + 1}`,
      title: text.monthOfYear(at + 1),
      head: (
        <button
          type="button"
          className="link-button"
          title={text.openMonth(at + 1)}
          onClick={() => onMonth(`${year}-${String(at + 1).padStart(2, '0')}`)}
        >
          {text.monthOfYear(at + 1)}
        </button>
      ),
      width: isWide ? 74 : 52,
      align: 'number' as const,
      cell: (row: CounterYearRow) => strong(row, row.months[at] ?? ''),
    })),
    { id: 'sum', title: text.all, align: 'number', cell: (row) => <b>{row.sum}</b> },
  ];
}

function strong({ key }: CounterYearRow, value: ReactNode) {
  return key === SUMS ? <b>{value}</b> : value;
}
