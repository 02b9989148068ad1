import type { Write } from '../../store/handles.ts';
import type { AttendanceRow } from './study-attendance-sql.ts';
import { rebuildSummary } from './study-summary.ts';
import { type MarkState, setState, unmarkedStates } from './study-undo-sql.ts';

const TABLE = 'attendance';

/** Rows that stood alike, in one image: before the first marks that is the whole list. */
interface AlikeRows extends MarkState {
  readonly people: Runs;
}

/** Ascending pks as gap, count, gap, count …: a gap leads from the end of a run to the next. */
type Runs = readonly number[];

/** To be called before marks are set; the session's row, which every mark touches, guards them. */
export function keepMarks(write: Write, session: number, rows: readonly AttendanceRow[]): void {
  if (!write.undo.kept || rows.length === 0) return;
  const alike = new Map<string, { state: MarkState; people: number[] }>();
  for (const row of rows) {
    const key = `${row.mark}.${row.makeup}.${row.makeup_on}.${row.changed_by}.${row.changed_at}.${row.makeup_document}\u0000${row.reason}`;
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
  const image = unmarkedStates(write, write.office, session).map(({ people, ...state }) => ({
    ...state,
    people: runsOf(JSON.parse(people) as number[]),
  }));
  if (image.length > 0) write.undo.bulk(TABLE, session, image satisfies AlikeRows[]);
}

/** Takes marks back: rows as they were but for their rev, and the sums with them. */
export const restoreMarks = {
  [TABLE](write: Write, session: number, image: unknown): void {
    for (const { people, ...state } of image as AlikeRows[]) {
      setState(write, session, state, peopleOf(people));
    }
    rebuildSummary(write, write.office, [session]);
  },
};

function stateOf(row: AttendanceRow): MarkState {
  const { mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at } = row;
  return { mark, reason, makeup, makeup_on, makeup_document, changed_by, changed_at };
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
