import { useQuery } from '@tanstack/react-query';
import { unitsText } from '../../text/self-inspection-page.ts';
import { StateSign } from '../../ui/signs.tsx';
import type { ChangeSearch } from './room-search.ts';
import { selfInspectionQueries, type UnitCoverage } from './self-inspection-queries.ts';

interface UnitsTableProps {
  readonly round: string;
  readonly chosen: string | undefined;
  readonly change: ChangeSearch;
}

/** The units in their own order; one of them narrows the list. */
export function UnitsTable({ round, chosen, change }: UnitsTableProps) {
  const { data } = useQuery(selfInspectionQueries.coverage(round));
  const choose = (unit: string) => change({ unit: unit === chosen ? undefined : unit });
  return (
    <section className="self-inspection-units" aria-label={unitsText.title}>
      <header className="panel-title">
        <h2>{unitsText.title}</h2>
        {chosen ? (
          <button type="button" className="link-button" onClick={() => change({ unit: undefined })}>
            {unitsText.all}
          </button>
        ) : (
          <span className="secondary">{unitsText.note}</span>
        )}
      </header>
      <div className="self-inspection-units-rows">
        <table aria-label={unitsText.title}>
          <thead>
            <tr>
              <th scope="col">{unitsText.unit}</th>
              <th scope="col" className="number">
                {unitsText.due}
              </th>
              <th scope="col" className="number">
                {unitsText.rate}
              </th>
              <th scope="col" className="number">
                {unitsText.filed}
              </th>
            </tr>
          </thead>
          <tbody>
            {data?.units.map((row) => (
              <UnitRow key={row.unit} row={row} isChosen={row.unit === chosen} onChoose={choose} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface UnitRowProps {
  readonly row: UnitCoverage;
  readonly isChosen: boolean;
  readonly onChoose: (unit: string) => void;
}

/** The pointer may take the whole row; the keyboard has the button in it. */
function UnitRow({ row: { unit, unitName, sums, figure }, isChosen, onChoose }: UnitRowProps) {
  return (
    <tr className={isChosen ? 'chosen' : undefined}>
      <th scope="row" title={unitName}>
        <button type="button" aria-pressed={isChosen} onClick={() => onChoose(unit)}>
          {unitName}
        </button>
      </th>
      <td className="number">
        <span className={sums.due > 0 ? 'self-inspection-due' : 'secondary'}>{sums.due || '—'}</span>
        {sums.returned > 0 && (
          <span title={unitsText.returned(sums.returned)}>
            {' '}
            <StateSign shape="returned" tone="danger">
              {sums.returned}
            </StateSign>
          </span>
        )}
      </td>
      <td className="number">
        <b>{figure.text}</b>
      </td>
      <td className="number">
        {figure.numerator}/{figure.denominator}
      </td>
    </tr>
  );
}
