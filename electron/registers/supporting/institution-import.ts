import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  INSTITUTION_FIELDS,
  INSTITUTION_TEXT_DOUBTS,
  type InstitutionTextDoubt,
} from '../../../shared/vocabulary/supporting-import.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { namedUnits } from './counters-sql.ts';
import {
  type InstitutionImportOptions,
  type PlannedInstitution,
  planInstitutions,
} from './institution-import-plan.ts';
import type { InstitutionSheet } from './institution-import-rows.ts';
import { changeInstitution, insertInstitution } from './institutions.ts';
import { allInstitutions } from './institutions-sql.ts';

/** What importing a list would do. */
export function rehearseInstitutions(
  db: Readable,
  office: number,
  today: CalendarDate,
  sheet: InstitutionSheet,
  options: InstitutionImportOptions,
) {
  const units = namedUnits(db, office);
  const standing = { today, units, institutions: allInstitutions(db, office) };
  const { rows, unusedDecisions } = planInstitutions(sheet.rows, standing, options);
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const report = {
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
    unusedDecisions: [...unusedDecisions],
    rows: rows.map((row) => shownRow(row, names)),
    applied: false,
  };
  return { rows, report };
}

/** Does what a rehearsal in the same write finds, as one step. */
export function applyInstitutions(write: Write, sheet: InstitutionSheet, options: InstitutionImportOptions) {
  const { rows, report } = rehearseInstitutions(write, write.office, write.today, sheet, options);
  for (const { institution, fields } of rows) {
    if (!fields) continue;
    if (institution) changeInstitution(write, institution, fields);
    else insertInstitution(write, fields);
  }
  const { read, added, changed, held, skipped } = report;
  write.record({ read, added, changed, held, skipped });
  return { ...report, applied: true };
}

function shownRow(
  { row, outcome, reason, field, institution, fields }: PlannedInstitution,
  names: ReadonlyMap<string, string>,
) {
  const cells = Object.fromEntries(INSTITUTION_FIELDS.map((one) => [one, row.texts[one]]));
  const before = {
    documentNumber: institution?.document_number ?? null,
    on: institution?.on_day ?? null,
    unit: institution?.unit_name ?? null,
  };
  const after = fields && { ...fields, unit: fields.unit === null ? null : (names.get(fields.unit) ?? null) };
  const changed = (['documentNumber', 'on', 'unit'] as const).filter(
    (one) => institution && after && before[one] !== after[one],
  );
  return {
    ...{ line: row.line, outcome, reason, field, cells },
    institution: institution?.id ?? null,
    changes: changed.map((one) => ({ field: one, before: before[one], after: after?.[one] ?? '' })),
  };
}

/** Texts for which one answer settles all rows, the most frequent first. */
function unknownTexts(rows: readonly PlannedInstitution[]) {
  const found = new Map<string, { field: InstitutionTextDoubt; text: string; rows: number }>();
  for (const { row, reason, field: doubted } of rows) {
    const field = INSTITUTION_TEXT_DOUBTS.find((one) => one === doubted);
    const isText =
      reason?.startsWith('unknown') ||
      reason === 'ambiguousUnit' ||
      (reason === 'missingField' && field === 'kind');
    if (!field || !isText) continue;
    const key = `${field} ${foldName(row.texts[field])}`;
    const known = found.get(key) ?? { field, text: row.texts[field], rows: 0 };
    found.set(key, { ...known, rows: known.rows + 1 });
  }
  return [...found.values()].toSorted((one, other) => other.rows - one.rows);
}
