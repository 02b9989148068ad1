import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackField, PackKind } from '../../../shared/vocabulary/pack-words.ts';
import { MARKS, POSTING_STATUSES, STAFFINGS } from '../../../shared/vocabulary/words.ts';
import { decideText } from '../../text/packs-page.ts';
import { markWords, postingStatusWords, staffingWords } from '../../text/words.ts';
import { waysOfFiling } from './filing-options.ts';
import type { PackLine } from './pack-lines.ts';
import {
  COMES,
  choicesOf,
  listOf,
  type PackChoices,
  type PackOption,
  STAYS,
  skip,
  taking,
  whoIsKnown,
} from './pack-option.ts';
import type { PackCell, PackRow, RowDecision } from './taken-choices.ts';

export type { PackChoices, PackOption };

const { options: words } = decideText;

/** A held cell that is understood, and could be taken as it came back. */
const TAKEABLE: readonly (RowReason | null)[] = ['registerMoved', 'nameChanged', 'outsidePack'];
/** What the dictionary gives no star may be blank. */
const CLEARABLE: readonly PackField[] = ['post', 'orderNumber', 'disambiguator'];

/** By kind: the ways out of what is held; null where another line answers for this one. */
const WAYS: Readonly<
  Record<
    PackKind,
    (row: PackRow, cell: PackCell | null, choices: PackChoices) => readonly PackOption[] | null
  >
> = {
  roster: (row, cell, { units }) => (cell ? waysOfCell(cell) : waysOfRow(row, units)),
  signIn: (row, cell) => (goesWithMark(row, cell) ? null : waysOfSigning(row, cell)),
  selfInspection: waysOfFiling,
};

export function optionsOf(
  { held }: PackLine,
  kind: PackKind | null,
  choices: PackChoices,
): readonly PackOption[] {
  if (!held || kind === null) return [];
  const ways = WAYS[kind](held.row, held.cell, choices);
  return ways === null ? [] : [...ways, skip];
}

export function isChosen(option: PackOption, decision: RowDecision | undefined): boolean {
  if (!decision) return false;
  if (option.kind === 'list') return option.choices.some(({ value }) => value === decision[option.field]);
  if (option.kind === 'write' || option.kind === 'day') return Boolean(decision[option.field]);
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

/** The reason of a mark that is answered in the line above. */
function goesWithMark(row: PackRow, cell: PackCell | null): boolean {
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

function waysOfRow(row: PackRow, units: PackChoices['units']): readonly PackOption[] {
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

const marks = choicesOf(
  MARKS.filter((mark) => mark !== 'leave' && mark !== 'exempt'),
  markWords,
);

function writeName(start: string): PackOption {
  return { kind: 'write', digit: COMES, label: words.writeName, field: 'name', start };
}
