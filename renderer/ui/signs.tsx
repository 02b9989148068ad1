import type { ReactNode } from 'react';
import { signText } from '../text/frame.ts';

/** How far a record is, as the part of a circle that is filled; and signs for what is no step on the way. */
export type StateShape =
  | 'dotted'
  | 'ring'
  | 'quarter'
  | 'half'
  | 'threeQuarters'
  | 'full'
  | 'returned'
  | 'loop'
  | 'paused'
  | 'fork'
  | 'crossed';

interface StateSignProps {
  readonly shape: StateShape;
  readonly tone?: 'danger' | 'ok' | 'group' | undefined;
  readonly children: ReactNode;
}

/** Shape and word together, so that neither colour nor a colour printer is needed. */
export function StateSign({ shape, tone, children }: StateSignProps) {
  return (
    <span className={tone ? `state-sign ${tone}` : 'state-sign'}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[shape]}
      </svg>
      {children}
    </span>
  );
}

const ring = <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" />;
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;

const SHAPES: Readonly<Record<StateShape, ReactNode>> = {
  dotted: <circle cx="6" cy="6" r="5" {...line} strokeWidth="1.2" strokeDasharray="2 2" />,
  ring,
  quarter: withPart('M6 6V1a5 5 0 0 1 5 5z'),
  half: withPart('M6 1a5 5 0 0 1 0 10z'),
  threeQuarters: withPart('M6 1a5 5 0 1 1-5 5h5z'),
  full: <circle cx="6" cy="6" r="5.4" fill="currentColor" />,
  returned: <path d="M4.5 2 2 4.5 4.5 7M2 4.5h5a3 3 0 0 1 0 6H4" {...line} />,
  loop: <path d="M10 6a4 4 0 1 1-1.5-3.1M10 1v3H7" {...line} />,
  paused: <path d="M4 2v8M8 2v8" {...line} />,
  fork: <path d="M2 1l4 5 4-5M6 6v5" {...line} />,
  crossed: <path d="M2 2l8 8M10 2l-8 8" {...line} />,
};

function withPart(path: string): ReactNode {
  return (
    <>
      {ring}
      <path d={path} fill="currentColor" />
    </>
  );
}

export type Whose = 'clerk' | 'reviewer' | 'unit' | 'group';

/** Whose move it is: four borders that can be told apart in black and white. */
export function WhoseChip({ whose, mine }: { readonly whose: Whose | null; readonly mine: boolean }) {
  if (!whose) return <span className="secondary">—</span>;
  const style = mine ? 'solid' : WHOSE_STYLES[whose];
  return <span className={`chip ${style}`}>{mine ? signText.mine : signText.whose[whose]}</span>;
}

const WHOSE_STYLES: Readonly<Record<Whose, string>> = {
  clerk: 'line',
  reviewer: 'line',
  unit: 'grey',
  group: 'dashed',
};

interface DueProps {
  readonly dueOn: string | null;
  readonly originalDueOn?: string | null;
  /** Negative: overdue by so many days; null: no longer counted. */
  readonly daysLeft: number | null;
}

/** The date, what it means today, and after an extension the first date struck through. */
export function Due({ dueOn, originalDueOn, daysLeft }: DueProps) {
  if (!dueOn) return <span className="secondary">—</span>;
  return (
    <span>
      {signText.day(dueOn)} {dueChip(daysLeft)}{' '}
      {originalDueOn && originalDueOn !== dueOn && (
        <s className="struck wide-only">{signText.day(originalDueOn)}</s>
      )}
    </span>
  );
}

function dueChip(daysLeft: number | null): ReactNode {
  if (daysLeft === null || daysLeft > 3) return null;
  if (daysLeft < 0) return <span className="chip danger">{signText.overdue(-daysLeft)}</span>;
  return (
    <span className="chip warn">{daysLeft === 0 ? signText.dueToday : signText.daysLeft(daysLeft)}</span>
  );
}

export function WarningSign() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" role="img" aria-label={signText.warning}>
      <path d="M6 1.2 11.2 11H.8zM6 4.6v3M6 8.6v1.2" {...line} strokeWidth="1.2" />
    </svg>
  );
}

export function TickSign() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="m1.5 6.5 3 3 6-7" {...line} />
    </svg>
  );
}

export function LockSign() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M2 5.5h8v5.5H2zM3.8 5.5V4a2.2 2.2 0 0 1 4.4 0v1.5" {...line} strokeWidth="1.3" />
    </svg>
  );
}
