import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMemo } from 'react';
import { figureTexts } from '../../text/figures.ts';
import { dayOf } from '../../text/frame.ts';
import { officesText } from '../../text/offices-page.ts';
import { comparisonText as text } from '../../text/oversight-page.ts';
import { Panel } from '../../ui/page.tsx';
import { ChartFrame } from '../figures/index.ts';
import { type ComparedRow, comparedRows, comparisonData } from './comparison-data.ts';
import { COMPARED } from './offices-address.ts';
import type { Figure, Offices } from './offices-queries.ts';
import { useOverviewAddress } from './use-address.ts';

/** px: few bars stand close together, and leave the rest of the frame free. */
const BAR = 44;
const AROUND_BARS = 112;

/** One figure of every office, drawn and as a table; in their own order, never a ranking. */
export function ComparisonPanel({ data }: { readonly data: Offices }) {
  const { figure, change } = useOverviewAddress();
  const rows = useMemo(() => comparedRows(data, figure), [data, figure]);
  const total = data.total[figure];
  const drawn = useMemo(() => comparisonData(rows, { figure, total }), [rows, figure, total]);
  const { name, definition } = figureTexts[figure];
  const counted = rows.filter(({ leftOut }) => leftOut === null).length;
  return (
    <Panel
      title={
        <>
          {text.title}{' '}
          <Select
            className="offices-figure-choice"
            aria-label={text.figure}
            value={figure}
            options={COMPARED.map((id) => ({ value: id, label: figureTexts[id].name }))}
            onChange={(id) => change({ figure: id })}
            popupMatchSelectWidth={false}
          />
        </>
      }
      note={text.counted(counted, rows.length)}
      extra={
        <Link to="/forms" search={{ form: 'officeComparison', asOf: data.asOf, figures: figure }}>
          {text.print}
        </Link>
      }
      foot={
        <>
          <p>{text.foot}</p>
          <p>
            <b>{name}</b> {text.definition}
            {definition}
          </p>
        </>
      }
    >
      <div className="offices-comparison">
        <div className="offices-chart" style={{ maxHeight: rows.length * BAR + AROUND_BARS }}>
          <ChartFrame name={text.chart(name)} day={data.asOf} data={drawn} />
        </div>
        <ComparisonTable rows={rows} name={name} total={total} counted={counted} />
      </div>
    </Panel>
  );
}

interface ComparisonTableProps {
  readonly rows: readonly ComparedRow[];
  readonly name: string;
  readonly total: Figure;
  readonly counted: number;
}

function ComparisonTable({ rows, name, total, counted }: ComparisonTableProps) {
  return (
    <section className="offices-comparison-table" aria-label={name} {...{ tabIndex: 0 }}>
      <table className="offices-table" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{text.office}</th>
            <th scope="col">{text.dataUntil}</th>
            {[text.rate, text.numerator, text.denominator].map((title) => (
              <th key={title} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.isOffice ? (
                  <Link to="/offices/$office" params={{ office: row.id }}>
                    {row.name}
                  </Link>
                ) : (
                  row.name
                )}
              </th>
              <td className={row.leftOut === null ? undefined : 'offices-stale'}>
                {row.dataUntil ? dayOf(row.dataUntil) : officesText.never}
                {row.leftOut !== null && <span title={text.leftOutAs(row.leftOut)}> {text.leftOut}</span>}
              </td>
              <Cells figure={row.figure} hatch={row.leftOut === null ? '' : ' offices-hatched'} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.total}</th>
            <td>{officesText.counted(counted, rows.length)}</td>
            <Cells figure={total} hatch="" />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Cells({ figure, hatch }: { readonly figure: Figure; readonly hatch: string }) {
  return (
    <>
      <td className={`number${hatch}`}>{figure ? <b>{figure.text}</b> : text.noData}</td>
      <td className={`number${hatch}`}>{figure?.numerator ?? '—'}</td>
      <td className={`number${hatch}`}>{figure?.denominator ?? '—'}</td>
    </>
  );
}
