import type { ReactNode } from 'react';
import type { RowOutcome } from '../../shared/vocabulary/import-outcomes.ts';
import { rowOutcomeWords } from '../text/outcomes.ts';

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const;

const SHAPES: Readonly<Record<RowOutcome, ReactNode>> = {
  added: <path d="M6.5 3.5v6M3.5 6.5h6" {...line} />,
  changed: <path d="M6.5 3.5 9.5 9h-6z" {...line} strokeWidth={1.2} />,
  unchanged: <path d="M3.5 5.2h6M3.5 7.8h6" {...line} />,
  held: <path d="M4.7 5a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1M6.5 9v1" {...line} strokeWidth={1.2} />,
  skipped: <path d="M3.5 6.5h6" {...line} />,
};

/** What a rehearsal makes of a row: a boxed sign and the word. */
export function OutcomeSign({ outcome }: { readonly outcome: RowOutcome }) {
  return (
    <span className={`state-sign outcome-${outcome}`}>
      <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
        <rect x="0.5" y="0.5" width="12" height="12" rx="1.5" {...line} strokeWidth={1} />
        {SHAPES[outcome]}
      </svg>
      {rowOutcomeWords[outcome]}
    </span>
  );
}
