import type { QueryClient } from '@tanstack/react-query';
import { takesMarks } from '../../../shared/rules/session-moves.ts';
import type { Refusal, RefusalFields } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import { type ChangedBox, type Clash, changesBetween, clashesOf } from './clashes.ts';
import { type AttendanceList, type SessionCard, studyQueries } from './study-queries.ts';
import { laidOver, leftUnsaved, NOTHING_UNSAVED, type UnsavedMarks, withoutPeople } from './unsaved-marks.ts';

/** How often marks are sent again because somebody else was first once more. */
const MOST_CONFLICTS = 3;

export interface SaveOutcome {
  /** Why marks are not saved; they are still there. */
  readonly refusal: Refusal | null;
  /** Somebody else changed the session meanwhile: by whom and when, as the conflict told, and which boxes. */
  readonly changed: { readonly fields: RefusalFields; readonly boxes: readonly ChangedBox[] } | null;
}

export const SAVED: SaveOutcome = { refusal: null, changed: null };

/** Whose marks of which session; they lie with the drafts until they are saved. */
export interface MarksDraft {
  readonly account: string;
  readonly session: string;
}

export function keyOf({ account, session }: MarksDraft): string {
  return draftKey(account, `marks ${session}`);
}

/** Marks as they lie with the drafts. */
export interface KeptMarks {
  readonly marks: UnsavedMarks;
  /** The session's version before the eyes of whoever typed the first of them. */
  readonly upon: number;
  /** What was typed where somebody else typed something else; it waits for a decision. */
  readonly clashes?: readonly Clash[];
}

export function unsavedOf(draft: MarksDraft): UnsavedMarks {
  return keptOf(draft)?.marks ?? NOTHING_UNSAVED;
}

/** @param upon the session's version now; what waits already was typed upon an earlier one */
export function keepUnsaved(draft: MarksDraft, marks: UnsavedMarks, upon: number): void {
  const clashes = keptOf(draft)?.clashes ?? [];
  put(draft, { marks, upon: keptOf(draft)?.upon ?? upon, clashes });
}

/** Gives up what was typed, clashes too. */
export function dropUnsaved(draft: MarksDraft): void {
  useDrafts.getState().drop(keyOf(draft));
}

/** Somebody has decided: own marks are typed anew over the others, or given up. */
export function settleClashes(
  draft: MarksDraft,
  settled: readonly Clash[],
  by: 'mine' | 'theirs',
  rev: number,
): void {
  const people = new Set(settled.map(({ person }) => person));
  const kept = keptOf(draft);
  const clashes = (kept?.clashes ?? []).filter(({ person }) => !people.has(person));
  const isWaiting = Object.keys(kept?.marks ?? {}).length > 0;
  const mine = settled.map(({ person, mine, theirs }) => [person, { ...mine, over: theirs }] as const);
  const marks = by === 'mine' ? { ...unsavedOf(draft), ...Object.fromEntries(mine) } : unsavedOf(draft);
  put(draft, { marks, upon: isWaiting && kept ? kept.upon : rev, clashes });
}

function put(draft: MarksDraft, kept: KeptMarks): void {
  const { keep, drop } = useDrafts.getState();
  if (Object.keys(kept.marks).length === 0 && (kept.clashes ?? []).length === 0) drop(keyOf(draft));
  else keep(keyOf(draft), kept);
}

function keptOf(draft: MarksDraft): KeptMarks | undefined {
  return useDrafts.getState().texts[keyOf(draft)] as KeptMarks | undefined;
}

/** One write at a time, whichever part of the page asked for it. */
const underWay = new Map<string, Promise<SaveOutcome>>();

export function isBeingSaved(draft: MarksDraft): boolean {
  return underWay.has(keyOf(draft));
}

/** Sends what was typed, in one write; what is typed meanwhile waits for the next. Never throws. */
export function saveMarks(client: QueryClient, draft: MarksDraft): Promise<SaveOutcome> {
  const key = keyOf(draft);
  const begun = underWay.get(key) ?? save(client, draft).finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}

async function save(client: QueryClient, draft: MarksDraft): Promise<SaveOutcome> {
  const kept = keptOf(draft);
  const isSignedIn = useSession.getState().identity?.account?.id === draft.account;
  if (!kept || !isSignedIn) return SAVED;
  useNotices.getState().begin();
  try {
    const { state } = await client.ensureQueryData(studyQueries.session(draft.session));
    return await send(client, draft, kept.marks, { state, rev: kept.upon });
  } catch (error) {
    return { refusal: refusalOf(error), changed: null };
  } finally {
    useNotices.getState().end();
  }
}

async function send(
  client: QueryClient,
  draft: MarksDraft,
  sent: UnsavedMarks,
  card: Pick<SessionCard, 'state' | 'rev'>,
  conflicts = 0,
): Promise<SaveOutcome> {
  if (!takesMarks(card.state) || Object.keys(sent).length === 0) return SAVED;
  try {
    await write(client, draft, sent, card.rev);
    return SAVED;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.code !== 'conflict' || conflicts === MOST_CONFLICTS) throw refusal;
    const { card: fresh, boxes, clashes } = await readAgain(client, draft, sent);
    const clashing = new Set(clashes.map(({ person }) => person));
    if (clashes.length > 0) setAside(draft, clashes, fresh.rev);
    const outcome = await send(client, draft, withoutPeople(sent, clashing), fresh, conflicts + 1);
    const changed = { fields: refusal.fields, boxes };
    return { ...outcome, changed: isOwn(refusal) && boxes.length === 0 ? outcome.changed : changed };
  }
}

async function write(client: QueryClient, draft: MarksDraft, sent: UnsavedMarks, rev: number): Promise<void> {
  const { session } = draft;
  const marks = Object.entries(sent).map(([person, { mark, reason }]) => ({ person, mark, reason }));
  const { rev: newRev, sums } = await core.study.mark({ session, rev, marks });
  const cardKey = studyQueries.session(session).queryKey;
  const listKey = studyQueries.attendance(session).queryKey;
  await client.cancelQueries({ queryKey: listKey });
  client.setQueryData<SessionCard>(cardKey, (card) => card && { ...card, rev: newRev, sums });
  client.setQueryData<AttendanceList>(
    listKey,
    (list) => list && { ...list, sums, rows: [...laidOver(list.rows, sent)] },
  );
  // The page is told of the list a turn later; what was typed stands over it until then, or boxes would empty.
  await new Promise((told) => setTimeout(told));
  const clashes = keptOf(draft)?.clashes ?? [];
  put(draft, { marks: leftUnsaved(unsavedOf(draft), sent), upon: newRev, clashes });
  // The save is over when its step can be undone.
  await client.invalidateQueries({ queryKey: ['lastStep'] });
  // The sheet knows what was written; a list of thousands need not come again for every few keys.
  void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey) !== String(listKey) });
}

/** The session and its list as they are now, and what of it another hand changed. */
async function readAgain(client: QueryClient, { session }: MarksDraft, sent: UnsavedMarks) {
  const query = studyQueries.attendance(session);
  const seen = client.getQueryData<AttendanceList>(query.queryKey)?.rows ?? [];
  const [card, list] = await Promise.all([
    client.fetchQuery({ ...studyQueries.session(session), staleTime: 0 }),
    client.fetchQuery({ ...query, staleTime: 0 }),
  ]);
  return { card, boxes: changesBetween(seen, list.rows), clashes: clashesOf(sent, list.rows) };
}

function setAside(draft: MarksDraft, clashes: readonly Clash[], rev: number): void {
  const people = new Set(clashes.map(({ person }) => person));
  const earlier = (keptOf(draft)?.clashes ?? []).filter(({ person }) => !people.has(person));
  put(draft, {
    marks: withoutPeople(unsavedOf(draft), people),
    upon: rev,
    clashes: [...earlier, ...clashes],
  });
}

/** An undo or another page of the same account is nobody else. */
function isOwn({ fields }: Refusal): boolean {
  return fields.by === useSession.getState().identity?.account?.name;
}
