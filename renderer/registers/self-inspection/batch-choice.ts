import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { RefusalFields } from '../../../shared/vocabulary/refusal.ts';
import { errorSentence } from '../../text/errors.ts';

interface RefusedRow {
  readonly row: number;
  readonly code: ErrorCode;
  readonly fields: RefusalFields;
}

export interface BatchChoice {
  readonly isChosen: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  readonly chooseAll: (keys: readonly string[], chosen: boolean) => void;
  /** Sentences of the last try, by key; none after the choice changed so that they went. */
  readonly refused: ReadonlyMap<string, string>;
  /** @param sent keys of what was sent, in its order */
  readonly refuse: (sent: readonly string[], rows: readonly RefusedRow[]) => void;
  /** Those that were refused are chosen no more. */
  readonly leaveOut: () => void;
  readonly startOver: () => void;
}

const NONE: ReadonlyMap<string, string> = new Map();

/** Which rows of a batch go in: all but those that were taken out, and why some were refused. */
export function useBatchChoice(): BatchChoice {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState(NONE);
  return {
    isChosen: (key) => !left.has(key),
    toggle: (key) =>
      setLeft((before) => (before.has(key) ? without(before, [key]) : new Set([...before, key]))),
    chooseAll: (keys, chosen) =>
      setLeft((before) => (chosen ? without(before, keys) : new Set([...before, ...keys]))),
    refused,
    refuse: (sent, rows) =>
      setRefused(
        new Map(rows.map(({ row, code, fields }) => [sent[row] ?? '', errorSentence(code, fields)] as const)),
      ),
    leaveOut: () => {
      setLeft((before) => new Set([...before, ...refused.keys()]));
      setRefused(NONE);
    },
    startOver: () => {
      setLeft(new Set());
      setRefused(NONE);
    },
  };
}

function without(all: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...all].filter((one) => !gone.includes(one)));
}
