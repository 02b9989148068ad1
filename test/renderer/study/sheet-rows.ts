import type { AttendanceRow } from '../../../renderer/registers/study/study-queries.ts';

/** A row of the sheet, as the core answers it. */
export function sheetRow(person: string, part: Partial<AttendanceRow> = {}): AttendanceRow {
  return {
    person,
    name: person,
    unit: 'u',
    unitName: 'unit',
    rev: 1,
    batch: 0,
    mark: 'unmarked',
    reason: null,
    makeup: 'none',
    makeupOn: null,
    makeupDocument: null,
    ...part,
  };
}
