import type {
  ExistingPerson,
  ExistingPersonnel,
} from '../../../electron/registers/personnel/existing-personnel.ts';
import type { Roster, RosterRow } from '../../../electron/registers/personnel/roster-row.ts';
import { foldName } from '../../../shared/rules/names.ts';

export const COURT = { id: 'court', name: '县法院', folded: foldName('县法院'), parentName: null };
export const POLICE = { id: 'police', name: '县公安局', folded: foldName('县公安局'), parentName: null };

function row(cells: Partial<RosterRow>, line: number): RosterRow {
  return {
    line,
    name: '张三',
    unit: '县法院',
    post: null,
    staffing: null,
    status: null,
    orderNumber: null,
    disambiguator: null,
    identity: '',
    others: '',
    skip: null,
    hold: null,
    ...cells,
  };
}

/** Rows from line 2 on; what is not said is 张三 of 县法院, otherwise blank. */
export function rosterOfRows(rows: readonly Partial<RosterRow>[]): Roster {
  return { rows: rows.map((cells, index) => row(cells, index + 2)), droppedColumns: [] };
}

export function someone(cells: Partial<ExistingPerson> = {}): ExistingPerson {
  const name = cells.name ?? '张三';
  return {
    id: 'p1',
    name,
    folded: foldName(name),
    unitId: 'court',
    status: 'onDuty',
    post: null,
    staffing: null,
    orderNumber: null,
    disambiguator: null,
    ...cells,
  };
}

export const office = (...people: ExistingPerson[]): ExistingPersonnel => ({
  units: [COURT, POLICE],
  people,
});
