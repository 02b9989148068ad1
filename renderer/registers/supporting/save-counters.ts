import type { QueryClient } from '@tanstack/react-query';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import {
  against,
  type CellClash,
  keyOf,
  laidOver,
  leftUnsaved,
  NOTHING_UNSAVED,
  type UnsavedCells,
} from './counter-changes.ts';
import { type CounterUnit, supportingQueries } from './supporting-queries.ts';

/** How often cells are sent again because somebody else was first once more. */
const MOST_CONFLICTS = 3;

/** Whose cells of which month; they lie with the drafts until they are saved. */
export interface CountersDraft {
  readonly account: string;
  readonly month: string;
}

export interface KeptCounters {
  readonly cells: UnsavedCells;
  /** What was typed where somebody else typed something else; it waits for a decision. */
  readonly clashes: readonly CellClash[];
}

export function draftOf({ account, month }: CountersDraft): string {
  return draftKey(account, `counters ${month}`);
}

export function unsavedOf(draft: CountersDraft): UnsavedCells {
  return keptOf(draft)?.cells ?? NOTHING_UNSAVED;
}

export function keepUnsaved(draft: CountersDraft, cells: UnsavedCells): void {
  put(draft, { cells, clashes: keptOf(draft)?.clashes ?? [] });
}

/** Gives up what was typed, clashes too. */
export function dropUnsaved(draft: CountersDraft): void {
  useDrafts.getState().drop(draftOf(draft));
}

/** Somebody has decided: the own number is typed anew over the other, or given up. */
export function settle(draft: CountersDraft, clash: CellClash, by: 'mine' | 'theirs'): void {
  const { unit, kind, mine, theirs, rev } = clash;
  const clashes = (keptOf(draft)?.clashes ?? []).filter((one) => keyOf(one) !== keyOf(clash));
  const again = { [keyOf(clash)]: { unit, kind, count: mine, over: theirs, rev } };
  put(draft, { cells: { ...unsavedOf(draft), ...(by === 'mine' && again) }, clashes });
}

/** One write at a time, whichever part of the page asked for it. */
const underWay = new Map<string, Promise<Refusal | null>>();

/** Sends what was typed, in one write; what is typed meanwhile waits for the next. Never throws. */
export function saveCounters(client: QueryClient, draft: CountersDraft): Promise<Refusal | null> {
  const key = draftOf(draft);
  const begun = underWay.get(key) ?? save(client, draft).finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}

/** @returns why cells are not saved; they are still there */
async function save(client: QueryClient, draft: CountersDraft): Promise<Refusal | null> {
  const isSignedIn = useSession.getState().identity?.account?.id === draft.account;
  const sent = unsavedOf(draft);
  if (!isSignedIn || Object.keys(sent).length === 0) return null;
  useNotices.getState().begin();
  try {
    await send(client, draft, sent, 0);
    return null;
  } catch (error) {
    return refusalOf(error);
  } finally {
    useNotices.getState().end();
  }
}

async function send(
  client: QueryClient,
  draft: CountersDraft,
  sent: UnsavedCells,
  conflicts: number,
): Promise<void> {
  if (Object.keys(sent).length === 0) return;
  try {
    await write(client, draft, sent);
  } catch (error) {
    if (refusalOf(error).code !== 'conflict' || conflicts === MOST_CONFLICTS) throw error;
    const query = supportingQueries.counters(draft.month);
    const fresh = await client.fetchQuery({ ...query, staleTime: 0 });
    const { going, clashes } = against(sent, fresh);
    const rest = leftUnsaved(unsavedOf(draft), sent, 0);
    put(draft, { cells: { ...going, ...rest }, clashes: [...(keptOf(draft)?.clashes ?? []), ...clashes] });
    await send(client, draft, going, conflicts + 1);
  }
}

async function write(client: QueryClient, { account, month }: CountersDraft, sent: UnsavedCells) {
  const cells = Object.values(sent).map(({ unit, kind, count, rev }) => ({ unit, kind, count, rev }));
  const { rev } = await core.supporting.setCounters({ month, cells });
  const { queryKey } = supportingQueries.counters(month);
  await client.cancelQueries({ queryKey });
  client.setQueryData<readonly CounterUnit[]>(queryKey, (units) => units && savedAt(units, sent, rev));
  // The page is told of the sheet a turn later; what was typed stands over it until then, or cells would empty.
  await new Promise((told) => setTimeout(told));
  const draft = { account, month };
  put(draft, {
    cells: leftUnsaved(unsavedOf(draft), sent, rev),
    clashes: keptOf(draft)?.clashes ?? [],
  });
  // The save is over when its step can be undone.
  await client.invalidateQueries({ queryKey: ['lastStep'] });
  // The sheet knows what was written.
  void client.invalidateQueries({ predicate: (query) => String(query.queryKey) !== String(queryKey) });
}

/** Cells that stood so already were left alone, and so was their revision. */
function savedAt(units: readonly CounterUnit[], sent: UnsavedCells, rev: number): readonly CounterUnit[] {
  const changed = new Set(
    Object.entries(sent)
      .filter(([, { count, over }]) => count !== over)
      .map(([key]) => key),
  );
  return laidOver(units, sent).map((row) => {
    const cells = { ...row.cells };
    for (const kind of Object.keys(cells) as (keyof typeof cells)[])
      if (changed.has(keyOf({ unit: row.unit, kind }))) cells[kind] = { ...cells[kind], rev };
    return { ...row, cells };
  });
}

function keptOf(draft: CountersDraft): KeptCounters | undefined {
  return useDrafts.getState().texts[draftOf(draft)] as KeptCounters | undefined;
}

function put(draft: CountersDraft, kept: KeptCounters): void {
  const { keep, drop } = useDrafts.getState();
  if (Object.keys(kept.cells).length === 0 && kept.clashes.length === 0) drop(draftOf(draft));
  else keep(draftOf(draft), kept);
}
