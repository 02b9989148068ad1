import type { Given } from '../../../shared/contract/base.ts';
import type { supporting } from '../../../shared/contract/supporting.ts';
import { addMonths, firstDay, monthOf, monthsOf } from '../../../shared/rules/months.ts';
import { monthsOfPhase } from '../../../shared/rules/phase-months.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import { COUNTER_KINDS, type CounterKind } from '../../../shared/vocabulary/words.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { OWN_OFFICE } from '../../store/office-sql.ts';
import { findRow, guardVersion, insertRow, updateRow } from '../../store/rows.ts';
import { campaignOffice, currentCampaign } from '../campaign/campaign-register.ts';
import { requireOpenMonth } from '../periods/period-lock.ts';
import {
  type CounterRow,
  cellsOf,
  countCounterUnits,
  listCounterUnits,
  monthsByKind,
  monthsByUnit,
  type NamedUnit,
  namedUnits,
  sumsByKind,
} from './counters-sql.ts';
import { unitLabels } from './unit-labels.ts';

/** More than any county has: a sheet holds them all. */
const MOST_UNITS = 100_000;

type KindRecord<Value> = Record<CounterKind, Value>;

/** A month's sheet, with the month before beside it. */
export function counters(db: Readable, office: number, input: Given<typeof supporting.counters>) {
  const { month, show } = input;
  const before = addMonths(month, -1);
  const filter = { office, month, show, unit: unitOf(db, office, input.unit) };
  const units = listCounterUnits(db, filter, input);
  const pks = units.map(({ pk }) => pk);
  const now = byCell(cellsOf(db, office, month, pks));
  const then = byCell(cellsOf(db, office, before, pks));
  return {
    ...countCounterUnits(db, filter),
    sums: sumsOf(sumsByKind(db, filter, month)),
    sumsBefore: sumsOf(sumsByKind(db, filter, before)),
    units: units.map(({ pk, id, name, depth }) => ({
      unit: id,
      name,
      depth,
      cells: ofKinds((kind) => {
        const cell = now.get(cellKey(pk, kind));
        return { count: saidIn(cell), rev: cell?.rev ?? 0, before: saidIn(then.get(cellKey(pk, kind))) };
      }),
    })),
  };
}

/** A month's units as a sheet has them: all that were open in it or said something. */
export function exportedCounters(db: Readable, office: number, month: string) {
  const labels = unitLabels(namedUnits(db, office));
  const filter = { office, month, show: 'all', unit: null } as const;
  const units = listCounterUnits(db, filter, { offset: 0, limit: MOST_UNITS });
  const pks = units.map(({ pk }) => pk);
  const cells = byCell(cellsOf(db, office, month, pks));
  return units.map(({ pk }) => ({
    label: labels.get(pk) ?? '',
    counts: ofKinds((kind) => saidIn(cells.get(cellKey(pk, kind)))),
  }));
}

/** A year's months by kind, or of one kind by unit; of a phase those that belong to it. */
export function counterYear(db: Readable, office: number, input: Given<typeof supporting.counterYear>) {
  const { year, kind } = input;
  const months = monthsOf(year);
  const within = {
    ...monthsMeant(db, office, months, input.phase),
    office,
    unit: unitOf(db, office, input.unit),
  };
  const counted = monthsByKind(db, within);
  if (!kind) {
    const rows = COUNTER_KINDS.map((one) => {
      const sums = new Map(counted.filter((row) => row.kind === one).map((row) => [row.month, row.sum]));
      return yearRow(one, null, months, (month) => sums.get(month));
    });
    return { total: rows.length, rows, sums: months.map(sumIn(counted)) };
  }
  const { total, rows } = monthsByUnit(db, within, kind, input);
  return {
    total,
    rows: rows.map(({ id, name, months: json }) => {
      const counts = new Map(Object.entries(JSON.parse(json) as Record<string, number>));
      return yearRow(id, name, months, (month) => counts.get(month));
    }),
    sums: months.map(sumIn(counted.filter((row) => row.kind === kind))),
  };
}

/** Of a phase that has no month in the year, none. */
function monthsMeant(db: Readable, office: number, year: readonly string[], phase: string | undefined) {
  const [first = '', last = ''] = [year.at(0), year.at(-1)];
  if (phase === undefined) return { from: first, until: last };
  const { phases } = currentCampaign(db, campaignOffice(db, OWN_OFFICE, office)).content;
  const own = monthsOfPhase(phases, phase) ?? { from: last, until: '' };
  return { from: own.from > first ? own.from : first, until: own.until < last ? own.until : last };
}

function yearRow(
  key: string,
  name: string | null,
  months: readonly string[],
  countIn: (month: string) => number | undefined,
) {
  const counts = months.map((month) => countIn(month) ?? null);
  return { key, name, months: counts, sum: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) };
}

function sumIn(rows: readonly { readonly month: string; readonly sum: number }[]) {
  return (month: string) => {
    const said = rows.filter((row) => row.month === month);
    return said.length === 0 ? null : said.reduce((sum, row) => sum + row.sum, 0);
  };
}

export interface CellToSet {
  readonly unit: string;
  readonly kind: CounterKind;
  /** Null: it is taken back. */
  readonly count: number | null;
  /** At which it was read; undefined: whatever stands there. */
  readonly rev?: number;
}

/** A cell that does not stand as it should. */
export interface CellChange {
  readonly unit: NamedUnit;
  readonly kind: CounterKind;
  readonly count: number | null;
  readonly standing: CounterRow | undefined;
}

/**
 * What setting these cells would change.
 * @throws Refusal `counter_month_ahead`, `not_found`, `unit_closed`, `conflict`
 */
export function cellChanges(
  db: Readable,
  office: number,
  today: CalendarDate,
  month: string,
  cells: readonly CellToSet[],
): CellChange[] {
  ensure(month <= monthOf(today), 'counter_month_ahead', { month });
  const units = new Map(namedUnits(db, office).map((unit) => [unit.id, unit]));
  const meant = cells.map((cell) => {
    const unit = units.get(cell.unit);
    ensure(unit, 'not_found', { register: 'unit' });
    return { ...cell, unit };
  });
  const pks = [...new Set(meant.map(({ unit }) => unit.pk))];
  const stands = byCell(cellsOf(db, office, month, pks));
  return meant.flatMap(({ unit, kind, count, rev }) => {
    const standing = stands.get(cellKey(unit.pk, kind));
    if (saidIn(standing) === count) return [];
    if (standing && rev !== undefined) guardVersion(db, standing, rev);
    const isOpen = unit.closed_on === null || unit.closed_on > firstDay(month);
    ensure(isOpen || count === null, 'unit_closed', { on: unit.closed_on });
    return [{ unit, kind, count, standing }];
  });
}

/** @throws Refusal as `cellChanges` */
export function setCounters(write: Write, input: Given<typeof supporting.setCounters>) {
  const changes = cellChanges(write, write.office, write.today, input.month, input.cells);
  writeCells(write, input.month, changes);
  write.record({ month: input.month, cells: changes.length });
  return { rev: write.rev, changed: changes.length };
}

/** @throws Refusal `period_closed` */
export function writeCells(write: Write, month: string, changes: readonly CellChange[]): void {
  if (changes.length > 0) requireOpenMonth(write, month);
  for (const { unit, kind, count, standing } of changes) {
    if (!standing) insertRow(write, 'monthly_counter', write.newId(), { unit: unit.pk, month, kind, count });
    else if (count === null) updateRow(write, 'monthly_counter', standing.pk, { deleted: 1 });
    else updateRow(write, 'monthly_counter', standing.pk, { count, deleted: 0 });
  }
}

function saidIn(cell: CounterRow | undefined): number | null {
  return cell && cell.deleted === 0 ? cell.count : null;
}

function cellKey(unit: number, kind: CounterKind): string {
  return `${unit} ${kind}`;
}

function byCell(rows: readonly CounterRow[]): ReadonlyMap<string, CounterRow> {
  return new Map(rows.map((row) => [cellKey(row.unit, row.kind), row]));
}

function sumsOf(rows: readonly { readonly kind: CounterKind; readonly sum: number }[]): KindRecord<number> {
  return ofKinds((kind) => rows.find((row) => row.kind === kind)?.sum ?? 0);
}

function ofKinds<Value>(of: (kind: CounterKind) => Value): KindRecord<Value> {
  return Object.fromEntries(COUNTER_KINDS.map((kind) => [kind, of(kind)])) as KindRecord<Value>;
}

function unitOf(db: Readable, office: number, unit: string | undefined): number | null {
  return unit === undefined ? null : findRow(db, 'unit', office, unit).pk;
}
