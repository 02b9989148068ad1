/**
 * What importing a list of items would do, decided row by row against the ledger as it stands. Pure; nothing is
 * guessed (a doubtful row is held) and no row is lost.
 */
import { dueInForce } from '../../../shared/rules/figures.ts';
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { DecisionFault, RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { ItemField, ItemRowReason, ItemTextDoubt } from '../../../shared/vocabulary/item-import.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { ITEM_SOURCES, type ItemSource } from '../../../shared/vocabulary/words.ts';
import { checkEdit, fieldsOf, type ItemFields } from './item-edits.ts';
import type { ItemSheetRow } from './item-import-rows.ts';
import type { ItemRow } from './rectification-sql.ts';

/** What stands where a sheet says nothing, or in place of it. */
export interface ItemValues {
  readonly source?: ItemSource | undefined;
  /** By id or name. */
  readonly category?: string | undefined;
  readonly unit?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
}

export interface ItemDecision extends ItemValues {
  readonly line: number;
  readonly skip?: true | undefined;
  /** An id, or `new`. */
  readonly item?: string | undefined;
}

export interface ItemImportOptions {
  readonly defaults: ItemValues;
  readonly texts: readonly { readonly field: ItemTextDoubt; readonly text: string; readonly means: string }[];
  readonly decisions: readonly ItemDecision[];
}

/** The ledger as the plan needs it. */
export interface StandingLedger {
  readonly today: CalendarDate;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Of the lists in force. */
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly ItemRow[];
  readonly hasLeft: (name: string) => boolean;
}

export interface PlannedItem {
  readonly row: ItemSheetRow;
  readonly outcome: RowOutcome;
  readonly reason: ItemRowReason | null;
  readonly field: ItemField | null;
  /** The item that the row means. */
  readonly item: ItemRow | null;
  /** What would stand in the row; null where nothing is written. */
  readonly fields: ItemFields | null;
  readonly candidates: readonly ItemRow[];
}

export interface ItemPlan {
  /** In the order of the file. */
  readonly rows: readonly PlannedItem[];
  readonly unusedDecisions: readonly { readonly line: number; readonly why: DecisionFault }[];
}

export function planItems(
  sheet: readonly ItemSheetRow[],
  ledger: StandingLedger,
  options: ItemImportOptions,
): ItemPlan {
  const { decisions, unusedDecisions } = fittingDecisions(sheet, ledger, options.decisions);
  const known = indexed(ledger, options);
  const seen = new Map<string, Set<string>>();
  const rows = sheet.map((row) => {
    const decision = decisions.get(row.line);
    if (row.skip || decision?.skip) return { ...base(row), ...skipped(row.skip ?? 'skippedByUser') };
    return repeatedHere(planRow(row, decision, ledger, known, options.defaults), decision, seen);
  });
  return { rows, unusedDecisions };
}

type Index = ReturnType<typeof indexed>;

function indexed({ units, categories, items }: StandingLedger, { texts }: ItemImportOptions) {
  const told = new Map(texts.map(({ field, text, means }) => [`${field} ${foldName(text)}`, means]));
  return {
    told,
    units: Map.groupBy(units, ({ name }) => foldName(name)),
    unitIds: new Set(units.map(({ id }) => id)),
    categories: new Map(
      categories.flatMap(({ id, name }) => [[id, id] as const, [foldName(name), id] as const]),
    ),
    byNumber: new Map(items.map((item) => [`${item.number_year}-${item.number}`, item])),
    byId: new Map(items.map((item) => [item.id, item])),
    byProblem: Map.groupBy(items, (item) => problemKey(item.problem, item.unit_id)),
  };
}

/** The first doubt holds the row. */
class Doubt extends Error {
  readonly reason: ItemRowReason;
  readonly field: ItemField;
  constructor(reason: ItemRowReason, field: ItemField) {
    super(reason);
    this.reason = reason;
    this.field = field;
  }
}

function planRow(
  row: ItemSheetRow,
  decision: ItemDecision | undefined,
  ledger: StandingLedger,
  known: Index,
  defaults: ItemValues,
): PlannedItem {
  const item = meantItem(row, decision, known);
  try {
    if (item === undefined) throw new Doubt('unknownNumber', 'number');
    const said = saidBy(row, decision ?? {}, item ? {} : defaults, known);
    return item ? changeOf(row, item, said, ledger) : additionOf(row, said, decision, ledger, known);
  } catch (doubt) {
    if (!(doubt instanceof Doubt)) throw doubt;
    return { ...base(row), ...held(doubt.reason, doubt.field), item: item ?? null };
  }
}

/** Null: none of those that there are; undefined: one that nobody knows. */
function meantItem(
  { number }: ItemSheetRow,
  decision: ItemDecision | undefined,
  { byNumber, byId }: Index,
): ItemRow | null | undefined {
  if (decision?.item === 'new') return null;
  if (decision?.item) return byId.get(decision.item) ?? null;
  return number ? byNumber.get(`${number.year}-${number.number}`) : null;
}

/** What the row says, blanks left out. */
type Said = { -readonly [Field in Exclude<keyof ItemFields, 'repeats'>]?: ItemFields[Field] };

const LONGEST: Readonly<Partial<Record<ItemField, number>>> = {
  problem: 1000,
  measures: 1000,
  leader: 100,
  owner: 100,
};

/** @throws Doubt */
function saidBy(
  row: ItemSheetRow,
  decision: Partial<ItemDecision>,
  defaults: ItemValues,
  known: Index,
): Said {
  const { texts } = row;
  if (row.unreadable) throw new Doubt('unreadableText', row.unreadable);
  const said: Said = {};
  for (const field of ['problem', 'measures', 'leader', 'owner'] as const) {
    if (texts[field].length > (LONGEST[field] ?? 0)) throw new Doubt('fieldTooLong', field);
    if (texts[field] !== '') said[field] = texts[field];
  }
  const source = decision.source ?? sourceOf(row, known) ?? defaults.source;
  const category =
    categoryOf(decision.category ?? texts.category, known) ?? categoryOf(defaults.category ?? '', known);
  const unit = decision.unit ?? unitOf(texts.unit, known) ?? defaults.unit;
  const dueOn = decision.dueOn ?? dueOf(row) ?? defaults.dueOn;
  if (unit !== undefined && !known.unitIds.has(unit)) throw new Doubt('unknownUnit', 'unit');
  if (source) said.source = source;
  return { ...said, ...(category && { category }), ...(unit && { unit }), ...(dueOn && { dueOn }) };
}

function sourceOf({ texts, source }: ItemSheetRow, { told }: Index): ItemSource | undefined {
  if (texts.source === '') return undefined;
  const meant = ITEM_SOURCES.find((one) => one === told.get(`source ${foldName(texts.source)}`)) ?? source;
  if (!meant) throw new Doubt('unknownSource', 'source');
  return meant;
}

function categoryOf(text: string, { told, categories }: Index): string | undefined {
  if (text === '') return undefined;
  const means = told.get(`category ${foldName(text)}`);
  const id = categories.get(means ?? '') ?? categories.get(text) ?? categories.get(foldName(text));
  if (!id) throw new Doubt('unknownCategory', 'category');
  return id;
}

function unitOf(text: string, { told, units }: Index): string | undefined {
  if (text === '') return undefined;
  const means = told.get(`unit ${foldName(text)}`);
  if (means) return means;
  const [unit, ...others] = units.get(foldName(text)) ?? [];
  if (!unit) throw new Doubt('unknownUnit', 'unit');
  if (others.length > 0) throw new Doubt('ambiguousUnit', 'unit');
  return unit.id;
}

function dueOf({ texts, dueOn }: ItemSheetRow): CalendarDate | undefined {
  if (texts.dueOn === '') return undefined;
  if (!dueOn) throw new Doubt('invalidDate', 'dueOn');
  return dueOn;
}

const REFUSED: Readonly<Record<string, ItemRowReason>> = {
  item_field_fixed: 'fixedField',
  item_not_editable: 'notEditable',
  deadline_before_day: 'dueBeforeToday',
};

/** @throws Doubt */
function changeOf(row: ItemSheetRow, item: ItemRow, said: Said, ledger: StandingLedger): PlannedItem {
  const before = fieldsOf(item);
  const stated = { ...said };
  // lists show the date in force; the first one stays what it was
  if (stated.dueOn && stated.dueOn === dueInForce(item.due_on, item.extended_due_on)) delete stated.dueOn;
  const planned = { ...base(row), item };
  const fields: ItemFields = { ...before, ...stated };
  if (Object.entries(stated).every(([field, value]) => before[field as keyof Said] === value)) return planned;
  requireThere(stated, before, ledger);
  try {
    checkEdit(item, fields, ledger.today);
  } catch (refusal) {
    const reason = refusal instanceof Refusal ? REFUSED[refusal.code] : undefined;
    if (!reason || !(refusal instanceof Refusal)) throw refusal;
    throw new Doubt(reason, reason === 'dueBeforeToday' ? 'dueOn' : refusedField(refusal));
  }
  return { ...planned, outcome: 'changed', fields };
}

function refusedField({ fields }: Refusal): ItemField {
  return fields.field === undefined ? 'number' : (String(fields.field) as ItemField);
}

/** @throws Doubt */
function additionOf(
  row: ItemSheetRow,
  said: Said,
  decision: ItemDecision | undefined,
  ledger: StandingLedger,
  { byProblem }: Index,
): PlannedItem {
  const { source, problem } = said;
  if (!problem) throw new Doubt('missingField', 'problem');
  if (!source) throw new Doubt('missingField', 'source');
  if (said.dueOn && said.dueOn < ledger.today) throw new Doubt('dueBeforeToday', 'dueOn');
  requireThere(said, {}, ledger);
  const candidates = decision?.item ? [] : (byProblem.get(problemKey(problem, said.unit ?? null)) ?? []);
  if (candidates.length > 0) return { ...base(row), ...held('possibleRepeat', 'problem'), candidates };
  const blank = { category: null, measures: null, unit: null, leader: null, owner: null, dueOn: null };
  return { ...base(row), outcome: 'added', fields: { ...blank, repeats: null, ...said, source, problem } };
}

function requireThere(said: Said, before: Partial<ItemFields>, { hasLeft }: StandingLedger): void {
  for (const field of ['leader', 'owner'] as const) {
    const name = said[field];
    if (name && name !== before[field] && hasLeft(name)) throw new Doubt('personLeft', field);
  }
}

/** Of equal rows the first counts; the same problem of a unit in other words is for a person to decide. */
function repeatedHere(
  planned: PlannedItem,
  decision: ItemDecision | undefined,
  seen: Map<string, Set<string>>,
): PlannedItem {
  const { row, fields, item } = planned;
  if (!fields) return planned;
  const key = item ? `item ${item.id}` : problemKey(fields.problem, fields.unit);
  const same = seen.get(key);
  const statement = JSON.stringify({ ...row.texts, number: row.number });
  if (same?.has(statement)) return { ...base(row), ...skipped('duplicateRow') };
  seen.set(key, (same ?? new Set()).add(statement));
  if (!same || decision?.item === 'new') return planned;
  return { ...base(row), ...held('possibleRepeat', 'problem'), item };
}

function fittingDecisions(
  sheet: readonly ItemSheetRow[],
  { items }: StandingLedger,
  given: readonly ItemDecision[],
) {
  const rows = new Map(sheet.map((row) => [row.line, row]));
  const ids = new Set(items.map(({ id }) => id));
  const decisions = new Map<number, ItemDecision>();
  const unusedDecisions: { line: number; why: DecisionFault }[] = [];
  const faultOf = ({ line, item }: ItemDecision): DecisionFault | null => {
    const row = rows.get(line);
    if (!row) return 'unknownLine';
    if (row.skip || decisions.has(line)) return 'notNeeded';
    return item && item !== 'new' && !ids.has(item) ? 'impossible' : null;
  };
  for (const one of given) {
    const why = faultOf(one);
    if (why) unusedDecisions.push({ line: one.line, why });
    else decisions.set(one.line, one);
  }
  return { decisions, unusedDecisions };
}

function problemKey(problem: string, unit: string | null): string {
  return `${unit ?? ''} ${foldName(problem).replace(/[\s\p{P}]/gu, '')}`;
}

function base(row: ItemSheetRow): PlannedItem {
  return { row, outcome: 'unchanged', reason: null, field: null, item: null, fields: null, candidates: [] };
}

function held(reason: ItemRowReason, field: ItemField) {
  return { outcome: 'held', reason, field, fields: null } as const;
}

function skipped(reason: ItemRowReason) {
  return { outcome: 'skipped', reason, fields: null } as const;
}
