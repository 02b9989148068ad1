import type { AccountRole, MakeupMove } from '../../../shared/vocabulary/words.ts';
import type { MakeupRow } from './study-queries.ts';

/** The backlog as lines on the screen: a heading for each missed session, below it its people. */
export type MakeupLine =
  | {
      readonly kind: 'session';
      readonly session: string;
      readonly title: string;
      readonly day: string | null;
      readonly count: number;
    }
  | { readonly kind: 'person'; readonly row: MakeupRow };

/** By missed session, in the order in which the rows come: those of one session stand together. */
export function makeupLines(rows: readonly MakeupRow[]): MakeupLine[] {
  const counts = new Map<string, number>();
  for (const { session } of rows) counts.set(session, (counts.get(session) ?? 0) + 1);
  return rows.flatMap((row, at): MakeupLine[] => {
    const person = { kind: 'person', row } as const;
    const { session, sessionTitle: title, sessionDay: day } = row;
    if (rows[at - 1]?.session === session) return [person];
    return [{ kind: 'session', session, title, day, count: counts.get(session) ?? 0 }, person];
  });
}

/** What the roles may do with a make-up that stands so; the first is the usual one. */
export function makeupMoves(makeup: MakeupRow['makeup'], roles: readonly AccountRole[]): MakeupMove[] {
  const clerk = roles.includes('clerk');
  const reviewer = roles.includes('reviewer');
  if (makeup === 'pending')
    return [...(clerk ? ['record' as const] : []), ...(reviewer ? ['waive' as const] : [])];
  return makeup === 'done' && reviewer ? ['confirm', 'reject'] : [];
}

/** People of one session whose make-ups stand alike: one move is made for all of them at once. */
export interface MakeupChoice {
  readonly session: string;
  readonly makeup: MakeupRow['makeup'];
  readonly people: readonly string[];
}

/** One more or one less; somebody of another session, or whose make-up stands differently, begins anew. */
export function toggled(choice: MakeupChoice | null, row: MakeupRow): MakeupChoice | null {
  const { session, makeup, person } = row;
  const others = choice && isAlike(choice, row) ? choice.people : [];
  const people = others.includes(person) ? others.filter((one) => one !== person) : [...others, person];
  return people.length > 0 ? { session, makeup, people } : null;
}

/** Everybody of a session for whom the account may do something: what waits for a confirmation comes first. */
export function wholeSession(
  rows: readonly MakeupRow[],
  session: string,
  roles: readonly AccountRole[],
): MakeupChoice | null {
  for (const makeup of ['done', 'pending'] as const) {
    const people = rows.filter((row) => row.session === session && row.makeup === makeup);
    if (people.length > 0 && makeupMoves(makeup, roles).length > 0)
      return { session, makeup, people: people.map(({ person }) => person) };
  }
  return null;
}

/** The rows chosen, of those that are still there and still stand as they did. */
export function chosenRows(rows: readonly MakeupRow[], choice: MakeupChoice | null): readonly MakeupRow[] {
  if (!choice) return [];
  const people = new Set(choice.people);
  return rows.filter((row) => isAlike(choice, row) && people.has(row.person));
}

function isAlike(choice: MakeupChoice, row: MakeupRow): boolean {
  return choice.session === row.session && choice.makeup === row.makeup;
}
