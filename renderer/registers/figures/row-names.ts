import { useQuery } from '@tanstack/react-query';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { EducationType, OrganKind } from '../../../shared/vocabulary/words.ts';
import { typeName } from '../../state/education-types.ts';
import { figuresFilterText, figuresTableText } from '../../text/figures-page.ts';
import { organKindWords } from '../../text/words.ts';
import type { Question, TableBy } from './figure-question.ts';
import { figuresQueries, type TableRow } from './figures-queries.ts';
import type { Span } from './trend-span.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

/** Phases and types as the office's campaign calls them, and its units. */
export interface RowNames {
  /** First and last day of the campaign; undefined while it is on the way. */
  readonly campaign: Span | undefined;
  readonly phases: readonly Choice<string>[];
  readonly types: readonly Choice<EducationType>[];
  /** Those below others indented. */
  readonly units: readonly Choice<string>[];
  readonly unitName: (id: string) => string;
  readonly heads: typeof figuresTableText.heads;
  /** Without the word that all of them end in. */
  readonly shortType: (type: EducationType) => string;
  readonly nameOf: (by: TableBy, row: Pick<TableRow, 'narrowed' | 'name'>) => string;
}

/** What stands before a unit's name for each unit above it: a full-width space. */
const INDENT = '\u3000';

function spanOf(phases: readonly { readonly beginsOn: string; readonly endsOn: string }[]): Span | undefined {
  const [from, until] = [phases.at(0)?.beginsOn, phases.at(-1)?.endsOn];
  return from && until ? { from: calendarDate(from), until: calendarDate(until) } : undefined;
}

export function useRowNames(office: string | undefined): RowNames {
  const campaign = useQuery(figuresQueries.campaign(office)).data;
  const units = useQuery(figuresQueries.units(office)).data ?? [];
  const types = campaign ? [...campaign.requiredTypes, ...campaign.offeredTypes] : [];
  const typeNamed = (type: EducationType) => typeName(campaign?.typeNames, type);
  return {
    campaign: campaign && spanOf(campaign.phases),
    phases: (campaign?.phases ?? []).map(({ id, name }) => ({ value: id, label: name })),
    types: types.map((value) => ({ value, label: typeNamed(value) })),
    units: asTree(units),
    unitName: (id) => units.find((unit) => unit.id === id)?.name ?? '',
    heads: figuresTableText.heads,
    shortType: (type) => typeNamed(type).replace(figuresTableText.typeEnd, ''),
    nameOf(by, { narrowed, name }) {
      if (by === 'kind') return name ? organKindWords[name as OrganKind] : figuresTableText.noKind;
      if (by === 'type') return typeNamed(name as EducationType);
      if (by === 'phase') return name ?? figuresFilterText.noPhase;
      if (name === null) return figuresFilterText.noUnit;
      return narrowed?.below === false ? figuresFilterText.alone(name) : name;
    },
  };
}

interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
}

function asTree(units: readonly Unit[], parent: string | null = null, level = 0): Choice<string>[] {
  return units
    .filter((unit) => unit.parent === parent)
    .flatMap(({ id, name }) => [
      { value: id, label: INDENT.repeat(level) + name },
      ...asTree(units, id, level + 1),
    ]);
}

/** The filter in words, but for the day. */
export function filterInWords(question: Question, names: RowNames): string {
  const { unit, below, organKind, phase, type } = question;
  const words = [
    unit === null && figuresFilterText.noUnit,
    unit && (below === false ? figuresFilterText.alone(names.unitName(unit)) : names.unitName(unit)),
    organKind && organKindWords[organKind],
    phase === null && figuresFilterText.noPhase,
    phase && (names.phases.find(({ value }) => value === phase)?.label ?? phase),
    type && names.types.find(({ value }) => value === type)?.label,
  ];
  return words.filter(Boolean).join(' · ');
}
