import { type KeyboardEvent, useRef, useState } from 'react';
import { unitsText } from '../../text/units-page.ts';
import { isComposing } from '../../ui/keyboard.ts';
import type { Unit } from './personnel-queries.ts';
import { type TreeRow, treeMove, treeRows } from './tree-rows.ts';

interface UnitTreeProps {
  readonly units: readonly Unit[];
  /** Null: all units. */
  readonly chosen: string | null;
  readonly onChoose: (unit: string | null) => void;
}

/** Arrows walk and fold, Enter or a click chooses; Tab reaches one line only. */
export function UnitTree({ units, chosen, onChoose }: UnitTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(chosen);
  const tree = useRef<HTMLDivElement>(null);
  const rows = treeRows(units, closed);
  // The line above all units stands in the tree as the first of its lines.
  const lines = [{ level: 1, isOpen: null }, ...rows];
  const reachable = Math.max(0, rows.findIndex(({ unit }) => unit.id === focused) + 1);
  const tops = units.filter(({ parent }) => parent === null).length;

  return (
    <div
      className="unit-tree"
      role="tree"
      aria-label={unitsText.title}
      ref={tree}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div
        role="treeitem"
        className="unit-line"
        tabIndex={reachable === 0 ? 0 : -1}
        aria-level={1}
        aria-setsize={tops + 1}
        aria-posinset={1}
        aria-selected={chosen === null}
        onClick={() => choose(0)}
        onKeyDown={() => undefined}
      >
        <span className="unit-name">{unitsText.all}</span>
        <span className="unit-count">{sumOf(units)}</span>
      </div>
      {rows.map((row, at) => (
        <UnitLine
          key={row.unit.id}
          row={row}
          isChosen={row.unit.id === chosen}
          isReachable={at + 1 === reachable}
          onChoose={() => choose(at + 1)}
          onToggle={() => toggle(at + 1)}
        />
      ))}
    </div>
  );

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(reachable);
      return;
    }
    const move = treeMove(lines, reachable, event.key);
    if (!move) return;
    event.preventDefault();
    if ('toggle' in move) toggle(move.toggle);
    else focus(move.goTo);
  }

  function focus(line: number): void {
    setFocused(rows[line - 1]?.unit.id ?? null);
    tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[line]?.focus();
  }

  function choose(line: number): void {
    focus(line);
    onChoose(rows[line - 1]?.unit.id ?? null);
  }

  function toggle(line: number): void {
    const id = rows[line - 1]?.unit.id;
    if (id === undefined) return;
    setClosed((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }
}

interface UnitLineProps {
  readonly row: TreeRow<Unit>;
  readonly isChosen: boolean;
  readonly isReachable: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}

function UnitLine({ row, isChosen, isReachable, onChoose, onToggle }: UnitLineProps) {
  const { unit, level, isOpen, position, siblings } = row;
  return (
    <div
      role="treeitem"
      className="unit-line"
      style={{ paddingLeft: 8 + (level - 1) * 16 }}
      tabIndex={isReachable ? 0 : -1}
      aria-level={level}
      aria-setsize={level === 1 ? siblings + 1 : siblings}
      aria-posinset={level === 1 ? position + 1 : position}
      aria-selected={isChosen}
      {...(isOpen === null ? {} : { 'aria-expanded': isOpen })}
      onClick={onChoose}
      onKeyDown={() => undefined}
    >
      <span
        className="unit-twisty"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        {isOpen === null ? '' : isOpen ? '▾' : '▸'}
      </span>
      <span className="unit-name" title={unit.name}>
        {unit.name}
      </span>
      {unit.closedOn && <span className="chip grey">{unitsText.closed}</span>}
      <span className="unit-count">{unit.people}</span>
    </div>
  );
}

function sumOf(units: readonly Unit[]): number {
  return units.reduce((sum, { people }) => sum + people, 0);
}
