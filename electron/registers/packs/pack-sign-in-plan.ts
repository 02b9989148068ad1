/** What taking a sign-in pack over would do: the study register plans its marks, row ids say whose they are. */
import { foldName } from '../../../shared/rules/names.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import type { Readable } from '../../store/handles.ts';
import type { Actor } from '../actor.ts';
import { rehearseSignIn, type SignInReport } from '../study/attendance-import.ts';
import type { Meanings } from '../study/attendance-import-meaning.ts';
import type { GivenMark } from './given-rows.ts';
import type { PackCell, Take } from './pack-cells.ts';
import type { Identified, SignInLine } from './pack-lines.ts';
import type { PackDecision, PackRowPlan, RosterPackPlan } from './pack-roster-plan.ts';

export interface SignInDecision extends PackDecision {
  readonly mark?: Mark | undefined;
  readonly reason?: string | null | undefined;
}

export interface SignInPackInput {
  readonly session: string;
  readonly lines: readonly SignInLine[];
  readonly identified: Identified<SignInLine, GivenMark>;
  readonly decisions: readonly SignInDecision[];
  readonly meanings: Meanings;
}

export interface SignInPackPlan {
  readonly rows: readonly PackRowPlan[];
  readonly marks: readonly { readonly person: string; readonly mark: Mark; readonly reason: string | null }[];
  readonly unmapped: SignInReport['unmapped'];
  readonly unusedDecisions: RosterPackPlan['unusedDecisions'];
  readonly sessionRev: number;
}

type ReportRow = SignInReport['rows'][number];
type Marked = Pick<GivenMark, 'mark' | 'reason'>;

/** @throws Refusal `not_found`, `move_not_allowed` while the session takes no marks */
export function planSignInPack(
  db: Readable,
  office: number,
  actor: Actor,
  input: SignInPackInput,
): SignInPackPlan {
  const { session, lines, identified, decisions } = input;
  const given = new Map(identified.known.map((one) => [one.line.line, one.given]));
  const decided = new Map(decisions.map((decision) => [decision.line, decision]));
  const report = rehearseSignIn(
    db,
    office,
    actor,
    { session, decisions: rowDecisions(given, decisions) },
    { sheet: { ...NO_SHEET, rows: lines.map(({ row }) => row) }, meanings: input.meanings },
  );
  const copied = new Set(identified.copied.map(({ line }) => line));
  const rows = report.rows.map((row) => {
    const own = given.get(row.line);
    const decision = decided.get(row.line);
    if (own) return givenRow(row, own, decision);
    const isCopy = copied.has(row.line) && decision?.person === undefined && row.outcome !== 'skipped';
    return isCopy
      ? { ...addedRow(row), outcome: 'held' as const, reason: 'copiedRow' as const }
      : addedRow(row);
  });
  const after = new Map(report.rows.map((row) => [row.line, row]));
  return {
    rows: [...rows, ...identified.missing.map(missingRow)],
    marks: rows.flatMap(({ line, outcome }) => {
      const row = after.get(line);
      const goesIn = outcome === 'added' || outcome === 'changed';
      return goesIn && row?.person && row.after ? [{ person: row.person, ...row.after }] : [];
    }),
    unmapped: report.unmapped,
    unusedDecisions: report.unusedDecisions.filter(({ line }) => decided.has(line)),
    sessionRev: report.sessionRev,
  };
}

const NO_SHEET = {
  ...{ sheetName: '', sheets: [], declared: {}, declaredIn: [], sessions: [], droppedColumns: [] },
};

/** A row id says whom a row means; of other rows a person may. */
function rowDecisions(given: ReadonlyMap<number, GivenMark>, decisions: readonly SignInDecision[]) {
  const said = new Map(
    decisions.map(({ line, person, mark, reason, skip }) => [
      line,
      { line, block: 1, person, mark, reason, skip },
    ]),
  );
  for (const [line, { person }] of given) said.set(line, { ...EMPTY, ...said.get(line), line, person });
  return [...said.values()];
}

const EMPTY = { block: 1, mark: undefined, reason: undefined, skip: undefined };

function givenRow(row: ReportRow, given: GivenMark, decision: SignInDecision | undefined): PackRowPlan {
  const base = {
    ...{ line: row.line, person: given.person, name: given.name, unit: given.unitName },
    ...(decision && { decided: true as const }),
  };
  if (row.outcome === 'skipped') return { ...base, outcome: 'skipped', reason: row.reason, cells: [] };
  if (foldName(row.name ?? '') !== foldName(given.name)) {
    const cell = heldCell('name', given.name, row.name, given.name, 'nameChanged');
    return { ...base, outcome: 'held', reason: 'nameChanged', cells: [cell] };
  }
  if (row.person !== given.person)
    return {
      ...base,
      outcome: 'held',
      reason: 'notExpected',
      cells: [markedCell(row, given, 'notExpected')],
    };
  if (row.outcome === 'held')
    return { ...base, outcome: 'held', reason: row.reason, cells: [markedCell(row, given, row.reason)] };
  return { ...base, ...comparedMarks(row, given, takeOf(decision)) };
}

function takeOf(decision: SignInDecision | undefined): Take {
  // a mark that a person gives is taken, whatever else was said
  if (decision?.mark !== undefined) return 'pack';
  return decision?.cells?.find(({ field }) => field === 'mark' || field === 'reason')?.take;
}

/** A reason belongs to its mark: both are taken, or neither. */
function comparedMarks(
  { outcome, before, after, cell }: ReportRow,
  given: GivenMark,
  take: Take,
): Pick<PackRowPlan, 'outcome' | 'reason' | 'cells'> {
  const today: Marked = before ?? given;
  const pack = after ?? (cell === '' ? null : today);
  const packMoved = after !== null && !isSame(after, given);
  const conflicts = packMoved && !isSame(today, given) && take !== 'pack';
  const stays = !packMoved || (conflicts && take === 'register');
  const state = stays ? 'unchanged' : conflicts ? 'held' : 'changed';
  const reason = state === 'held' ? 'registerMoved' : null;
  const cells = (['mark', 'reason'] as const).flatMap((field) => {
    const values = { issued: given[field], pack: pack?.[field] ?? null, today: today[field] };
    const differs = values.today !== values.issued || (packMoved && values.pack !== values.issued);
    return differs ? [{ field, ...values, outcome: state, reason } as const] : [];
  });
  return { outcome: state === 'changed' ? outcome : state, reason, cells };
}

function isSame(one: Marked, other: Marked): boolean {
  return one.mark === other.mark && one.reason === other.reason;
}

function markedCell(row: ReportRow, given: GivenMark, reason: PackCell['reason']): PackCell {
  return heldCell('mark', given.mark, row.cell || null, row.before?.mark ?? given.mark, reason);
}

function heldCell(
  field: PackCell['field'],
  issued: PackCell['issued'],
  pack: PackCell['pack'],
  today: PackCell['today'],
  reason: PackCell['reason'],
): PackCell {
  return { field, issued, pack, today, outcome: 'held', reason };
}

function addedRow(row: ReportRow): PackRowPlan {
  const { line, person, name, unit, outcome, reason, before, after, candidates } = row;
  const cells = (['mark', 'reason'] as const).flatMap((field) => {
    if (!after || after[field] === before?.[field]) return [];
    const values = { issued: null, pack: after[field], today: before?.[field] ?? null };
    return [{ field, ...values, outcome: 'changed', reason: null } as const];
  });
  const shown = candidates?.map((one) => ({
    ...{ id: one.person, name: one.name, unitName: one.unitName, status: null, post: null },
    disambiguator: one.disambiguator,
  }));
  return { line, person, name, unit, outcome, reason, cells, ...(shown && { candidates: shown }) };
}

function missingRow({ person, name, unitName }: GivenMark): PackRowPlan {
  return { line: 0, person, name, unit: unitName, outcome: 'held', reason: 'rowMissing', cells: [] };
}
