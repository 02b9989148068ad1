import type { MakeupRow } from './study-queries.ts';

/** People of one session: its version guards them. */
export interface MakeupChoice {
  readonly session: string | null;
  readonly people: readonly string[];
}

export interface MakeupGroup {
  readonly session: string;
  readonly title: string;
  readonly day: string | null;
  readonly people: readonly MakeupRow[];
}

/** The backlog by missed session, in the order in which the rows come. */
export function bySession(rows: readonly MakeupRow[]): MakeupGroup[] {
  const groups = new Map<string, MakeupRow[]>();
  for (const row of rows) groups.set(row.session, [...(groups.get(row.session) ?? []), row]);
  return [...groups].map(([session, people]) => ({
    session,
    title: people[0]?.sessionTitle ?? '',
    day: people[0]?.sessionDay ?? null,
    people,
  }));
}
