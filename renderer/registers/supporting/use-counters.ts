import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { useDrafts } from '../../state/drafts.ts';
import { useSaveAfterPause } from '../../state/save-after-pause.ts';
import { useSession } from '../../state/session.ts';
import {
  createSteps,
  NO_STEPS,
  type StepHistory,
  stepAgain,
  stepBack,
  stepDone,
} from '../../state/step-history.ts';
import { useUnsent } from '../../state/unsent.ts';
import {
  type CellChange,
  type CellClash,
  type CounterStep,
  laidOver,
  NOTHING_UNSAVED,
  turned,
  typedOnto,
} from './counter-changes.ts';
import {
  draftOf,
  dropUnsaved,
  type KeptCounters,
  keepUnsaved,
  saveCounters,
  settle,
  unsavedOf,
} from './save-counters.ts';
import type { CounterUnit } from './supporting-queries.ts';

/** Pause in typing after which cells are sent: a run of numbers goes in one write. */
const PAUSE_MS = 400;

const NO_CLASHES: readonly CellClash[] = [];
const useSteps = createSteps<CounterStep>();

export interface Counters {
  /** The sheet with what was typed and not saved yet laid over it. */
  readonly units: readonly CounterUnit[];
  readonly unsaved: number;
  /** Why cells are not saved; they are still there. */
  readonly refusal: Refusal | null;
  readonly clashes: readonly CellClash[];
  readonly settle: (clash: CellClash, by: 'mine' | 'theirs') => void;
  readonly steps: StepHistory<CounterStep>;
  /** One step of the sheet, as its button will name it. */
  readonly act: (changes: readonly CellChange[], said: string) => void;
  /** @returns cells left as they are since they were changed meanwhile; undefined: there was no step */
  readonly turn: (way: 'back' | 'again') => number | undefined;
  readonly saveNow: () => void;
  readonly dropUnsaved: () => void;
}

/**
 * Cells save themselves in small writes, one at a time. What is not saved yet lies with the drafts: it outlives a
 * lock and a change of page, and is sent when the account is back.
 */
export function useCounters(month: string, saved: readonly CounterUnit[]): Counters {
  const account = useSession(({ identity }) => identity?.account?.id ?? '');
  const draft = useMemo(() => ({ account, month }), [account, month]);
  const kept = useDrafts(({ texts }) => texts[draftOf(draft)] as KeptCounters | undefined);
  const cells = kept?.cells ?? NOTHING_UNSAVED;
  const units = useMemo(() => laidOver(saved, cells), [saved, cells]);
  const steps = useSteps(({ histories }) => histories[draftOf(draft)]) ?? NO_STEPS;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const pause = useRef(PAUSE_MS);
  const client = useQueryClient();
  const save = useCallback(async () => setRefusal(await saveCounters(client, draft)), [client, draft]);
  useSaveAfterPause(refusal === null ? cells : NOTHING_UNSAVED, pause, save);
  useEffect(() => () => void saveCounters(client, draft), [client, draft]);
  useUnsent(cells !== NOTHING_UNSAVED, save);

  return {
    ...{ units, refusal, steps, act, turn },
    unsaved: Object.keys(cells).length,
    clashes: kept?.clashes ?? NO_CLASHES,
    settle: (clash, by) => settle(draft, clash, by),
    saveNow: () => void save(),
    dropUnsaved: () => {
      dropUnsaved(draft);
      keepSteps(NO_STEPS);
      setRefusal(null);
    },
  };

  function act(changes: readonly CellChange[], said: string): void {
    if (changes.length === 0) return;
    keepSteps(stepDone(stepsNow(), { said, changes }));
    type(changes);
  }

  function turn(way: 'back' | 'again'): number | undefined {
    const now = stepsNow();
    const step = (way === 'back' ? now.done : now.undone).at(-1);
    if (!step) return undefined;
    const { changes, left } = turned(step, units, way);
    keepSteps(way === 'back' ? stepBack(now) : stepAgain(now));
    type(changes);
    return left;
  }

  function type(changes: readonly CellChange[]): void {
    if (changes.length === 0) return;
    // What was refused is tried again with what is typed next.
    setRefusal(null);
    keepUnsaved(draft, typedOnto(unsavedOf(draft), saved, changes));
  }

  /** Two keys may come between one drawing of the page and the next. */
  function stepsNow(): StepHistory<CounterStep> {
    return useSteps.getState().histories[draftOf(draft)] ?? NO_STEPS;
  }

  function keepSteps(history: StepHistory<CounterStep>): void {
    useSteps.getState().keep(draftOf(draft), history);
  }
}
