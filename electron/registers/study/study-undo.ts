import type { Write } from '../../store/handles.ts';
import type { AttendanceRow } from './study-attendance-sql.ts';
import { rebuildSummary } from './study-summary.ts';
import {
  listedStates,
  type MarkState,
  type StateOfMany,
  setState,
  takeOff,
  unmarkedStates,
} from './study-undo-sql.ts';

const TABLE = 'attendance';

/** Rows that stood alike, in one image: before the first marks that is the whole list. */
interface AlikeRows extends MarkState {
  readonly people: Runs;
}

/** Rows that were not there. */
interface NewRows {
  readonly people: Runs;
  readonly isNew: true;
}

/** Ascending pks as gap, count, gap, count …: a gap leads from the end of a run to the next. */
type Runs = readonly number[];

/** To be called before marks are set; the session's row, which every mark touches, guards them. */
export function keepMarks(write: Write, session: number, rows: readonly AttendanceRow[]): void {
  if (!write.undo.kept || rows.length === 0) return;
  const alike = new Map<string, { state: MarkState; people: number[] }>();
  for (const row of rows) {
    const key = `${row.mark}.${row.makeup}.${row.batch}.${row.makeup_on}.${row.changed_by}.${row.changed_at}.${row.makeup_document}\u0000${row.reason}`;
    const group = alike.get(key);
    if (group) group.people.push(row.person);
    else alike.set(key, { state: stateOf(row), people: [row.person] });
  }
  const image = [...alike.values()].map(({ state, people }) => ({ ...state, people: runsOf(people) }));
  write.undo.bulk(TABLE, session, image satisfies AlikeRows[]);
}

/** To be called before everybody still 未登记 is marked. */
export function keepUnmarked(write: Write, session: number): void {
  if (!write.undo.kept) return;
  const image = unmarkedStates(write, write.office, session).map(alikeRows);
  if (image.length > 0) write.undo.bulk(TABLE, session, image satisfies AlikeRows[]);
}

/** To be called before these people's places on the list change. */
export function keepList(write: Write, session: number, people: readonly number[]): void {
  if (!write.undo.kept) return;
  const rows = listedStates(write, write.office, session, people).map(alikeRows);
  const known = new Set(rows.flatMap((one) => peopleOf(one.people)));
  const fresh = people.filter((person) => !known.has(person));
  const image: (AlikeRows | NewRows)[] = rows;
  if (fresh.length > 0) image.push({ people: runsOf(fresh), isNew: true });
  write.undo.bulk(TABLE, session, image);
}

/** Takes marks back: rows as they were but for their rev, and the sums with them. */
export const restoreMarks = {
  [TABLE](write: Write, session: number, image: unknown): void {
    for (const one of image as (AlikeRows | NewRows)[]) {
      const people = peopleOf(one.people);
      if ('isNew' in one) takeOff(write, session, people);
      else setState(write, session, one, people);
    }
    rebuildSummary(write, write.office, [session]);
  },
};

function alikeRows({ people, ...state }: StateOfMany): AlikeRows {
  return { ...state, people: runsOf(JSON.parse(people) as number[]) };
}

function stateOf(row: AttendanceRow): MarkState {
  const { mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at, batch } = row;
  return { mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at, batch };
}

function runsOf(people: readonly number[]): Runs {
  const runs: number[] = [];
  let next = 0;
  for (const person of people.toSorted((one, other) => one - other)) {
    if (person === next && runs.length > 0) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(person - next, 1);
    next = person + 1;
  }
  return runs;
}

function peopleOf(runs: Runs): number[] {
  const people: number[] = [];
  let next = 0;
  for (let at = 0; at < runs.length; at += 2) {
    next += runs[at] ?? 0;
    for (let left = runs[at + 1] ?? 0; left > 0; left -= 1) people.push(next++);
  }
  return people;
}
