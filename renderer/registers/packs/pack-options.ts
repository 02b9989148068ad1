import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackField, PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { MARKS, POSTING_STATUSES, STAFFINGS } from '../../../shared/vocabulary/words.ts';
import { decideText } from '../../text/packs-page.ts';
import { markWords, postingStatusWords, staffingWords } from '../../text/words.ts';
import type { Choice } from '../../ui/fields.tsx';
import type { PackLine } from './pack-lines.ts';
import type { PackCell, PackRow, RowDecision } from './taken-choices.ts';

/** One way to settle a doubt, under the digit that takes it. */
export type PackOption = { readonly digit: number; readonly label: string } & (
  | { readonly kind: 'take'; readonly decision: RowDecision }
  | { readonly kind: 'list'; readonly field: ListField; readonly choices: readonly Choice[] }
  | { readonly kind: 'write'; readonly field: 'name'; readonly start: string }
);
type ListField = 'person' | 'unit' | 'status' | 'staffing' | 'mark';

const { options: words } = decideText;
/** 1 what came back, 2 what stands, 3 stays out: the same digits in every line. */
const COMES = 1;
const STAYS = 2;
const skip: PackOption = { kind: 'take', digit: 3, label: words.skip, decision: { skip: true } };

/** A held cell that is understood, and could be taken as it came back. */
const TAKEABLE: readonly (RowReason | null)[] = ['registerMoved', 'nameChanged', 'outsidePack'];
/** What the dictionary gives no star may be blank. */
const CLEARABLE: readonly PackField[] = ['post', 'orderNumber', 'disambiguator'];

export function optionsOf(
  { held }: PackLine,
  kind: PackKind | null,
  units: readonly Choice[],
): readonly PackOption[] {
  if (!held) return [];
  if (kind === 'signIn') return goesWithMark(held) ? [] : [...waysOfSigning(held.row, held.cell), skip];
  if (held.cell) return [...waysOfCell(held.cell), skip];
  return [...waysOfRow(held.row, units), skip];
}

export function isChosen(option: PackOption, decision: RowDecision | undefined): boolean {
  if (!decision) return false;
  if (option.kind === 'list') return option.choices.some(({ value }) => value === decision[option.field]);
  if (option.kind === 'write') return decision.name !== undefined;
  const { cells = [], ...others } = option.decision;
  const parts = Object.entries(others) as [keyof RowDecision, unknown][];
  return (
    parts.every(([field, value]) => decision[field] === value) &&
    cells.every(({ field, take }) => decision.cells?.some((one) => one.field === field && one.take === take))
  );
}

function waysOfCell({ field, reason, pack }: PackCell): readonly PackOption[] {
  const isTakeable = TAKEABLE.includes(reason) || (reason === 'clearedCell' && CLEARABLE.includes(field));
  return [
    ...(isTakeable ? [taking('pack', [field], pack === null ? words.clear : words.pack)] : []),
    taking('register', [field], words.register),
    ...(reason === 'nameChanged'
      ? [{ kind: 'take' as const, digit: 4, label: words.other, decision: { person: 'new' } }]
      : []),
  ];
}

function taking(take: 'pack' | 'register', fields: readonly PackField[], label: string): PackOption {
  const decision: RowDecision = { cells: fields.map((field) => ({ field, take })) };
  return { kind: 'take', digit: take === 'pack' ? COMES : STAYS, label, decision };
}

/** The reason of a mark that is answered in the line above. */
function goesWithMark({ row, cell }: NonNullable<PackLine['held']>): boolean {
  return (
    cell?.field === 'reason' && row.cells.some(({ field, outcome }) => field === 'mark' && outcome === 'held')
  );
}

/** Of a sheet the row id says who it is and the list who is expected; a mark goes with its reason. */
function waysOfSigning(row: PackRow, cell: PackCell | null): readonly PackOption[] {
  switch (cell?.reason ?? row.reason) {
    case 'registerMoved':
      return [
        taking('pack', ['mark', 'reason'], words.pack),
        taking('register', ['mark', 'reason'], words.register),
      ];
    case 'unmappedMark':
    case 'contradictoryCells':
    case 'formulaError':
      return [listOf('mark', words.chooseMark, marks)];
    case 'ambiguousName':
    case 'notExpected':
    case 'copiedRow':
      return cell ? [] : whoIsKnown(row);
    default:
      return [];
  }
}

function waysOfRow(row: PackRow, units: readonly Choice[]): readonly PackOption[] {
  const { reason, name } = row;
  switch (reason) {
    case 'unknownUnit':
    case 'ambiguousUnit':
    case 'outsidePack':
      return [listOf('unit', words.chooseUnit, units)];
    case 'missingField':
      return [name ? listOf('unit', words.chooseUnit, units) : writeName('')];
    case 'unreadableName':
    case 'fieldTooLong':
    case 'formulaError':
      return [writeName(name ?? '')];
    case 'unknownStatus':
      return [listOf('status', words.chooseStatus, choicesOf(POSTING_STATUSES, postingStatusWords))];
    case 'ambiguousStatus':
      return [
        { kind: 'take', digit: COMES, label: words.secondedIn, decision: { status: 'secondedIn' } },
        { kind: 'take', digit: STAYS, label: words.secondedOut, decision: { status: 'secondedOut' } },
      ];
    case 'unknownStaffing':
      return [
        listOf('staffing', words.chooseStaffing, choicesOf(STAFFINGS, staffingWords)),
        { kind: 'take', digit: STAYS, label: words.blank, decision: { staffing: null } },
      ];
    case 'rowMissing':
      return [];
    default:
      return whoIsMeant(row);
  }
}

/** Whoever is meant, or somebody new. */
function whoIsMeant(row: PackRow): readonly PackOption[] {
  return [
    ...whoIsKnown(row),
    { kind: 'take', digit: STAYS, label: words.other, decision: { person: 'new' } },
  ];
}

function whoIsKnown({ candidates = [] }: PackRow): readonly PackOption[] {
  const [only, ...others] = candidates;
  if (!only) return [];
  if (others.length === 0)
    return [{ kind: 'take', digit: COMES, label: words.same, decision: { person: only.id } }];
  const people = candidates.map((one) => ({ value: one.id, label: decideText.person(one) }));
  return [listOf('person', words.sameOf, people)];
}

const marks = choicesOf(
  MARKS.filter((mark) => mark !== 'leave' && mark !== 'exempt'),
  markWords,
);

function listOf(field: ListField, label: string, choices: readonly Choice[]): PackOption {
  return { kind: 'list', digit: COMES, label, field, choices };
}

function writeName(start: string): PackOption {
  return { kind: 'write', digit: COMES, label: words.writeName, field: 'name', start };
}

function choicesOf<Word extends string>(
  codes: readonly Word[],
  labels: Readonly<Record<Word, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, label: labels[value] }));
}
