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

type Standing = Pick<MakeupRow, 'makeup' | 'hasLeft'>;

/** What the roles may do with a make-up that stands so; the first is the usual one. Whoever left makes good no more. */
export function makeupMoves({ makeup, hasLeft }: Standing, roles: readonly AccountRole[]): MakeupMove[] {
  const clerk = roles.includes('clerk') && !hasLeft;
  const reviewer = roles.includes('reviewer');
  if (makeup === 'pending')
    return [...(clerk ? ['record' as const] : []), ...(reviewer ? ['waive' as const] : [])];
  return makeup === 'done' && reviewer ? ['confirm', 'reject'] : [];
}

/** People whose make-ups stand alike, of one missed session or several: one move is made for all of them at once. */
export interface MakeupChoice {
  readonly makeup: MakeupRow['makeup'];
  /** See `keyOf`. */
  readonly keys: readonly string[];
}

export function keyOf({ session, person }: Pick<MakeupRow, 'session' | 'person'>): string {
  return `${session} ${person}`;
}

/** One more or one less; somebody whose make-up stands differently begins anew. */
export function toggled(choice: MakeupChoice | null, row: MakeupRow): MakeupChoice | null {
  const others = choice?.makeup === row.makeup ? choice.keys : [];
  const key = keyOf(row);
  const isIn = others.includes(key);
  return chosenKeys(row.makeup, isIn ? others.filter((one) => one !== key) : [...others, key]);
}

/** Everybody of a session for whom the account may do something, beside those chosen who stand alike. */
export function withSession(
  choice: MakeupChoice | null,
  rows: readonly MakeupRow[],
  session: string,
  roles: readonly AccountRole[],
): MakeupChoice | null {
  const first = choice ? [choice.makeup] : [];
  // What waits for a confirmation comes first.
  for (const makeup of [...first, 'done', 'pending'] as const) {
    const people = rows.filter(
      (row) => row.session === session && row.makeup === makeup && makeupMoves(row, roles).length > 0,
    );
    if (people.length === 0) continue;
    const others = choice?.makeup === makeup ? choice.keys : [];
    return { makeup, keys: [...new Set([...others, ...people.map(keyOf)])] };
  }
  return choice;
}

/** Nobody of the session any more. */
export function withoutSession(choice: MakeupChoice | null, session: string): MakeupChoice | null {
  if (!choice) return null;
  return chosenKeys(
    choice.makeup,
    choice.keys.filter((key) => !key.startsWith(`${session} `)),
  );
}

/** The rows chosen, of those that are still there and still stand as they did. */
export function chosenRows(rows: readonly MakeupRow[], choice: MakeupChoice | null): readonly MakeupRow[] {
  if (!choice) return [];
  const keys = new Set(choice.keys);
  return rows.filter((row) => row.makeup === choice.makeup && keys.has(keyOf(row)));
}

/** As one write takes them: by missed session, each with the version that was seen. */
export function makeupWrite(rows: readonly MakeupRow[]) {
  return [...Map.groupBy(rows, ({ session }) => session)].map(([session, people]) => ({
    session,
    rev: people[0]?.sessionRev ?? 0,
    people: people.map(({ person }) => person),
  }));
}

function chosenKeys(makeup: MakeupRow['makeup'], keys: readonly string[]): MakeupChoice | null {
  return keys.length > 0 ? { makeup, keys } : null;
}
