import { countersText as text } from '../../text/counters-page.ts';
import { Key } from '../../ui/page.tsx';
import { type Block, cellsIn } from './counter-cells.ts';
import type { CounterSums } from './counter-sums.ts';
import type { CounterUnit } from './supporting-queries.ts';

interface CounterKeysBarProps {
  readonly block: Block;
  readonly units: readonly CounterUnit[];
  readonly sums: CounterSums;
  /** What the last key did, where the sheet does not show it. */
  readonly told: string | null;
  readonly mayWrite: boolean;
}

/** Below the sheet: what was done, what is selected, and which keys there are. */
export function CounterKeysBar({ block, units, sums, told, mayWrite }: CounterKeysBarProps) {
  const cells = cellsIn(units, block).flat();
  const sum = cells.reduce((all, { count }) => all + (count ?? 0), 0);
  return (
    <footer className="counters-foot">
      <p role="status">
        {told ?? (cells.length > 1 ? text.chosen(cells.length, sum) : text.identity(sums.kinds, sums.all))}
      </p>
      <p className="secondary">{text.foot(units.length, sums.filled, sums.cells)}</p>
      {mayWrite && (
        <p className="counters-keys">
          <span className="secondary">{text.keys.digits}</span>
          {KEYS.map(([key, what]) => (
            <span key={key}>
              <Key always>{key}</Key> {what}
            </span>
          ))}
        </p>
      )}
    </footer>
  );
}

const KEYS = [
  ['Enter', text.keys.enter],
  ['Tab', text.keys.tab],
  ['Ctrl+V', text.keys.paste],
  ['Ctrl+D', text.keys.fill],
  ['Del', text.keys.clear],
] as const;
