import { addDays } from '../../shared/vocabulary/dates.ts';
import { addTalk } from '../registers/supporting/talks.ts';
import type { Write } from '../store/handles.ts';
import type { Season } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';
import { idAt, type StaffIds } from './write-staff.ts';

/** Two of three people are talked with, over the season's first weeks, by who leads them; as far as today goes. */
const LEFT_OUT = 3;
const WEEKS = 8;

export function writeTalks(write: Write, { beginsOn }: Season, { people }: StaffPlan, ids: StaffIds): number {
  const leaders = people.filter(({ leads }) => leads).map(({ name }) => name);
  let talks = 0;
  for (const [index, { name }] of people.entries()) {
    const on = addDays(beginsOn, (index % WEEKS) * 7 + (index % 5));
    const by = leaders.find((leader) => leader !== name);
    if (index % LEFT_OUT === 0 || on > write.today || !by) continue;
    talks += 1;
    addTalk(write, { person: idAt(ids.people, index), on, by, recordNumber: `谈-${talks}` });
  }
  return talks;
}
