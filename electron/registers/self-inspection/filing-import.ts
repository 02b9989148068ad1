import type { Given } from '../../../shared/contract/base.ts';
import type { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { foldName } from '../../../shared/rules/names.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { findRow } from '../../store/rows.ts';
import type { Actor } from '../actor.ts';
import type { ExpectedList, ListedPerson } from '../study/attendance-import-matching.ts';
import { roundDay } from './census-day.ts';
import { type RefusedRow, tryOne } from './filing-batches.ts';
import { type FilingPlan, type PlannedFiling, type PlannedRow, planFilings } from './filing-import-plan.ts';
import type { FilingSheet } from './filing-import-rows.ts';
import { expectedFilers, filedInRound, namedPeople, unitTree } from './filing-import-sql.ts';
import { file } from './filing-life.ts';
import type { RoundRow } from './self-inspection-sql.ts';

type Asked = Given<typeof selfInspection.importFilings>;

/**
 * Files what the sheet says, as a clerk would one after the other, and tells of every row what came of it. Rehearsed,
 * the same is done and rolled back; so nothing is promised that the register would then refuse.
 * @throws Refusal `not_found`
 */
export function importFilings(write: Write, actor: Actor, asked: Asked, sheet: FilingSheet) {
  const round = findRow<RoundRow>(write, 'inspection_round', write.office, asked.round);
  const list = expectedList(write, roundDay(round, write.today));
  const plan = planFilings(sheet.rows, list, asked.decisions, pickedPeople(write, asked.decisions));
  const filed = new Map(filedInRound(write, write.office, round.pk).map((one) => [one.person, one]));
  const fates = new Map<PlannedRow, PlannedRow>();
  let filings = 0;
  for (const planned of plan.filings) {
    const fate = isSame(filed.get(planned.person), planned)
      ? { outcome: 'unchanged' as const, refusal: null }
      : enter(write, actor, asked.round, planned);
    filings += fate.outcome === 'added' ? 1 : 0;
    for (const row of planned.rows) fates.set(row, { ...row, ...fate });
  }
  const report = reportOf(plan, sheet, (row) => fates.get(row) ?? row, filings);
  const { read, added, held, skipped } = report;
  write.record({ read, added, held, skipped, filings });
  return report;
}

/** Whom the answers name; the register then says whether they were to file on their day. */
function pickedPeople(write: Write, decisions: Asked['decisions']): ListedPerson[] {
  const ids = decisions.flatMap(({ person }) => (person === undefined ? [] : [person]));
  return namedPeople(write, write.office, ids, write.today).map((one) => ({ ...one, unitPath: [] }));
}

function enter(write: Write, actor: Actor, round: string, planned: PlannedFiling) {
  const { person, filedOn, declared, paperNumber, items } = planned;
  const tried = tryOne(write, 0, () =>
    file(write, actor, { round, person, filedOn, declared, paperNumber, items: [...items] }),
  );
  if ('done' in tried) return { outcome: 'added' as const, refusal: null };
  const { code, fields }: RefusedRow = tried.refused;
  return { outcome: 'held' as const, refusal: { code, fields } };
}

function isSame(filed: ReturnType<typeof filedInRound>[number] | undefined, planned: PlannedFiling): boolean {
  if (!filed) return false;
  const sameNumber = planned.paperNumber === null || planned.paperNumber === filed.paper_number;
  return filed.filed_on === planned.filedOn && filed.declared === planned.declared && sameNumber;
}

export function expectedList(
  write: Readable & { office: number },
  day: CalendarDate,
): ExpectedList<ListedPerson> {
  const units = new Map(unitTree(write, write.office).map((unit) => [unit.pk, unit]));
  const pathOf = (pk: number | null): readonly string[] => {
    const unit = pk === null ? undefined : units.get(pk);
    return unit ? [foldName(unit.name), ...pathOf(unit.parent)] : [];
  };
  const people = expectedFilers(write, write.office, day).map(({ id, name, disambiguator, unit }) => ({
    id,
    name,
    disambiguator,
    unitName: units.get(unit)?.name ?? '',
    unitPath: pathOf(unit),
  }));
  return { people, units: new Set([...units.values()].map(({ name }) => foldName(name))) };
}

function reportOf(
  plan: FilingPlan,
  sheet: FilingSheet,
  fateOf: (row: PlannedRow) => PlannedRow,
  filings: number,
) {
  const rows = plan.rows.map(fateOf);
  const counts = { added: 0, changed: 0, unchanged: 0, held: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return {
    read: rows.length,
    ...counts,
    filings,
    sheet: sheet.sheetName,
    sheets: sheet.sheets.map((name) => ({ name })),
    rows: rows.map(shownRow),
    droppedColumns: [...sheet.droppedColumns],
    unusedDecisions: plan.unusedDecisions,
    applied: false,
  };
}

function shownRow({ row, outcome, reason, refusal, person, candidates, ...said }: PlannedRow) {
  const { filedOn, declared, paperNumber, category } = said;
  return {
    line: row.line,
    outcome,
    name: row.name || null,
    unit: row.unit || null,
    reason,
    code: refusal?.code ?? null,
    fields: refusal?.fields ?? null,
    person: person?.id ?? null,
    whom: person && shownPerson(person),
    filedOn,
    declared,
    paperNumber,
    category,
    ...(candidates.length > 0 && { candidates: candidates.map(shownCandidate) }),
  };
}

function shownCandidate(person: ListedPerson) {
  return { person: person.id, ...shownPerson(person) };
}

function shownPerson({ name, unitName, disambiguator }: ListedPerson) {
  return { name, unitName, disambiguator };
}
