import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { ITEM_FIELDS, ITEM_TEXT_DOUBTS, type ItemField } from '../../../shared/vocabulary/item-import.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { currentCampaign, hasCampaign } from '../campaign/campaign-register.ts';
import { offered } from '../campaign/category-lists.ts';
import { hasLeft } from '../personnel/departed.ts';
import { changesOf } from './item-changes.ts';
import {
  type ItemImportOptions,
  type PlannedItem,
  planItems,
  type StandingLedger,
} from './item-import-plan.ts';
import type { ItemSheet } from './item-import-rows.ts';
import { openUnits, standingItems } from './item-import-sql.ts';
import { printNumber } from './item-numbers.ts';
import { draftItem, editItem, requireItem } from './rectification-register.ts';

/** What importing a list would do. */
export function rehearseItems(
  db: Readable,
  office: number,
  today: CalendarDate,
  sheet: ItemSheet,
  options: ItemImportOptions,
) {
  const ledger = standingLedger(db, office, today);
  const { rows, unusedDecisions } = planItems(sheet.rows, ledger, options);
  return { rows, report: { ...reportOf(sheet, rows, ledger), unusedDecisions: [...unusedDecisions] } };
}

/** Does what a rehearsal in the same write finds, as one step. */
export function applyItems(write: Write, sheet: ItemSheet, options: ItemImportOptions) {
  const { rows, report } = rehearseItems(write, write.office, write.today, sheet, options);
  for (const { outcome, item, fields } of rows) {
    if (!fields) continue;
    if (outcome === 'added') draftItem(write, fields);
    else if (item) editItem(write, requireItem(write, write.office, item.id), fields);
  }
  const { read, added, changed, held, skipped } = report;
  write.record({ read, added, changed, held, skipped });
  return { ...report, applied: true };
}

function standingLedger(db: Readable, office: number, today: CalendarDate): StandingLedger {
  const left = new Map<string, boolean>();
  return {
    today,
    units: openUnits(db, office, today),
    categories: hasCampaign(db, office) ? offered(currentCampaign(db, office).content.categoryLists) : [],
    items: standingItems(db, office),
    hasLeft(name) {
      const known = left.get(name) ?? hasLeft(db, office, name, today);
      left.set(name, known);
      return known;
    },
  };
}

function reportOf(sheet: ItemSheet, rows: readonly PlannedItem[], ledger: StandingLedger) {
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const units = new Map(ledger.units.map(({ id, name }) => [id, name]));
  return {
    sheets: sheet.sheets.map((name) => ({ name })),
    sheet: sheet.sheet,
    header: {
      line: sheet.headerLine,
      columns: sheet.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    },
    needsMapping: sheet.needsMapping,
    read: rows.length,
    ...counts,
    unknown: unknownTexts(rows),
    rows: rows.map((row) => shownRow(row, units)),
    applied: false,
  };
}

function shownRow({ row, outcome, reason, field, item, fields, candidates }: PlannedItem, units: UnitNames) {
  const filled = ITEM_FIELDS.filter((one) => row.texts[one] !== '');
  return {
    line: row.line,
    outcome,
    reason,
    field,
    cells: Object.fromEntries(filled.map((one) => [one, row.texts[one]])),
    item: item?.id ?? null,
    ...(outcome === 'changed' && item && fields && { changes: shownChanges(item, fields, units) }),
    ...(candidates.length > 0 && {
      candidates: candidates.map((one) => ({
        id: one.id,
        number: printNumber(one),
        problem: one.problem,
        state: one.state,
      })),
    }),
  };
}

type UnitNames = ReadonlyMap<string, string>;

function shownChanges(
  item: NonNullable<PlannedItem['item']>,
  fields: NonNullable<PlannedItem['fields']>,
  units: UnitNames,
) {
  const { unit, dueOn, ...others } = fields;
  const plain = changesOf(item, { ...others, due_on: dueOn }, null);
  const moved = unit !== item.unit_id;
  const named = moved ? [{ field: 'unit', before: item.unit_name, after: units.get(unit ?? '') ?? '' }] : [];
  return [...plain, ...named].map(({ field, before, after }) => ({
    field: field as ItemField,
    before,
    after: after ?? '',
  }));
}

/** Texts for which one answer settles all rows, the most frequent first. */
function unknownTexts(rows: readonly PlannedItem[]) {
  const found = new Map<string, { field: (typeof ITEM_TEXT_DOUBTS)[number]; text: string; rows: number }>();
  for (const { row, reason, field: doubted } of rows) {
    const field = ITEM_TEXT_DOUBTS.find((one) => one === doubted);
    const isText = reason?.startsWith('unknown') || reason === 'ambiguousUnit';
    if (!field || !isText || row.texts[field] === '') continue;
    const key = `${field} ${foldName(row.texts[field])}`;
    const known = found.get(key) ?? { field, text: row.texts[field], rows: 0 };
    found.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...found.values()].toSorted((one, other) => other.rows - one.rows);
}
