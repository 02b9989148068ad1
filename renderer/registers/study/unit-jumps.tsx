import { useEffect, useRef } from 'react';
import { attendanceText } from '../../text/study-page.ts';
import type { UnitSums } from './sheet-sums.ts';

interface UnitJumpsProps {
  readonly units: readonly UnitSums[];
  /** The unit in which the focus of the sheet is. */
  readonly current: string | undefined;
  readonly onJump: (first: number) => void;
}

/** What is open in which unit; its name leads there. */
export function UnitJumps({ units, current, onJump }: UnitJumpsProps) {
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
        <tbody>
          {units.map(({ unit, unitName, first, sums }) => (
            <tr key={unit} aria-current={unit === current ? 'location' : undefined}>
              <td>
                <button type="button" className="unit-jump" title={unitName} onClick={() => onJump(first)}>
                  {unitName}
                </button>
              </td>
              <td className="number">{sums.due}</td>
              <td className="number">{sums.present}</td>
              <td className={sums.unmarked > 0 ? 'number open' : 'number'}>{sums.unmarked || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
