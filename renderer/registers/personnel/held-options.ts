import { isRuined } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import { heldText } from '../../text/roster-import-page.ts';
import type { Choice } from '../../ui/fields.tsx';
import { staffingChoices, statusChoices } from './choices.ts';
import type { RosterRow, RowDecision, UnitDoubtOfFile } from './roster-choices.ts';

/** One way to settle a doubt: a choice by itself, one out of a list, or a text that is typed. */
export type HeldOption =
  | { readonly kind: 'take'; readonly label: string; readonly decision: RowDecision }
  | {
      readonly kind: 'list';
      readonly label: string;
      readonly field: 'person' | 'unit' | 'status' | 'staffing';
      readonly choices: readonly Choice[];
    }
  | { readonly kind: 'write'; readonly label: string; readonly field: 'name'; readonly start: string };

const { options: words } = heldText;
const skip: HeldOption = { kind: 'take', label: words.skip, decision: { skip: true } };

/** The ways out of a row's doubt, in the order of the digits that take them; staying out is always the last. */
export function optionsOf(row: RosterRow, units: readonly Choice[]): readonly HeldOption[] {
  return [...ways(row, units), skip];
}

/** Of a unit's text, for all rows that say it. */
export function optionsOfUnit(doubt: UnitDoubtOfFile, units: readonly Choice[]): readonly HeldOption[] {
  const list = unitList(units, doubt.candidates);
  return doubt.reason === 'unknownUnit' ? [createUnit, list] : [list];
}

export function isChosen(option: HeldOption, decision: RowDecision | undefined): boolean {
  if (!decision) return false;
  if (option.kind === 'list') return option.choices.some(({ value }) => value === decision[option.field]);
  if (option.kind === 'write') return decision.name !== undefined;
  const parts = Object.entries(option.decision) as [keyof RowDecision, unknown][];
  return parts.every(([field, value]) => decision[field] === value);
}

const createUnit: HeldOption = { kind: 'take', label: words.createUnit, decision: { unit: 'new' } };

function ways(row: RosterRow, units: readonly Choice[]): readonly HeldOption[] {
  const { reason, name, unit } = row;
  switch (reason) {
    case 'ambiguousName':
    case 'contradictoryRows':
    case 'duplicateRow':
      return whoIsMeant(row);
    case 'unknownUnit':
      return [createUnit, unitList(units)];
    case 'ambiguousUnit':
      return [unitList(units)];
    case 'missingField':
      return [...(name ? [] : [writeName('')]), ...(unit ? [] : [unitList(units)])];
    case 'unreadableName':
      return [isRuined(name ?? '') ? rightName(name ?? '') : unitList(units)];
    case 'ambiguousStatus':
      return [
        { kind: 'take', label: words.secondedIn, decision: { status: 'secondedIn' } },
        { kind: 'take', label: words.secondedOut, decision: { status: 'secondedOut' } },
      ];
    case 'unknownStatus':
      return [{ kind: 'list', label: words.chooseStatus, field: 'status', choices: statusChoices }];
    case 'unknownStaffing':
      return [
        { kind: 'list', label: words.chooseStaffing, field: 'staffing', choices: staffingChoices },
        { kind: 'take', label: words.blank, decision: { staffing: null } },
      ];
    default:
      return otherCells(reason, row, units);
  }
}

/** One namesake is one choice; of several one is chosen from a list that tells them apart. */
function whoIsMeant({ candidates = [] }: RosterRow): readonly HeldOption[] {
  const [first, ...others] = candidates;
  const isNew: RowDecision = { person: 'new' };
  if (!first) return [{ kind: 'take', label: words.add, decision: isNew }];
  const same: HeldOption =
    others.length === 0
      ? { kind: 'take', label: words.same, decision: { person: first.id } }
      : {
          kind: 'list',
          label: words.sameOf,
          field: 'person',
          choices: candidates.map((one) => ({ value: one.id, label: heldText.person(one) })),
        };
  return [same, { kind: 'take', label: words.other, decision: isNew }];
}

/** The report tells the name and the unit of a row alone: what is wrong in neither is wrong in the other two texts. */
function otherCells(
  reason: RowReason | null,
  { name, unit }: RosterRow,
  units: readonly Choice[],
): readonly HeldOption[] {
  if (reason !== 'formulaError' && reason !== 'fieldTooLong') return [];
  const isWrong = (text: string | null, most: number) =>
    reason === 'fieldTooLong' ? [...(text ?? '')].length > most : /^(#|Err:)/i.test(text ?? '');
  if (isWrong(name, 50)) return [rightName(reason === 'fieldTooLong' ? (name ?? '') : '')];
  if (isWrong(unit, 100)) return [unitList(units)];
  return [{ kind: 'take', label: words.blankCells, decision: { post: null, disambiguator: null } }];
}

function writeName(start: string): HeldOption {
  return { kind: 'write', label: words.writeName, field: 'name', start };
}

function rightName(start: string): HeldOption {
  return { kind: 'write', label: words.rightName, field: 'name', start };
}

/** Those that are most likely meant come first. */
function unitList(units: readonly Choice[], candidates: UnitDoubtOfFile['candidates'] = []): HeldOption {
  const likely = candidates.map(({ id, name, parentName }) => ({
    value: id,
    label: heldText.unitOf(name, parentName),
  }));
  const others = units.filter(({ value }) => !likely.some((one) => one.value === value));
  return { kind: 'list', label: words.chooseUnit, field: 'unit', choices: [...likely, ...others] };
}
