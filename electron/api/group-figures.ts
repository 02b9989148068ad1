import { sumFigures } from '../../shared/rules/figures.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';
import { isQuarantined, lastApplied, type ReceivedRow } from '../exchange/bundle-log-sql.ts';
import { type FigureOfficeRow, REPORTED_FIGURES } from '../exchange/figure-tables.ts';
import { ratesOf, reportedFigures, reportedOffices } from '../exchange/figures-sql.ts';
import { allParties, type Party } from '../exchange/parties.ts';
import { officeRates } from '../exchange/stored-figures.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import { sessionsUnderCorrection } from '../registers/study/study-figures.ts';
import type { Readable } from '../store/handles.ts';
import type { FigureQuestion } from './figure-question.ts';
import { officeFigures } from './figures.ts';

/**
 * Σ numerators / Σ denominators over the offices whose data reach the day, never a mean of rates; the others
 * are named and left out of both sums. A figure of one session, or of a named round, has no sum; of what another
 * group reports there are no rows that could be narrowed.
 */
export function groupFigures(db: Readable, own: number, question: FigureQuestion) {
  const { session: _session, round: _round, ...common } = question;
  const { offices, groups } = reporters(db, common.asOf);
  if (isOfEverything(common)) {
    const current = offices.filter(isCurrent);
    const corrected = current.map(({ pk }) => sessionsUnderCorrection(db, pk, common.asOf));
    return { office: null, sessionsUnderCorrection: sum(corrected), ...sumsOver(offices, groups) };
  }
  const narrowed = offices.map((row) =>
    row.stale
      ? { ...row, corrected: 0 }
      : withAnswer(row, officeFigures(db, own, { ...common, office: row.id })),
  );
  const without = groups.map((row) => ({ ...row, below: row.below.map(leftOut) }));
  const corrected = narrowed.map((row) => row.corrected);
  return { office: null, sessionsUnderCorrection: sum(corrected), ...sumsOver(narrowed, without) };
}

/** Every office of a group beside each other, by code, then the groups that report to it, and the sums over all. */
export function figuresByOffice(db: Readable, asOf: CalendarDate) {
  const { offices, groups } = reporters(db, asOf);
  const days = groups.flatMap(({ below }) => below.flatMap(({ dataUntil }) => dataUntil ?? []));
  const { figures: total, missingOffices } = sumsOver(offices, groups);
  const reportedDays = [...new Set(days)].sort().reverse();
  return { asOf, offices, groups, reportedDays, total, missingOffices };
}

interface Reporter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly dataUntil: CalendarDate | null;
  /** It stands in no sum. */
  readonly stale: boolean;
  readonly lastSequence: number | null;
  readonly figures: Rates;
}

type BelowRow = Reporter & { readonly kind: InstallationRole; readonly under: string };
type GroupRow = Reporter & { readonly below: readonly BelowRow[] };

function reporters(db: Readable, asOf: CalendarDate) {
  const children = allParties(db).filter(({ relation }) => relation === 'child');
  const ofKind = (kind: InstallationRole) => children.filter(({ keys }) => keys.kind === kind);
  return {
    offices: ofKind('office').map((party) => officeRow(db, party, asOf)),
    groups: ofKind('group').map((party) => groupRow(db, party, asOf)),
  };
}

/** Without data up to the day it is shown as of its own last one, which nobody has to count anew. */
function officeRow(db: Readable, party: Party, asOf: CalendarDate) {
  const last = lastApplied(db, party.pk);
  const stale = last === undefined || last.as_of < asOf;
  const figures = last ? officeRates(db, party.pk, stale ? last.as_of : asOf) : {};
  return { ...standing(db, party, last), stale, figures };
}

function groupRow(db: Readable, party: Party, asOf: CalendarDate) {
  const last = lastApplied(db, party.pk);
  const shown = standing(db, party, last);
  const rates = Map.groupBy(reportedFigures(db, party.pk), ({ of }) => of);
  const rows = reportedOffices(db, party.pk);
  const leaf = (row: FigureOfficeRow): BelowRow => ({
    ...belowRow(row, shown.id, asOf),
    figures: ratesOf(rates.get(row.id) ?? []),
  });
  const leaves = new Map(rows.filter(({ kind }) => kind === 'office').map((row) => [row.id, leaf(row)]));
  const below = inTree(rows, null).map((row): BelowRow => {
    const found = leaves.get(row.id);
    if (found) return found;
    const its = inTree(rows, row.id).flatMap(({ id }) => leaves.get(id) ?? []);
    return { ...belowRow(row, shown.id, asOf), figures: summed(its.filter(isCurrent)) };
  });
  const counted = [...leaves.values()].filter(isCurrent);
  const stale = shown.dataUntil !== asOf;
  return { ...shown, stale, figures: summed(counted), counted: counted.length, below };
}

/** Figures of another day than the one asked for cannot be counted anew: there are no rows. */
function belowRow(row: FigureOfficeRow, sender: string, asOf: CalendarDate) {
  const { id, code, name, kind, parent, asOf: dataUntil, sequence: lastSequence } = row;
  const stale = dataUntil !== asOf;
  return { ...{ id, code, name, kind, dataUntil, lastSequence, stale }, under: parent ?? sender };
}

/** Those below `top`, each group followed by its own. */
function inTree(rows: readonly FigureOfficeRow[], top: string | null): FigureOfficeRow[] {
  return rows
    .filter(({ parent }) => parent === top)
    .flatMap((row) => (row.kind === 'group' ? [row, ...inTree(rows, row.id)] : [row]));
}

function standing(db: Readable, { pk, keys }: Party, last: ReceivedRow | undefined) {
  const { officeId: id, code, name } = keys;
  return {
    ...{ pk, id, code, name },
    dataUntil: last?.as_of ?? null,
    lastSequence: last?.sequence ?? null,
    lastAt: last?.received_at ?? null,
    quarantined: isQuarantined(db, pk),
  };
}

/** An office that two report is counted once. A group of which nothing has come is missing itself. */
function sumsOver(offices: readonly Reporter[], groups: readonly GroupRow[]) {
  const reported = groups.flatMap(({ name, below }) =>
    below.filter(({ kind }) => kind === 'office').map((row) => ({ ...row, under: name })),
  );
  const silent = groups.filter(({ dataUntil }) => dataUntil === null);
  const all = [...offices, ...reported, ...silent].map((row) => ({ under: null, ...row }));
  const once = [...new Map(all.toReversed().map((row) => [row.id, row])).values()].toReversed();
  const missing = once.filter(({ stale }) => stale);
  return {
    figures: summed(once.filter(isCurrent)),
    missingOffices: missing.map(({ code, name, dataUntil, under }) => ({ code, name, dataUntil, under })),
  };
}

function isCurrent({ stale }: Pick<Reporter, 'stale'>): boolean {
  return !stale;
}

function isOfEverything(asked: FigureQuestion): boolean {
  const { unit, organKind, phase, type } = asked;
  return [unit, organKind, phase, type].every((filter) => filter === undefined);
}

function withAnswer<Row>(row: Row, answer: ReturnType<typeof officeFigures>) {
  return { ...row, figures: answer.figures, corrected: answer.sessionsUnderCorrection };
}

function leftOut(row: BelowRow): BelowRow {
  return { ...row, stale: true };
}

function summed(rows: readonly Pick<Reporter, 'figures'>[]): Rates {
  return sumFigures(
    REPORTED_FIGURES,
    rows.map(({ figures }) => figures),
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
