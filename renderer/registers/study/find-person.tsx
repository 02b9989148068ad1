import { attendanceText, batchText } from '../../text/attendance-page.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { isWhole, type SheetFilter } from './sheet-filter.ts';
import type { UnitSums } from './sheet-sums.ts';
import type { AttendanceRow } from './study-queries.ts';

interface FindPersonProps {
  readonly filter: SheetFilter;
  readonly rows: readonly AttendanceRow[];
  readonly units: readonly UnitSums[];
  readonly onName: (name: string) => void;
  readonly onAll: () => void;
}

/** Finds by a part of the name, and says what the sheet shows while it does not show everybody. */
export function FindPerson({ filter, rows, units, onName, onAll }: FindPersonProps) {
  return (
    <div className="attendance-find">
      <SearchBox
        label={attendanceText.find}
        placeholder={attendanceText.findHint}
        value={filter.name}
        onChange={onName}
      />
      {!isWhole(filter) && (
        <p role="status">
          {rows.length > 0 ? attendanceText.showing(rows.length, shown()) : attendanceText.nobodyShown}{' '}
          <button type="button" className="link-button" onClick={onAll}>
            {attendanceText.showAll}
          </button>
        </p>
      )}
    </div>
  );

  function shown(): string {
    const unit = units.find((one) => one.unit === filter.unit)?.unitName;
    const term = filter.term && attendanceText.terms[filter.term];
    const batch = filter.batch === null ? null : batchText.name(filter.batch);
    return [unit, batch, term, filter.name && `“${filter.name}”`].filter(Boolean).join(' · ');
  }
}
