import { useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { core } from '../../state/core.ts';
import { draftKey, useDrafts } from '../../state/drafts.ts';
import { type LongWork, useLongWork } from '../../state/long-work.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { importText } from '../../text/roster-import-page.ts';
import { contentOf } from '../../ui/sheet-content.ts';
import { doubtsAfter } from './held-list.ts';
import {
  baseOf,
  type Decisions,
  decided,
  FIRST_CHOICES,
  type FileChoices,
  type RosterFile,
  type RosterInput,
  type RosterReport,
  type RosterRow,
  type RowDecision,
  readsOtherRows,
  rowsToWrite,
  seenAfter,
  type UnitDoubtOfFile,
  undecided,
  withDecisions,
} from './roster-choices.ts';

/** Whoever decides row after row is not interrupted by a rehearsal for each. */
const PAUSE_MS = 500;

export interface RosterImport {
  readonly file: RosterFile | null;
  readonly choices: FileChoices;
  readonly decisions: Decisions;
  /** Decisions that the last rehearsal knew. */
  readonly rehearsedDecisions: Decisions;
  /** The last rehearsal of this file; null before the first one has ended. */
  readonly report: RosterReport | null;
  /** Rows that are or were held, as they were then. */
  readonly seen: ReadonlyMap<number, RosterRow>;
  /** Texts of units that are or were in doubt. */
  readonly doubts: readonly UnitDoubtOfFile[];
  /** The report tells of the file and the choices as they stand. */
  readonly isCurrent: boolean;
  /** The file and the choices were found again after a lock or another page. */
  readonly isFound: boolean;
  /** Why the file could not even be read by the page. */
  readonly unreadable: Refusal | null;
  readonly work: LongWork<RosterInput, RosterReport>;
  readonly chooseFile: (file: File) => Promise<void>;
  readonly answer: (change: Partial<FileChoices>) => void;
  /** Which unit a text means, `new` for one to be created; null: not answered. */
  readonly answerUnit: (text: string, unit: string | null) => void;
  readonly decide: (row: RosterRow, decision: RowDecision | null) => void;
  /** Rehearses what was cancelled or refused once more. */
  readonly again: () => void;
  readonly write: () => void;
  /** Forgets the file and all that was decided. */
  readonly giveUp: () => void;
}

interface Chosen {
  readonly file: RosterFile | null;
  readonly choices: FileChoices;
  readonly decisions: Decisions;
}

interface Rehearsed {
  readonly report: RosterReport;
  readonly input: RosterInput;
  readonly base: RosterInput;
  readonly decisions: Decisions;
}

const NOTHING: Chosen = { file: null, choices: FIRST_CHOICES, decisions: new Map() };

/**
 * Choosing a file rehearses it, and so does, after a pause, whatever is answered about it; writing sends the same
 * once more. What was chosen outlives a lock and a change of page, as any text that was typed does.
 */
export function useRosterImport(onWritten: () => void): RosterImport {
  const draft = useDraft();
  const [isFound, setFound] = useState(draft.found !== undefined);
  const [chosen, setChosen] = useState<Chosen>(draft.found ?? NOTHING);
  const [rehearsed, setRehearsed] = useState<Rehearsed | null>(null);
  const [seen, setSeen] = useState<ReadonlyMap<number, RosterRow>>(new Map());
  const [doubts, setDoubts] = useState<readonly UnitDoubtOfFile[]>([]);
  const [unreadable, setUnreadable] = useState<Refusal | null>(null);
  const pause = useRef(0);
  const asked = useRef<Omit<Rehearsed, 'report'>>(null);
  const { file, choices, decisions } = chosen;
  const base = useMemo(() => (file ? baseOf(file, choices) : null), [file, choices]);
  const wanted = useMemo(() => (base ? withDecisions(base, decisions) : null), [base, decisions]);
  const work = useLongWork<RosterInput, RosterReport>(
    (input, signal) => core.personnel.importRoster(input, { signal }),
    {
      writes: ({ apply = false }) => apply,
      done: (answer, { fileName }) => (answer.applied ? importText.done(fileName, answer) : null),
      onDone: take,
    },
  );
  useEffect(() => {
    if (!base || !wanted || work.isRunning || asked.current?.input === wanted) return;
    const timer = setTimeout(() => {
      asked.current = { input: wanted, base, decisions };
      work.run(wanted);
    }, pause.current);
    return () => clearTimeout(timer);
  }, [base, wanted, decisions, work]);

  const report = rehearsed?.report ?? null;
  const isCurrent = rehearsed !== null && rehearsed.input === wanted;
  return {
    ...{ file, choices, decisions, report, seen, doubts, isCurrent, isFound, unreadable, work },
    rehearsedDecisions: rehearsed?.decisions ?? NOTHING.decisions,
    ...{ chooseFile, answer, answerUnit, decide, again, write, giveUp },
  };

  function take(answer: RosterReport): void {
    const ask = asked.current;
    if (answer.applied) {
      draft.drop();
      onWritten();
    } else if (ask) {
      const isSameList = rehearsed?.base === ask.base;
      setSeen((before) => seenAfter(before, answer, ask.decisions, isSameList));
      setDoubts((before) => doubtsAfter(before, answer, choices.units));
      setRehearsed({ report: answer, ...ask });
    }
  }

  async function chooseFile(one: File): Promise<void> {
    setRehearsed(null);
    setSeen(new Map());
    setDoubts([]);
    setUnreadable(null);
    setFound(false);
    work.reset();
    try {
      change({ ...NOTHING, file: { name: one.name, content: await contentOf(one) } });
    } catch (error) {
      giveUp();
      setUnreadable(refusalOf(error));
    }
  }

  function answer(part: Partial<FileChoices>): void {
    const others = readsOtherRows(part) ? { mapping: null, units: FIRST_CHOICES.units } : {};
    change({
      file,
      choices: { ...choices, ...others, ...part },
      decisions: readsOtherRows(part) ? NOTHING.decisions : decisions,
    });
  }

  function answerUnit(text: string, unit: string | null): void {
    const others = [...choices.units].filter(([one]) => one !== text);
    const units = new Map(unit === null ? others : [...others, [text, unit] as const]);
    change({ file, choices: { ...choices, units }, decisions }, PAUSE_MS);
  }

  function decide(row: RosterRow, decision: RowDecision | null): void {
    if (!seen.has(row.line)) setSeen(new Map([...seen, [row.line, row]]));
    const { line } = row;
    const next = decision ? decided(decisions, line, decision) : undecided(decisions, line);
    change({ file, choices, decisions: next }, PAUSE_MS);
  }

  function again(): void {
    change({ file, choices: { ...choices }, decisions });
  }

  function change(next: Chosen, after = 0): void {
    pause.current = after;
    setChosen(next);
    draft.keep(next);
  }

  function write(): void {
    if (rehearsed && isCurrent && rowsToWrite(rehearsed.report) > 0)
      work.run({ ...rehearsed.input, fileDigest: rehearsed.report.digest, apply: true });
  }

  function giveUp(): void {
    setChosen(NOTHING);
    draft.drop();
  }
}

function useDraft() {
  const key = draftKey(useIdentity().account?.id ?? '', 'roster import');
  const { keep, drop } = useDrafts.getState();
  const [found] = useState(() => useDrafts.getState().texts[key] as Chosen | undefined);
  return { found, keep: (chosen: Chosen) => keep(key, chosen), drop: () => drop(key) };
}
