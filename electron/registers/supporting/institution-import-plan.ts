/** What importing a list of institutions would do, decided row by row. Pure; nothing is guessed and no row is lost. */
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { DecisionFault, RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type {
  InstitutionField,
  InstitutionRowReason,
  InstitutionTextDoubt,
} from '../../../shared/vocabulary/supporting-import.ts';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../../shared/vocabulary/words.ts';
import type { NamedUnit } from './counters-sql.ts';
import type { InstitutionSheetRow } from './institution-import-rows.ts';
import type { InstitutionFields } from './institutions.ts';
import type { ListedInstitution } from './institutions-sql.ts';
import { unitIndex } from './unit-labels.ts';

export interface InstitutionDecision {
  readonly line: number;
  readonly skip?: true | undefined;
  readonly unit?: string | undefined;
}

export interface InstitutionImportOptions {
  readonly texts: readonly {
    readonly field: InstitutionTextDoubt;
    readonly text: string;
    readonly means: string;
  }[];
  readonly decisions: readonly InstitutionDecision[];
}

export interface StandingInstitutions {
  readonly today: CalendarDate;
  readonly units: readonly NamedUnit[];
  readonly institutions: readonly ListedInstitution[];
}

export interface PlannedInstitution {
  readonly row: InstitutionSheetRow;
  readonly outcome: RowOutcome;
  readonly reason: InstitutionRowReason | null;
  readonly field: InstitutionField | null;
  /** The one that the row means. */
  readonly institution: ListedInstitution | null;
  /** What would stand there; null where nothing is written. */
  readonly fields: InstitutionFields | null;
}

export interface InstitutionPlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedInstitution[];
  readonly unusedDecisions: readonly { readonly line: number; readonly why: DecisionFault }[];
}

export function planInstitutions(
  sheet: readonly InstitutionSheetRow[],
  standing: StandingInstitutions,
  options: InstitutionImportOptions,
): InstitutionPlan {
  const decisions = new Map(options.decisions.map((one) => [one.line, one]));
  const known = {
    today: standing.today,
    unitsCalled: unitIndex(standing.units),
    unitIds: new Set(standing.units.map(({ id }) => id)),
    told: new Map(options.texts.map(({ field, text, means }) => [`${field} ${foldName(text)}`, means])),
    byTitle: Map.groupBy(standing.institutions, ({ kind, folded }) => `${kind} ${folded}`),
  };
  const seen = new Set<string>();
  const rows = sheet.map((row) => planRow(row, decisions.get(row.line), known, seen));
  return { rows, unusedDecisions: unused(sheet, options.decisions, known.unitIds) };
}

interface Known {
  readonly today: CalendarDate;
  readonly unitsCalled: (text: string) => readonly NamedUnit[];
  readonly unitIds: ReadonlySet<string>;
  readonly told: ReadonlyMap<string, string>;
  readonly byTitle: ReadonlyMap<string, readonly ListedInstitution[]>;
}

/** The first doubt holds the row. */
class Doubt extends Error {
  readonly reason: InstitutionRowReason;
  readonly field: InstitutionField;
  constructor(reason: InstitutionRowReason, field: InstitutionField) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

function planRow(
  row: InstitutionSheetRow,
  decision: InstitutionDecision | undefined,
  known: Known,
  seen: Set<string>,
): PlannedInstitution {
  const skip = row.skip ?? (decision?.skip ? 'skippedByUser' : null);
  if (skip) return { ...base(row), outcome: 'skipped', reason: skip };
  try {
    return planEntry(row, entryOf(row, decision, known), known, seen);
  } catch (doubt) {
    if (!(doubt instanceof Doubt)) throw doubt;
    return { ...base(row), outcome: 'held', reason: doubt.reason, field: doubt.field };
  }
}

function planEntry(
  row: InstitutionSheetRow,
  said: InstitutionFields,
  { byTitle }: Known,
  seen: Set<string>,
): PlannedInstitution {
  const key = `${said.kind} ${foldName(said.title)}`;
  const own = `${key} ${said.documentNumber ?? said.on}`;
  if (seen.has(own)) return { ...base(row), outcome: 'skipped', reason: 'duplicateRow' };
  seen.add(own);
  const institution = meant(byTitle.get(key) ?? [], said);
  if (!institution) return { ...base(row), outcome: 'added', fields: said };
  // a blank cell says nothing, and titles that are one when folded are one
  const fields = {
    ...said,
    title: institution.title,
    documentNumber: said.documentNumber ?? institution.document_number,
    unit: said.unit ?? institution.unit_id,
  };
  const isSame =
    institution.document_number === fields.documentNumber &&
    institution.on_day === fields.on &&
    institution.unit_id === fields.unit;
  return { ...base(row), institution, ...(!isSame && { outcome: 'changed', fields }) };
}

/** By its number; where one of the two has none, by its day. */
function meant(
  candidates: readonly ListedInstitution[],
  { documentNumber, on }: InstitutionFields,
): ListedInstitution | null {
  const number = documentNumber && foldName(documentNumber);
  const numbered = candidates.find((one) => number && foldName(one.document_number ?? '') === number);
  const dated = candidates.find((one) => one.on_day === on && !(number && one.document_number));
  return numbered ?? dated ?? null;
}

const LONGEST: Readonly<Partial<Record<InstitutionField, number>>> = { title: 200, documentNumber: 100 };

/** @throws Doubt */
function entryOf(
  row: InstitutionSheetRow,
  decision: InstitutionDecision | undefined,
  known: Known,
): InstitutionFields {
  const { texts, on } = row;
  if (row.unreadable) throw new Doubt('unreadableText', row.unreadable);
  for (const field of ['title', 'documentNumber'] as const)
    if (texts[field].length > (LONGEST[field] ?? 0)) throw new Doubt('fieldTooLong', field);
  if (texts.title === '') throw new Doubt('missingField', 'title');
  const kind = kindOf(row, known);
  if (on === null) throw new Doubt(texts.on === '' ? 'missingField' : 'invalidDate', 'on');
  if (on > known.today) throw new Doubt('dayAhead', 'on');
  const unit = decision?.unit ?? unitOf(texts.unit, known);
  if (unit !== null && !known.unitIds.has(unit)) throw new Doubt('unknownUnit', 'unit');
  return { kind, title: texts.title, documentNumber: texts.documentNumber || null, on, unit };
}

function kindOf({ texts, kind }: InstitutionSheetRow, { told }: Known): InstitutionKind {
  const means = told.get(`kind ${foldName(texts.kind)}`);
  const meant = INSTITUTION_KINDS.find((one) => one === means) ?? kind;
  if (!meant) throw new Doubt(texts.kind === '' ? 'missingField' : 'unknownKind', 'kind');
  return meant;
}

function unitOf(text: string, { told, unitsCalled }: Known): string | null {
  if (text === '') return null;
  const means = told.get(`unit ${foldName(text)}`);
  if (means) return means;
  const [unit, ...others] = unitsCalled(text);
  if (!unit) throw new Doubt('unknownUnit', 'unit');
  if (others.length > 0) throw new Doubt('ambiguousUnit', 'unit');
  return unit.id;
}

function unused(
  sheet: readonly InstitutionSheetRow[],
  decisions: readonly InstitutionDecision[],
  units: ReadonlySet<string>,
): InstitutionPlan['unusedDecisions'] {
  const rows = new Map(sheet.map((row) => [row.line, row]));
  const faultOf = ({ line, unit }: InstitutionDecision): DecisionFault | null => {
    const row = rows.get(line);
    if (!row) return 'unknownLine';
    if (row.skip) return 'notNeeded';
    return unit !== undefined && !units.has(unit) ? 'impossible' : null;
  };
  return decisions.flatMap((one) => {
    const why = faultOf(one);
    return why ? [{ line: one.line, why }] : [];
  });
}

function base(row: InstitutionSheetRow): PlannedInstitution {
  return { row, outcome: 'unchanged', reason: null, field: null, institution: null, fields: null };
}
