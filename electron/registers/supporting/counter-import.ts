import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { COUNTER_TEXT_DOUBTS, type CounterTextDoubt } from '../../../shared/vocabulary/supporting-import.ts';
import type { Readable, Write } from '../../store/handles.ts';
import {
  type CounterImportOptions,
  type PlannedCounters,
  planCounters,
  type StandingCounters,
} from './counter-import-plan.ts';
import type { CounterSheet } from './counter-import-rows.ts';
import { cellChanges, writeCells } from './counters.ts';
import { namedUnits, standingCells } from './counters-sql.ts';

/** What importing a sheet would do. */
export function rehearseCounters(
  db: Readable,
  office: number,
  today: CalendarDate,
  sheet: CounterSheet,
  options: CounterImportOptions,
) {
  const { rows, month, unusedDecisions } = planCounters(sheet, standingCounters(db, office, today), options);
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const report = {
    sheets: sheet.sheets.map((name) => ({ name })),
    sheet: sheet.sheet,
    header: {
      line: sheet.headerLine,
      columns: sheet.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    },
    needsMapping: sheet.needsMapping,
    month,
    read: rows.length,
    ...counts,
    cells: cellCounts(rows),
    declared: [...sheet.sums],
    unknown: unknownTexts(rows),
    unusedDecisions: [...unusedDecisions],
    rows: rows.map(shownRow),
    applied: false,
  };
  return { rows, report };
}

/** Does what a rehearsal in the same write finds, as one step. */
export function applyCounters(write: Write, sheet: CounterSheet, options: CounterImportOptions) {
  const { rows, report } = rehearseCounters(write, write.office, write.today, sheet, options);
  for (const [month, ofMonth] of Map.groupBy(rows, (row) => row.month)) {
    if (month === null) continue;
    const cells = ofMonth.flatMap(({ unit, cells: said }) =>
      unit ? said.map(({ kind, after }) => ({ unit: unit.id, kind, count: after })) : [],
    );
    writeCells(write, month, cellChanges(write, write.office, write.today, month, cells));
  }
  const { read, added, changed, held, skipped, cells } = report;
  write.record({ read, added, changed, held, skipped, cells: cells.added + cells.changed });
  return { ...report, applied: true };
}

function standingCounters(db: Readable, office: number, today: CalendarDate): StandingCounters {
  const stands = new Map(
    standingCells(db, office).map(({ unit_id, month, kind, count }) => [
      `${unit_id} ${month} ${kind}`,
      count,
    ]),
  );
  return {
    today,
    units: namedUnits(db, office),
    countAt: (unit, month, kind) => stands.get(`${unit} ${month} ${kind}`) ?? null,
  };
}

function cellCounts(rows: readonly PlannedCounters[]) {
  const cells = rows.flatMap((row) => row.cells);
  const added = cells.filter(({ before }) => before === null).length;
  const unchanged = cells.filter(({ before, after }) => before === after).length;
  return { added, changed: cells.length - added - unchanged, unchanged };
}

function shownRow({ row, outcome, reason, field, unit, month, cells }: PlannedCounters) {
  return {
    ...{ line: row.line, outcome, reason, field, month },
    cells: { ...row.texts },
    unit: unit?.id ?? null,
    unitName: unit?.name ?? null,
    changes: cells.filter(({ before, after }) => before !== after),
  };
}

/** Texts for which one answer settles all rows, the most frequent first. */
function unknownTexts(rows: readonly PlannedCounters[]) {
  const found = new Map<string, { field: CounterTextDoubt; text: string; rows: number }>();
  for (const { row, reason, field: doubted } of rows) {
    const isText = reason?.startsWith('unknown') || reason === 'ambiguousUnit' || reason === 'invalidCount';
    if (!isText || !doubted) continue;
    const field = COUNTER_TEXT_DOUBTS.find((one) => one === doubted) ?? 'count';
    const text = row.texts[doubted] ?? '';
    const key = `${field} ${foldName(text)}`;
    const known = found.get(key) ?? { field, text, rows: 0 };
    found.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...found.values()].toSorted((one, other) => other.rows - one.rows);
}
