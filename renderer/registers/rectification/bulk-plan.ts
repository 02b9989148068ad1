import { itemMachine } from '../../../shared/rules/item-moves.ts';
import { findMove } from '../../../shared/rules/moves.ts';
import { dueAfterWorkingDays, type WorkingCalendar } from '../../../shared/rules/working-days.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { AccountRole, ItemMove, ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import { fixedFields, type ItemField, isEditable } from './item-fields.ts';
import type { ItemRow } from './rectification-queries.ts';

/** What would be changed in a row, field by field as it is stored. */
export interface PlannedChange {
  readonly field: ItemField | 'state' | 'extendedDueOn';
  readonly before: string | null;
  readonly after: string | null;
}

/** Why a row stays as it is. */
export type LeftOut =
  | { readonly kind: 'same' }
  | { readonly kind: 'state'; readonly state: ItemState }
  | { readonly kind: 'fixed'; readonly fields: readonly ItemField[] }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly missing: readonly string[];
      readonly needs: readonly AccountRole[];
    };

export interface PlannedRow {
  readonly row: ItemRow;
  readonly changes: readonly PlannedChange[];
  /** Null: the row is one of those that change. */
  readonly why: LeftOut | null;
}

/** What is set in every row; absent: stays. */
export type BulkSet = Readonly<{
  source?: ItemSource;
  category?: string;
  measures?: string;
  unit?: string;
  leader?: string;
  owner?: string;
  dueOn?: string;
}>;

/** Row by row what the core will make of the same fields set in all of them. */
export function planEdit(rows: readonly ItemRow[], set: BulkSet): PlannedRow[] {
  const fields = Object.keys(set) as (keyof BulkSet)[];
  return rows.map((row): PlannedRow => {
    const changes = fields
      .map((field) => ({ field, before: row[field], after: set[field] ?? null }))
      .filter(({ before, after }) => before !== after);
    if (!isEditable(row)) return { row, changes: [], why: { kind: 'state', state: row.state } };
    if (changes.length === 0) return { row, changes, why: { kind: 'same' } };
    const fixed = fixedFields(row);
    const refused = changes.map(({ field }) => field).filter((field) => fixed.includes(field));
    if (refused.length > 0) return { row, changes: [], why: { kind: 'fixed', fields: refused } };
    return { row, changes, why: null };
  });
}

export interface Mover {
  readonly roles: readonly AccountRole[];
  readonly on: string;
}

/** What a move asks for in its own form: it counts as filled. */
const ASKED = { reason: 'asked', evidenceNumber: 'asked', newDueOn: 'asked' };

/** Who applied for a row is not known here: the core alone can tell that it was the same account. */
export function planMove(rows: readonly ItemRow[], move: ItemMove, mover: Mover): PlannedRow[] {
  return rows.map((row): PlannedRow => {
    const verdict = verdictOn(row, move, mover, null);
    if (!verdict.allowed) return refused(row, verdict);
    // Where the row goes back to is written in its history alone.
    const after = verdict.transition.to === 'origin' ? null : verdict.to;
    return { row, changes: [{ field: 'state', before: row.state, after }], why: null };
  });
}

export type Extension =
  | { readonly dueOn: string }
  | { readonly workingDays: number; readonly calendar: WorkingCalendar };

/** 延期 to one day, or by working days from each row's date in force. */
export function planExtension(rows: readonly ItemRow[], extension: Extension, mover: Mover): PlannedRow[] {
  return rows.map((row): PlannedRow => {
    const due = row.extendedDueOn ?? row.dueOn;
    if (due === null)
      return {
        row,
        changes: [],
        why: { kind: 'refused', code: 'missing_field', missing: ['dueOn'], needs: [] },
      };
    const after = newDue(due, extension);
    const verdict = verdictOn(row, 'extend', mover, after);
    if (!verdict.allowed) return refused(row, verdict);
    return { row, changes: [{ field: 'extendedDueOn', before: due, after }], why: null };
  });
}

/** How many of the rows a role could move so, for the button that offers it. */
export function movable(rows: readonly ItemRow[], move: ItemMove, mover: Mover): number {
  return rows.filter((row) => {
    const verdict = verdictOn(row, move, mover, null);
    return verdict.allowed || !['move_not_allowed', 'not_allowed'].includes(verdict.code);
  }).length;
}

function newDue(due: string, extension: Extension): string {
  if ('dueOn' in extension) return extension.dueOn;
  return dueAfterWorkingDays(calendarDate(due), extension.workingDays, extension.calendar).dueOn;
}

function verdictOn(row: ItemRow, move: ItemMove, { roles, on }: Mover, newDueOn: string | null) {
  const due = row.extendedDueOn ?? row.dueOn;
  const facts = {
    source: row.source,
    on: calendarDate(on),
    due: due === null ? null : calendarDate(due),
    newDue: newDueOn === null ? null : calendarDate(newDueOn),
    mergeInto: null,
  };
  const given = { ...row, ...ASKED };
  return findMove(itemMachine, row.state, move, {
    ...{ roles, account: '', singleAccount: true, given, facts },
    origin: 'inProgress',
  });
}

function refused(
  row: ItemRow,
  { code, fields }: { readonly code: ErrorCode; readonly fields: Readonly<Record<string, unknown>> },
): PlannedRow {
  if (code === 'move_not_allowed') return { row, changes: [], why: { kind: 'state', state: row.state } };
  const missing = listOf(fields.fields);
  const needs = listOf(fields.needs) as AccountRole[];
  return { row, changes: [], why: { kind: 'refused', code, missing, needs } };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
