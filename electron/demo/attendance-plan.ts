import { owesMakeup } from '../../shared/rules/attendance.ts';
import { isInE } from '../../shared/rules/figures.ts';
import { addDays, type CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { Mark } from '../../shared/vocabulary/words.ts';
import { type Randomness, weighted } from './randomness.ts';
import { type Season, workday } from './season.ts';
import type { StaffPlan } from './staff-plan.ts';
import { LEAVE_REASONS, MATERIAL, WAIVER_REASONS } from './study-words.ts';

/** Of a hundred people on a list. */
const MARKED = {
  present: 84,
  video: 5,
  late: 2,
  officialLeave: 2.2,
  sickLeave: 1.2,
  personalLeave: 1,
  duty: 2.6,
  absent: 1.2,
  exempt: 0.8,
} as const satisfies Partial<Record<Mark, number>>;

const MADE_GOOD = { confirmed: 58, done: 9, waived: 9, pending: 24 } as const;

/** Marks of those who were not simply present, and what became of their absences; people by index. */
export interface AttendancePlan {
  readonly marks: readonly PlannedMark[];
  /** False while the clerk is still marking: whoever is not among `marks` stays 未登记. */
  readonly restPresent: boolean;
  readonly makeup: PlannedMakeup;
}

export interface PlannedMark {
  readonly person: number;
  readonly mark: Mark;
  readonly reason: string | null;
}

export interface PlannedMakeup {
  readonly on: CalendarDate;
  readonly document: string;
  /** Confirmed ones are among them. */
  readonly recorded: readonly number[];
  readonly confirmed: readonly number[];
  readonly waived: readonly number[];
  readonly waiver: string;
}

export function planAttendance(
  random: Randomness,
  season: Season,
  termDays: number,
  staff: StaffPlan,
  day: CalendarDate,
  listed: readonly { readonly person: number }[],
  unfinished: boolean,
): AttendancePlan {
  const marks = listed.map(({ person }) => inventMark(random, person));
  const absent = marks.filter(({ mark }) => owesMakeup(mark)).map(({ person }) => person);
  return {
    marks: marks.filter(({ mark }) => mark !== 'present'),
    restPresent: !unfinished,
    makeup: planMakeup(random, season, termDays, staff, day, absent),
  };
}

function inventMark(random: Randomness, person: number): PlannedMark {
  const mark: Mark = weighted(random, MARKED);
  const reasons = LEAVE_REASONS[mark];
  return { person, mark, reason: reasons ? random.pick(reasons) : null };
}

/** One make-up day for a session's absences, within the term; who has left since need not come back for it. */
function planMakeup(
  random: Randomness,
  { endsOn }: Season,
  termDays: number,
  staff: StaffPlan,
  day: CalendarDate,
  absent: readonly number[],
): PlannedMakeup {
  const on = workday(
    addDays(day, random.between(Math.min(3, termDays), termDays)),
    day < endsOn ? endsOn : day,
  );
  const fates = absent.map((person) => ({
    person,
    fate: isInE(staff.people[person]?.postings ?? [], on) ? weighted(random, MADE_GOOD) : 'waived',
  }));
  const having = (...wanted: string[]) =>
    fates.filter(({ fate }) => wanted.includes(fate)).map(({ person }) => person);
  return {
    on,
    document: `${MATERIAL.makeup}〔${on.slice(0, 4)}〕${on.slice(5).replace('-', '')}`,
    recorded: having('done', 'confirmed'),
    confirmed: having('confirmed'),
    waived: having('waived'),
    waiver: random.pick(WAIVER_REASONS),
  };
}
