import { monthOf } from '../../shared/rules/months.ts';
import { setCounters } from '../registers/supporting/counters.ts';
import { insertInstitution } from '../registers/supporting/institutions.ts';
import type { Write } from '../store/handles.ts';
import type { PlannedMonth } from './counter-plan.ts';
import type { PlannedInstitution } from './institution-plan.ts';
import { idAt, type StaffIds } from './write-staff.ts';

/** As far as today goes. */
export function writeInstitutions(
  write: Write,
  plan: readonly PlannedInstitution[],
  { units }: StaffIds,
): void {
  for (const one of plan)
    if (one.on <= write.today) insertInstitution(write, { ...one, unit: idAt(units, one.unit) });
}

/** Months that are over: the one that lasts is still to be filled. */
export function writeCounters(write: Write, plan: readonly PlannedMonth[], { units }: StaffIds): void {
  for (const { month, counters } of plan)
    if (month < monthOf(write.today))
      setCounters(write, {
        month,
        cells: counters.map(({ unit, kind, count }) => ({ unit: idAt(units, unit), kind, count, rev: 0 })),
      });
}
