import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { figuresTableText, figuresChartText as text } from '../../text/figures-page.ts';
import type { ChartsProps } from './charts.tsx';
import { figuresQueries, type Reach } from './figures-queries.ts';
import { scrolling } from './group-choice.tsx';

/** 普及 type by type: how many people of each unit a type has not reached yet; each number opens them. */
export function ReachMatrix({ question, names, onOpen }: ChartsProps) {
  const { type: _type, session: _session, ...asked } = question;
  const { data } = useQuery({ ...figuresQueries.reach(asked), placeholderData: keepPreviousData });
  if (!data) return null;
  return (
    <div className="figures-frame" {...scrolling(text.tabs.coverage)}>
      <table className="figures-matrix" aria-label={text.tabs.coverage}>
        <thead>
          <tr>
            <th scope="col">{figuresTableText.heads.unit}</th>
            <th scope="col" className="number">
              {text.people}
            </th>
            {data.types.map(({ type, required }) => (
              <th key={type} scope="col">
                {names.shortType(type)}
                {!required && <span className="secondary"> {figuresTableText.optional}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={`${row.id} ${row.below}`}>
              <th scope="row">{names.nameOf('unit', { name: row.name, narrowed: { below: row.below } })}</th>
              <td className="number">{row.people}</td>
              {data.types.map((one, at) => cell(row, one, at))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function cell(row: Reach['rows'][number], { type, required }: Reach['types'][number], at: number) {
    const missing = row.people - (row.reached[at] ?? 0);
    const shade = required ? `figures-missing-${shadeOf(missing, row.people)}` : 'figures-hatched';
    if (missing === 0)
      return (
        <td key={type} className="figures-full">
          ✓<span className="visually-hidden">{text.full}</span>
        </td>
      );
    const open =
      onOpen &&
      (() => {
        const narrowed = { unit: row.id, below: row.below, type };
        onOpen({ question: { ...asked, ...narrowed }, figure: 'coverage', part: 'rest' });
      });
    return (
      <td key={type} className={shade}>
        {open ? (
          <button type="button" className="link-button" onClick={open}>
            {text.missing(missing)}
          </button>
        ) : (
          text.missing(missing)
        )}
      </td>
    );
  }
}

/** ≥ 95 %, ≥ 90 %, below. */
function shadeOf(missing: number, people: number): 1 | 2 | 3 {
  if (missing * 20 <= people) return 1;
  return missing * 10 <= people ? 2 : 3;
}
