import type { TalkInput } from './supporting-queries.ts';

/** A talk as it is being written down. */
export interface TalkValues {
  readonly on: string | null;
  readonly person: string | null;
  readonly by: string | null;
  readonly recordNumber: string | null;
}

/** What the contract has checked. */
export function talkInput(values: TalkValues): TalkInput {
  return values as unknown as TalkInput;
}
