import type { EducationType } from '../../../shared/vocabulary/words.ts';
import { sessionText } from '../../text/study-page.ts';
import { educationTypeWords, sessionFormWords } from '../../text/words.ts';
import type { SessionField, SessionValues } from './session-fields.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What ids are called. */
export interface SessionNames {
  readonly phases: readonly Named[];
  readonly units: readonly Named[];
  readonly actions: readonly Named[];
  /** What the campaign calls a type; absent: its usual name. */
  readonly typeNames?: Readonly<Partial<Record<EducationType, string>>> | undefined;
}

/** A field as people read it. */
export interface SaidField {
  readonly field: SessionField;
  readonly label: string;
  readonly text: string;
}

const SAID: readonly Exclude<SessionField, 'people' | 'title'>[] = [
  ...(['day', 'startsAt', 'endsAt', 'phase', 'types', 'form', 'venues', 'chair', 'batch'] as const),
  ...(['materialNumber', 'action', 'mandatory', 'units'] as const),
];

/** Every field but the title, which stands above them. */
export function saidFields(values: SessionValues, names: SessionNames): SaidField[] {
  return SAID.map((field) => ({
    field,
    label: sessionText.said[field],
    text: saidField(values, field, names),
  }));
}

/** One field; a dash for what is not filled in. */
export function saidField(values: SessionValues, field: SessionField, names: SessionNames): string {
  switch (field) {
    case 'types':
      return listed(values.types.map((type) => names.typeNames?.[type] ?? educationTypeWords[type]));
    case 'form':
      return values.form ? sessionFormWords[values.form] : sessionText.blank;
    case 'phase':
      return nameIn(names.phases, values.phase);
    case 'action':
      return nameIn(names.actions, values.action);
    case 'mandatory':
      return values.mandatory ? sessionText.mandatory : sessionText.voluntary;
    case 'units':
      return values.people ? sessionText.named(values.people.length) : expectedUnits(values, names);
    case 'people':
      return sessionText.named(values.people?.length ?? 0);
    default:
      return values[field] || sessionText.blank;
  }
}

function expectedUnits({ units }: SessionValues, names: SessionNames): string {
  return units.length > 0 ? listed(units.map((id) => nameIn(names.units, id))) : sessionText.everybody;
}

function nameIn(named: readonly Named[], id: string | null): string {
  return named.find((one) => one.id === id)?.name ?? id ?? sessionText.blank;
}

function listed(words: readonly string[]): string {
  return words.length > 0 ? words.join(sessionText.between) : sessionText.blank;
}
