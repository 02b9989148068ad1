import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { core } from './core.ts';
import { useNotices } from './notices.ts';
import { refusalOf } from './refusals.ts';

/** How often the host is asked how far it is. */
const ASK_MS = 500;

export interface WorkProgress {
  readonly kind: string;
  readonly step: string;
  readonly done: number;
  readonly total: number;
  /** False once cancelling would come too late. */
  readonly cancellable: boolean;
}

export interface LongWork<Input, Answer> {
  /** Begins; ignored while the last one still runs. */
  readonly run: (input: Input) => void;
  /** Asks the host to stop. Once it writes it no longer can: `cameTooLate` tells then. */
  readonly cancel: () => void;
  /** Null before the host has told and when nothing runs. */
  readonly progress: WorkProgress | null;
  readonly isRunning: boolean;
  readonly isCancelling: boolean;
  /** What runs is no rehearsal. */
  readonly isWriting: boolean;
  /** What the last run gave. */
  readonly answer: Answer | undefined;
  /** Why the last run gave nothing; `cancelled` after a cancel that left everything as it was. */
  readonly refusal: Refusal | null;
  /** The last run was cancelled when it had been written already. */
  readonly cameTooLate: boolean;
  /** Forgets answer and refusal of the last run. */
  readonly reset: () => void;
}

interface LongWorkOptions<Input, Answer> {
  /** False for a rehearsal: it is given up when its page is left, and other pages need not ask again. */
  readonly writes?: (input: Input) => boolean;
  readonly done?: (answer: Answer, input: Input) => string | null;
  readonly onDone?: (answer: Answer, input: Input) => void;
}

type Outcome<Answer> = { readonly answer: Answer } | 'tooLate';

/**
 * Work that takes long enough to be watched and cancelled.
 * @param work the call, which hands the signal on: `(input, signal) => core.x.y(input, { signal })`
 */
export function useLongWork<Input, Answer>(
  work: (input: Input, signal: AbortSignal) => Promise<Answer>,
  options: LongWorkOptions<Input, Answer> = {},
): LongWork<Input, Answer> {
  const { writes = () => true } = options;
  const client = useQueryClient();
  const running = useRef<{ readonly controller: AbortController; readonly writes: boolean }>(null);
  const [isCancelling, setCancelling] = useState(false);
  const { tellDone, begin, end } = useNotices.getState();

  const mutation = useMutation<Outcome<Answer>, Refusal, Input>({
    mutationFn: async (input) => {
      const controller = new AbortController();
      running.current = { controller, writes: writes(input) };
      return await (writes(input) ? write(input, controller.signal) : rehearse(input, controller.signal));
    },
    onSuccess: async (outcome, input) => {
      if (outcome !== 'tooLate') tell(outcome.answer, input);
      if (writes(input)) await client.invalidateQueries();
    },
    onSettled: () => {
      running.current = null;
      setCancelling(false);
    },
  });
  const progress = useQuery({
    queryKey: ['progress'],
    queryFn: () => core.office.progress(),
    enabled: mutation.isPending,
    refetchInterval: ASK_MS,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => () => abandonRehearsal(running.current), []);

  const outcome = mutation.data;
  return {
    run: (input) => {
      if (!running.current) mutation.mutate(input);
    },
    cancel: () => {
      setCancelling(running.current !== null);
      running.current?.controller.abort();
    },
    progress: mutation.isPending ? (progress.data ?? null) : null,
    isRunning: mutation.isPending,
    isCancelling,
    isWriting: mutation.isPending && writes(mutation.variables),
    answer: typeof outcome === 'object' ? outcome.answer : undefined,
    refusal: mutation.error,
    cameTooLate: outcome === 'tooLate',
    reset: mutation.reset,
  };

  async function rehearse(input: Input, signal: AbortSignal): Promise<Outcome<Answer>> {
    try {
      return { answer: await work(input, signal) };
    } catch (error) {
      throw signal.aborted ? new Refusal('cancelled') : refusalOf(error);
    }
  }

  async function write(input: Input, signal: AbortSignal): Promise<Outcome<Answer>> {
    begin();
    try {
      const { rev } = await core.office.identity();
      try {
        return await rehearse(input, signal);
      } catch (error) {
        if (signal.aborted && (await wasWrittenSince(rev))) return 'tooLate';
        throw error;
      }
    } catch (error) {
      throw refusalOf(error);
    } finally {
      end();
    }
  }

  function tell(answer: Answer, input: Input): void {
    const sentence = options.done?.(answer, input);
    if (sentence) tellDone(sentence);
    options.onDone?.(answer, input);
  }
}

/**
 * A cancelled call is over for the page at once, whatever the host made of it. Only the ledger's revision tells
 * whether the host was writing already.
 */
async function wasWrittenSince(rev: number): Promise<boolean> {
  while ((await core.office.progress()) !== null) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  return (await core.office.identity()).rev !== rev;
}

function abandonRehearsal(
  work: { readonly controller: AbortController; readonly writes: boolean } | null,
): void {
  if (work && !work.writes) work.controller.abort();
}
