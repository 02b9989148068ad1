import { Button } from 'antd';
import type { ReactNode } from 'react';
import { COUNTER_KINDS, type CounterUnits } from '../../../shared/vocabulary/words.ts';
import { countersText as text } from '../../text/counters-page.ts';
import { Empty } from '../../ui/page.tsx';
import type { CounterUnit } from './supporting-queries.ts';

/** Units that are shown for what stands saved: a row does not vanish while it is being emptied. */
export function shownUnits(
  units: readonly CounterUnit[],
  saved: readonly CounterUnit[],
  show: CounterUnits,
): readonly CounterUnit[] {
  if (show === 'all') return units;
  return units.filter(({ depth }, at) =>
    show === 'top' ? depth === 0 : [units[at], saved[at]].some((row) => row && isFilled(row)),
  );
}

function isFilled({ cells }: CounterUnit): boolean {
  return COUNTER_KINDS.some((kind) => cells[kind].count !== null);
}

interface NobodyShownProps {
  /** What to say where there are no units at all. */
  readonly noUnits: ReactNode;
  readonly onShowAll: () => void;
}

/** In place of a sheet without rows. */
export function NobodyShown({ noUnits, onShowAll }: NobodyShownProps) {
  return (
    noUnits || <Empty action={<Button onClick={onShowAll}>{text.showAll}</Button>}>{text.nobodyFilled}</Empty>
  );
}
