import { Checkbox } from 'antd';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { issueText as text } from '../../text/packs-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import type { Unit } from './packs-queries.ts';
import { checkedOf, toggled, type UnitChoice, unitLines } from './unit-choice.ts';

interface UnitChecksProps {
  readonly units: readonly Unit[];
  readonly choice: UnitChoice;
  readonly isDisabled: boolean;
  readonly onChange: (choice: UnitChoice) => void;
}

/** The tree of units with a box each; arrows walk, the space bar ticks, and Tab stops once. */
export function UnitChecks({ units, choice, isDisabled, onChange }: UnitChecksProps) {
  const lines = useMemo(() => unitLines(units), [units]);
  const checked = useMemo(() => checkedOf(units, choice), [units, choice]);
  const [reached, setReached] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  return (
    <ul ref={list} className="packs-units" aria-label={text.units} onKeyDown={onKeyDown}>
      {lines.map(({ unit, level }, at) => {
        const state = checked.get(unit.id);
        return (
          <li key={unit.id} style={{ paddingLeft: 12 + (level - 1) * 16 }}>
            <Checkbox
              checked={state !== 'none'}
              disabled={isDisabled || state === 'above'}
              tabIndex={at === reached ? 0 : -1}
              onFocus={() => setReached(at)}
              onChange={() => onChange(toggled(units, choice, unit.id))}
            >
              <span title={unit.name}>{unit.name}</span>
            </Checkbox>
            <span className="secondary">{state === 'above' ? text.withAbove : unit.people}</span>
          </li>
        );
      })}
    </ul>
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])];
    let next = reached + step;
    // What goes with a unit above it cannot have the focus.
    while (boxes[next]?.disabled) next += step;
    boxes[next]?.focus();
  }
}
