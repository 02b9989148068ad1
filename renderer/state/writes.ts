import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Refusal } from '../../shared/vocabulary/refusal.ts';
import { useNotices } from './notices.ts';
import { refusalOf } from './refusals.ts';

interface WriteOptions<Input, Answer> {
  /** What the frame says when it is done, for 8 seconds. */
  readonly done?: (answer: Answer, input: Input) => string | null;
  readonly onDone?: (answer: Answer, input: Input) => void;
  /** A form shows its refusals itself; else the frame does. */
  readonly shownInPlace?: boolean;
}

/**
 * One write to the core. Whatever page is open asks again afterwards: the page holds no truth of its own, and
 * asking costs less than guessing what a write changed.
 */
export function useWrite<Input, Answer>(
  write: (input: Input) => Promise<Answer>,
  options: WriteOptions<Input, Answer> = {},
): UseMutationResult<Answer, Refusal, Input> {
  const client = useQueryClient();
  const { tellDone, tellRefused, begin, end } = useNotices.getState();
  return useMutation<Answer, Refusal, Input>({
    mutationFn: async (input) => {
      begin();
      try {
        return await write(input);
      } catch (error) {
        throw refusalOf(error);
      } finally {
        end();
      }
    },
    onSuccess: async (answer, input) => {
      const sentence = options.done?.(answer, input);
      if (sentence) tellDone(sentence);
      options.onDone?.(answer, input);
      await client.invalidateQueries();
    },
    onError: (refusal) => {
      if (!options.shownInPlace) tellRefused(refusal);
    },
  });
}
