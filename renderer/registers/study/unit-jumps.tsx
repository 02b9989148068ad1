import { useEffect, useRef } from 'react';
import { attendanceText } from '../../text/attendance-page.ts';
import type { UnitSums } from './sheet-sums.ts';

interface UnitJumpsProps {
  readonly units: readonly UnitSums[];
  /** The unit in which the focus of the sheet is. */
  readonly current: string | undefined;
  readonly onJump: (unit: UnitSums) => void;
  /** The unit that alone is on the sheet. */
  readonly only: string | null;
  readonly onOnly: (unit: string | null) => void;
}

/** What is open in which unit; its name leads there. */
export function UnitJumps({ units, current, onJump, only, onOnly }: UnitJumpsProps) {
  const { due, present } = attendanceText.terms;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    if (current) table.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <section className="attendance-units" aria-label={attendanceText.units}>
      <table ref={table}>
        <thead>
          <tr>
            <th scope="col">
              <b>{attendanceText.units}</b> <span className="wide-only">{attendanceText.unitsNote}</span>
            </th>
            <th scope="col" className="number">
              {due}
            </th>
            <th scope="col" className="number">
              {present}
            </th>
            <th scope="col" className="number">
              {attendanceText.unmarkedShort}
            </th>
          </tr>
        </thead>
        <tbody>{units.map((row) => unitRow(row))}</tbody>
      </table>
    </section>
  );

  function unitRow(row: UnitSums) {
    const { unit, unitName, sums } = row;
    return (
      <tr key={unit} aria-current={unit === current ? 'location' : undefined}>
        <td>
          <button type="button" className="unit-jump" title={unitName} onClick={() => onJump(row)}>
            {unitName}
          </button>
          {(unit === current || unit === only) && (
            <button
              type="button"
              className="link-button unit-only"
              aria-pressed={unit === only}
              aria-label={attendanceText.onlyThis(unitName)}
              onClick={() => onOnly(unit === only ? null : unit)}
            >
              {unit === only ? attendanceText.showAll : attendanceText.onlyUnit}
            </button>
          )}
        </td>
        <td className="number">{sums.due}</td>
        <td className="number">{sums.present}</td>
        <td className={sums.unmarked > 0 ? 'number open' : 'number'}>{sums.unmarked || '—'}</td>
      </tr>
    );
  }
}
