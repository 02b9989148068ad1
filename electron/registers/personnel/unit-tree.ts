import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { OrganKind } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import { everyUnit, type TreeUnit } from './unit-tree-sql.ts';

export type { TreeUnit } from './unit-tree-sql.ts';

/** The units of an office as a tree; unsound parents end a climb instead of turning in circles. */
export interface UnitTree {
  /** In the order of every list. */
  readonly units: readonly TreeUnit[];
  /** @throws Refusal `not_found` for a unit that the office does not have */
  named(id: string): TreeUnit;
  /** Directly below a unit; null: those at the top. */
  childrenOf(pk: number | null): readonly TreeUnit[];
  /** The unit and all above it, from below. */
  climb(pk: number): readonly TreeUnit[];
  /** Of the unit, or of the nearest unit above it that has a kind. */
  kindOf(pk: number): OrganKind | null;
}

export function unitTree(db: Readable, office: number): UnitTree {
  const units = everyUnit(db, office);
  const byPk = new Map(units.map((unit) => [unit.pk, unit]));
  const children = Map.groupBy(units, (unit) => unit.parent);
  const tree: UnitTree = {
    units,
    named(id) {
      const unit = units.find((one) => one.id === id && one.deleted === 0);
      ensure(unit, 'not_found', { register: 'unit' });
      return unit;
    },
    childrenOf: (pk) => children.get(pk) ?? [],
    climb(pk) {
      const path: TreeUnit[] = [];
      for (let at = byPk.get(pk); at && !path.includes(at); at = byPk.get(at.parent ?? 0)) path.push(at);
      return path;
    },
    kindOf: (pk) => tree.climb(pk).find(({ kind }) => kind !== null)?.kind ?? null,
  };
  return tree;
}
