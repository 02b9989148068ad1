/** What the tree needs to know of a unit. */
export interface TreeUnit {
  readonly id: string;
  readonly parent: string | null;
}

/** One line of the tree as it is shown, with what a screen reader says of its place. */
export interface TreeRow<Unit extends TreeUnit> {
  readonly unit: Unit;
  /** 1 for a unit without a parent. */
  readonly level: number;
  /** Null for a unit without units below it. */
  readonly isOpen: boolean | null;
  /** From 1, among the units of the same parent. */
  readonly position: number;
  readonly siblings: number;
}

/** The units in the order given, each below its parent; what is below a closed one is left out. */
export function treeRows<Unit extends TreeUnit>(
  units: readonly Unit[],
  closed: ReadonlySet<string>,
): readonly TreeRow<Unit>[] {
  const known = new Set(units.map(({ id }) => id));
  const children = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  return below(null, 1);

  function below(parent: string | null, level: number): TreeRow<Unit>[] {
    const units = children.get(parent) ?? [];
    return units.flatMap((unit, at) => {
      const isOpen = children.has(unit.id) ? !closed.has(unit.id) : null;
      const row = { unit, level, isOpen, position: at + 1, siblings: units.length };
      return isOpen ? [row, ...below(unit.id, level + 1)] : [row];
    });
  }
}

/** A unit and all below it. */
export function idsBelow(units: readonly TreeUnit[], id: string): ReadonlySet<string> {
  const below = new Set([id]);
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const unit of units) if (unit.parent !== null && below.has(unit.parent)) below.add(unit.id);
  }
  return below;
}

/** Whether a unit is still there on the day: `closedOn` is the first day on which it is no more. */
export function isShownOn({ closedOn }: { readonly closedOn: string | null }, day: string): boolean {
  return closedOn === null || day < closedOn;
}

export type TreeMove = { readonly goTo: number } | { readonly toggle: number };

/** What a key does in a tree: the pattern of the ARIA authoring practices. */
export function treeMove(
  rows: readonly Pick<TreeRow<TreeUnit>, 'level' | 'isOpen'>[],
  at: number,
  key: string,
): TreeMove | null {
  const last = rows.length - 1;
  if (key === 'ArrowDown') return { goTo: Math.min(last, at + 1) };
  if (key === 'ArrowUp') return { goTo: Math.max(0, at - 1) };
  if (key === 'Home') return { goTo: 0 };
  if (key === 'End') return { goTo: last };
  if (key === 'ArrowRight') return inward(rows, at);
  if (key === 'ArrowLeft') return outward(rows, at);
  return null;
}

function inward(rows: readonly Pick<TreeRow<TreeUnit>, 'isOpen'>[], at: number): TreeMove | null {
  const isOpen = rows[at]?.isOpen ?? null;
  if (isOpen === null) return null;
  return isOpen ? { goTo: at + 1 } : { toggle: at };
}

function outward(rows: readonly Pick<TreeRow<TreeUnit>, 'level' | 'isOpen'>[], at: number): TreeMove | null {
  const row = rows[at];
  if (!row) return null;
  if (row.isOpen) return { toggle: at };
  const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
  return parent < 0 ? null : { goTo: parent };
}
