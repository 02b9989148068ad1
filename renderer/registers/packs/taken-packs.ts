import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { useIdentity } from '../../state/session.ts';
import { usePackWriting } from './pack-writing.ts';
import { packsQueries } from './packs-queries.ts';
import {
  type Answers,
  type Decisions,
  decided,
  inputOf,
  isReady,
  keyOf,
  NO_ANSWERS,
  openRows,
  type PackRow,
  placeOf,
  type RowDecision,
  seenAfter,
  type TakeInput,
  type TakenFile,
  type TakenPack,
  type TakenReport,
  undecided,
  writingOf,
} from './taken-choices.ts';
import { MOST_FILES, readFiles } from './taken-files.ts';

/** Whoever decides row after row is not interrupted by a rehearsal for each. */
const PAUSE_MS = 500;

interface Chosen {
  readonly files: readonly TakenFile[];
  /** Of what was chosen: no sheets, and sheets that could not be read. */
  readonly others: number;
  readonly unreadable: readonly string[];
  readonly answers: Answers;
  readonly decisions: Decisions;
  /** Rows that are or were held, as they were then. */
  readonly seen: ReadonlyMap<string, PackRow>;
  /** Whether a pack is to be written, where a person has said so, by its line. */
  readonly picked: ReadonlyMap<string, boolean>;
  /** What writing gave, by its line: written ones for good, refused ones until the next rehearsal. */
  readonly written: ReadonlyMap<string, TakenPack>;
}

const NOTHING: Chosen = {
  files: [],
  others: 0,
  unreadable: [],
  answers: NO_ANSWERS,
  decisions: new Map(),
  seen: new Map(),
  picked: new Map(),
  written: new Map(),
};

export type TakenPacks = ReturnType<typeof useTakenPacks>;

/**
 * Files are rehearsed as soon as they are chosen, and after a pause whatever is decided about them. What was chosen
 * outlives a lock and a change of page.
 */
export function useTakenPacks() {
  const draft = useDraft();
  const [isFound, setFound] = useState(draft.found !== undefined);
  const [chosen, setChosen] = useState<Chosen>(draft.found ?? NOTHING);
  const latest = useRef(chosen);
  const [rehearsed, setRehearsed] = useState<{ report: TakenReport; input: TakeInput } | null>(null);
  const [isReading, setReading] = useState(false);
  const [isTooMany, setTooMany] = useState(false);
  const pause = useRef(0);
  const asked = useRef<TakeInput>(null);
  const { files, answers, decisions, seen, picked, written } = chosen;
  const wanted = useMemo(
    () => (files.length > 0 ? inputOf(files, answers, decisions) : null),
    [files, answers, decisions],
  );
  const work: LongWork<TakeInput, TakenReport> = useLongWork<TakeInput, TakenReport>(
    (input, signal) => core.packs.take(input, { signal }),
    { writes: () => false, onDone: take },
  );
  const writing = usePackWriting({
    onPack: (pack) => change((now) => ({ ...now, written: new Map([...now.written, [keyOf(pack), pack]]) })),
  });
  useEffect(() => {
    if (!wanted || work.isRunning || writing.isRunning || asked.current === wanted) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      work.run(wanted);
    }, pause.current);
    return () => clearTimeout(timer);
  }, [wanted, work, writing.isRunning]);
  useUndone(written, writing.isRunning, forget);

  const report = rehearsed?.report ?? null;
  const isCurrent = rehearsed !== null && rehearsed.input === wanted;
  const packs = useMemo(
    () => (report?.packs ?? []).map((pack) => written.get(keyOf(pack)) ?? pack),
    [report, written],
  );
  const toWrite = packs.filter((pack) => isReady(pack) && isPicked(pack));
  return {
    ...{ files, answers, decisions, seen, report, packs, toWrite, work, writing },
    ...{ isCurrent, isFound, isReading, isTooMany },
    others: chosen.others,
    unreadable: chosen.unreadable,
    isPicked,
    isWritten: (pack: TakenPack) => written.get(keyOf(pack))?.applied ?? false,
    ...{ addFiles, answer, decide, pick, again, write, giveUp },
  };

  /** Of those that still ask something only if somebody said so: a pack can be taken in once. */
  function isPicked(pack: TakenPack): boolean {
    return picked.get(keyOf(pack)) ?? openRows(pack) === 0;
  }

  function take(answer: TakenReport): void {
    const input = asked.current;
    if (!input) return;
    setRehearsed({ report: answer, input });
    change((now) => ({
      ...now,
      seen: seenAfter(now.seen, answer.packs, now.decisions),
      written: onlyApplied(now.written),
    }));
  }

  async function addFiles(more: readonly File[]): Promise<void> {
    setFound(false);
    setReading(true);
    work.reset();
    const read = await readFiles(more, new Set(files.map(({ name }) => name)));
    setReading(false);
    setTooMany(files.length + read.files.length > MOST_FILES);
    if (files.length + read.files.length > MOST_FILES) return;
    pause.current = 0;
    change((now) => ({
      ...now,
      files: [...now.files, ...read.files],
      others: now.others + read.others,
      unreadable: [...now.unreadable, ...read.unreadable],
    }));
  }

  function answer(part: Partial<Answers>): void {
    pause.current = 0;
    change((now) => ({ ...now, answers: { ...now.answers, ...part } }));
  }

  function decide(pack: TakenPack, row: PackRow, decision: RowDecision | null): void {
    const place = placeOf(pack.pack, row.line);
    pause.current = PAUSE_MS;
    setFound(false);
    change((now) => ({
      ...now,
      seen: now.seen.has(place) ? now.seen : new Map([...now.seen, [place, row]]),
      decisions: decision ? decided(now.decisions, place, decision) : undecided(now.decisions, place),
    }));
  }

  function pick(pack: TakenPack, isWanted: boolean): void {
    change((now) => ({ ...now, picked: new Map([...now.picked, [keyOf(pack), isWanted]]) }));
  }

  /** Rehearses as the register stands now. */
  function again(): void {
    pause.current = 0;
    change((now) => ({ ...now, answers: { ...now.answers } }));
  }

  function forget(lines: ReadonlySet<string>): void {
    change((now) => ({ ...now, written: new Map([...now.written].filter(([line]) => !lines.has(line))) }));
    again();
  }

  function write(): void {
    setFound(false);
    if (rehearsed && isCurrent && toWrite.length > 0 && !work.isRunning)
      void writing.run(toWrite.map((pack) => ({ pack, input: writingOf(rehearsed.input, pack) })));
  }

  function change(next: (now: Chosen) => Chosen): void {
    latest.current = next(latest.current);
    setChosen(latest.current);
    draft.keep(latest.current);
  }

  function giveUp(): void {
    latest.current = NOTHING;
    setChosen(NOTHING);
    setRehearsed(null);
    setFound(false);
    asked.current = null;
    work.reset();
    draft.drop();
  }
}

function onlyApplied(written: Chosen['written']): Chosen['written'] {
  return new Map([...written].filter(([, { applied }]) => applied));
}

/** A step that was undone leaves its pack waiting again. */
function useUndone(
  written: Chosen['written'],
  isWriting: boolean,
  onUndone: (lines: ReadonlySet<string>) => void,
): void {
  const applied = [...written].filter(([, pack]) => pack.applied);
  const { data, isFetching } = useQuery({ ...packsQueries.outstanding(), enabled: applied.length > 0 });
  const latest = useRef(onUndone);
  latest.current = onUndone;
  const isKnown = data !== undefined && !isFetching && !isWriting;
  const undone = applied
    .filter(([, { pack }]) => pack !== null && data?.includes(pack))
    .map(([line]) => line);
  const lines = undone.join('\n');
  useEffect(() => {
    if (isKnown && lines) latest.current(new Set(lines.split('\n')));
  }, [isKnown, lines]);
}

function useDraft() {
  const key = draftKey(useIdentity().account?.id ?? '', 'packs');
  const { keep, drop } = useDrafts.getState();
  const [found] = useState(() => useDrafts.getState().texts[key] as Chosen | undefined);
  return { found, keep: (chosen: Chosen) => keep(key, chosen), drop: () => drop(key) };
}
