import { cleanName, foldName, isRuined } from '../../../shared/rules/names.ts';
import type { RowReason } from '../../../shared/vocabulary/import-outcomes.ts';
import type { PackField } from '../../../shared/vocabulary/pack-words.ts';
import type { ExistingUnit } from '../personnel/existing-personnel.ts';
import { foldCode } from '../personnel/roster-matching.ts';
import { isFormulaError } from '../personnel/roster-row.ts';
import type { GivenPerson } from './given-rows.ts';
import type { RosterLine } from './pack-lines.ts';
import type { PackUnit } from './pack-units.ts';

export type Value = string | number | null;
export type Take = 'pack' | 'register' | undefined;

/** One cell as it was given, as it came back, as the register has it. */
export interface PackCell {
  readonly field: PackField;
  readonly issued: Value;
  readonly pack: Value;
  readonly today: Value;
  readonly outcome: 'changed' | 'unchanged' | 'held';
  readonly reason: RowReason | null;
}

export const ROSTER_PACK_FIELDS = [
  'name',
  'unit',
  'post',
  'staffing',
  'status',
  'orderNumber',
  'disambiguator',
] as const satisfies readonly PackField[];
export type RosterPackField = (typeof ROSTER_PACK_FIELDS)[number];

/** What a cell says; a fault where it cannot be taken as it stands. */
export interface Said {
  readonly value: Value;
  readonly fault: RowReason | null;
}

export interface PackPlace {
  /** Units that the pack may name. */
  readonly scope: ReadonlyMap<string, PackUnit>;
  /** All open units of the office, by folded name. */
  readonly unitsByName: ReadonlyMap<string, readonly ExistingUnit[]>;
  readonly secondment: 'in' | 'out' | undefined;
}

const MOST_CHARACTERS = 100;
const MOST_NAME_CHARACTERS = 50;
/** Whatever has no star in the dictionary may be blank. */
const CLEARABLE: readonly PackField[] = ['post', 'orderNumber', 'disambiguator'];

/**
 * Null where nothing moved. Only the register moved: it stays. Only the pack: changed. Both, and not to the same:
 * held, until a person says which to take.
 */
export function comparedCell(
  field: PackField,
  issued: Value,
  { value, fault }: Said,
  today: Value,
  take: Take,
): PackCell | null {
  const cell = { field, issued, pack: value, today };
  const registerMoved = !isSame(field, today, issued);
  const unchanged = { ...cell, outcome: 'unchanged', reason: null } as const;
  const held = (reason: RowReason) => ({ ...cell, outcome: 'held', reason }) as const;
  if (fault === null && isSame(field, value, issued)) return registerMoved ? unchanged : null;
  if (take === 'register' || (fault === null && isSame(field, value, today))) return unchanged;
  if (fault !== null && !(fault === 'outsidePack' && take === 'pack')) return held(fault);
  if (value === null && (take !== 'pack' || !CLEARABLE.includes(field))) return held('clearedCell');
  if (registerMoved && take !== 'pack') return held('registerMoved');
  if (field === 'name' && take !== 'pack') return held('nameChanged');
  return { ...cell, outcome: 'changed', reason: null };
}

/** Spellings that the register takes for one are one. */
function isSame(field: PackField, one: Value, other: Value): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return one === other;
  if (field === 'name' || field === 'unit') return foldName(one) === foldName(other);
  if (field === 'disambiguator') return foldCode(one) === foldCode(other);
  return cleanName(one) === cleanName(other);
}

/** What a line says in one field; units by name, words by code. */
export function saidIn(line: RosterLine, field: RosterPackField, given: GivenPerson, place: PackPlace): Said {
  const { row, texts } = line;
  if (field === 'name') return text(row.name || null, MOST_NAME_CHARACTERS);
  if (field === 'unit') return unitSaid(row.unit, given, place);
  if (field === 'post') return text(row.post, MOST_CHARACTERS);
  if (field === 'disambiguator') return text(row.disambiguator, MOST_CHARACTERS);
  if (field === 'orderNumber') return orderSaid(row.orderNumber, texts.orderNumber);
  if (field === 'staffing')
    return row.staffing === 'unknown'
      ? { value: texts.staffing, fault: 'unknownStaffing' }
      : { value: row.staffing, fault: null };
  return statusSaid(line, place);
}

/** The unit that a text names: one that the pack may name before all others. */
export function unitNamed(name: string, { scope, unitsByName }: PackPlace): ExistingUnit | RowReason {
  const named = unitsByName.get(foldName(name)) ?? [];
  const own = named.filter(({ id }) => scope.has(id));
  const possible = own.length > 0 ? own : named;
  const [unit] = possible;
  if (!unit) return 'unknownUnit';
  return possible.length > 1 ? 'ambiguousUnit' : unit;
}

function text(value: string | null, most: number): Said {
  if (value === null) return { value, fault: null };
  const isLong = [...value].length > most;
  const isName = most === MOST_NAME_CHARACTERS;
  const fault = isFormulaError(value) ? 'formulaError' : isLong ? 'fieldTooLong' : null;
  return { value, fault: fault ?? (isName && isRuined(value) ? 'unreadableName' : null) };
}

function unitSaid(name: string, given: GivenPerson, place: PackPlace): Said {
  if (name === '') return { value: null, fault: null };
  if (foldName(name) === foldName(given.unitName ?? '')) return { value: given.unitName, fault: null };
  const unit = unitNamed(name, place);
  if (typeof unit === 'string') return { value: name, fault: unit };
  return { value: unit.name, fault: place.scope.has(unit.id) ? null : 'outsidePack' };
}

function orderSaid(value: number | null, written: string): Said {
  if (value === null && written !== '') return { value: written, fault: 'unreadableNumber' };
  return { value, fault: null };
}

function statusSaid({ row: { status }, texts }: RosterLine, { secondment }: PackPlace): Said {
  if (status === 'unknown') return { value: texts.status, fault: 'unknownStatus' };
  if (status !== 'seconded') return { value: status, fault: null };
  if (secondment === undefined) return { value: texts.status, fault: 'ambiguousStatus' };
  return { value: secondment === 'in' ? 'secondedIn' : 'secondedOut', fault: null };
}
