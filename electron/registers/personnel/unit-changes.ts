import type { Given } from '../../../shared/contract/base.ts';
import type { personnel } from '../../../shared/contract/personnel.ts';
import { cleanName, foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import { countReferences } from '../../store/row-references.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { findSibling, type UnitRow } from './personnel-sql.ts';
import { requireOpenAbove } from './unit-rules.ts';
import {
  countRemaining,
  countUnsound,
  isWithin,
  openChildren,
  postingsFrom,
  type RemainingPosting,
  unitByPk,
} from './units-sql.ts';

export function updateUnit(write: Write, input: Given<typeof personnel.updateUnit>) {
  const unit = guardedUnit(write, input);
  const folded = foldName(input.name);
  requireFreeName(write, unit.parent, folded, unit.pk);
  const { kind, orderNumber } = input;
  updateRow(write, 'unit', unit.pk, {
    name: cleanName(input.name),
    folded,
    kind,
    order_number: orderNumber,
  });
  return written(write, unit);
}

/** @throws Refusal `unit_below_itself`, `unit_exists`, `unit_closed`, `conflict`, `not_found` */
export function moveUnit(write: Write, input: Given<typeof personnel.moveUnit>) {
  const unit = guardedUnit(write, input);
  const parent = input.parent === null ? null : findUnit(write, input.parent);
  ensure(!parent || !isWithin(write, parent.pk, unit.pk), 'unit_below_itself');
  requireOpenAbove(parent, unit);
  const pk = parent?.pk ?? null;
  requireFreeName(write, pk, unit.folded, unit.pk);
  updateRow(write, 'unit', unit.pk, {
    parent: pk,
    order_number: input.orderNumber ?? unit.order_number,
  });
  return written(write, unit, { parent: parent?.id ?? null });
}

/**
 * People who went for good keep their last posting there: it is no place to be.
 * @throws Refusal `unit_has_people`, `unit_has_units` (`count`), `unit_closed`
 */
export function closeUnit(write: Write, input: Given<typeof personnel.closeUnit>) {
  const unit = guardedUnit(write, input);
  requireNotClosed(unit);
  const people = countRemaining(write, unit.pk, input.on);
  ensure(people === 0, 'unit_has_people', { on: input.on, count: people });
  const below = openChildren(write, unit.pk, input.on).length;
  ensure(below === 0, 'unit_has_units', { count: below });
  updateRow(write, 'unit', unit.pk, { closed_on: input.on });
  return written(write, unit, { on: input.on });
}

export function reopenUnit(write: Write, input: Given<typeof personnel.reopenUnit>) {
  const unit = guardedUnit(write, input);
  ensure(unit.closed_on !== null, 'unit_not_closed');
  const parent = unit.parent === null ? null : (unitByPk(write, unit.parent) ?? null);
  requireOpenAbove(parent, { closed_on: null });
  updateRow(write, 'unit', unit.pk, { closed_on: null });
  return written(write, unit);
}

/**
 * Whoever went for good goes along too: what they were last is now a part of the other unit. What was before the
 * day, and sub-units closed by then, stay where they are.
 * @throws Refusal `unit_below_itself`, `unit_closed`, `unit_exists` for a sub-unit's name
 */
export function mergeUnits(write: Write, input: Given<typeof personnel.mergeUnits>) {
  const unit = guardedUnit(write, input);
  const into = findUnit(write, input.into);
  ensure(!isWithin(write, into.pk, unit.pk), 'unit_below_itself');
  requireNotClosed(unit);
  requireNotClosed(into);
  const children = openChildren(write, unit.pk, input.on);
  for (const child of children) {
    requireFreeName(write, into.pk, child.folded, child.pk);
    updateRow(write, 'unit', child.pk, { parent: into.pk });
  }
  const postings = postingsFrom(write, unit.pk, input.on);
  for (const posting of postings) continueIn(write, into.pk, posting, input.on);
  const people = new Set(postings.map(({ person }) => person));
  for (const person of people) updateRow(write, 'person', person, {});
  updateRow(write, 'unit', unit.pk, { closed_on: input.on });
  const counts = { people: people.size, units: children.length };
  return { ...written(write, unit, { into: into.id, on: input.on, ...counts }), ...counts };
}

function continueIn(write: Write, into: number, posting: RemainingPosting, on: CalendarDate): void {
  if (posting.from_on >= on) {
    updateRow(write, 'posting', posting.pk, { unit: into });
    return;
  }
  updateRow(write, 'posting', posting.pk, { until_on: on });
  const { person, status, until_on } = posting;
  insertRow(write, 'posting', write.newId(), { person, unit: into, status, from_on: on, until_on });
}

/** @throws Refusal `unit_has_history` (`count`): tombstones count as well */
export function removeUnit(write: Write, input: Given<typeof personnel.removeUnit>) {
  const unit = guardedUnit(write, input);
  const count = countReferences(write, 'unit', unit);
  ensure(count === 0, 'unit_has_history', { count });
  updateRow(write, 'unit', unit.pk, { deleted: 1 });
  return written(write, unit);
}

/**
 * An undo that is right for the rows it touched may stand against what others did since: a unit below itself, two
 * of one name, people in a closed one.
 * @throws Refusal `undo_changed_since` (`count`)
 */
export function requireSoundUnits(write: Write): void {
  const count = countUnsound(write, write.office);
  ensure(count === 0, 'undo_changed_since', { count });
}

/** @param but the unit that may have the name, being the one that is named. @throws Refusal `unit_exists` */
export function requireFreeName(db: Write, parent: number | null, folded: string, but?: number): void {
  const sibling = findSibling(db, db.office, parent, folded);
  ensure(!sibling || sibling.pk === but, 'unit_exists');
}

function findUnit(write: Write, id: string): UnitRow {
  return findRow<UnitRow>(write, 'unit', write.office, id);
}

function guardedUnit(write: Write, input: { readonly id: string; readonly rev: number }): UnitRow {
  const unit = findUnit(write, input.id);
  guardVersion(write, unit, input.rev);
  return unit;
}

function requireNotClosed({ closed_on: on }: UnitRow): void {
  ensure(on === null, 'unit_closed', { on });
}

function written(write: Write, unit: UnitRow, detail: Readonly<Record<string, unknown>> = {}) {
  write.record({ unit: unit.id, ...detail });
  return { id: unit.id, rev: write.rev };
}
