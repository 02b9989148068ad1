import type { Given } from '../../../shared/contract/base.ts';
import type { campaign } from '../../../shared/contract/campaign.ts';
import type { Preset } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { EducationType } from '../../../shared/vocabulary/words.ts';
import { offered, retired } from './category-lists.ts';

/** How often the office's rows name each word of the campaign, by its id; what none names is missing. */
export interface CampaignUses {
  readonly phases: ReadonlyMap<string, number>;
  readonly actions: ReadonlyMap<string, number>;
  readonly types: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
  /** Indicators of evaluation lists. */
  readonly indicators: ReadonlyMap<string, number>;
}

type Changes = Omit<Given<typeof campaign.change>, 'rev' | 'reason' | 'effectiveOn'>;

/** The content with the parts that are given in place of the old ones; still to be checked. */
export function withChanges(before: Preset, changes: Changes): Preset {
  const { name, phases, requiredTypes, offeredTypes, typeNames, actions, categoryLists } = changes;
  const { evaluation, makeup } = changes;
  const { required, offered: also, names } = before.educationTypes;
  const named = typeNames ?? names;
  return {
    ...before,
    name: name ?? before.name,
    phases: phases ?? before.phases,
    educationTypes: {
      required: requiredTypes ?? required,
      offered: offeredTypes ?? also,
      ...(named && { names: named }),
    },
    actions: actions ?? before.actions,
    categoryLists: categoryLists ?? before.categoryLists,
    evaluation: evaluation ?? before.evaluation,
    makeup: makeup ?? before.makeup,
  };
}

/** @throws Refusal `phase_in_use` (`name`, `count`) for one that goes while rows, or actions and evaluations that stay, name it */
export function refuseRemovedPhases(before: Preset, after: Preset, uses: CampaignUses): void {
  for (const { id, name } of missing(before.phases, after.phases)) {
    const named = [...after.actions, ...after.evaluation].filter(({ phase }) => phase === id).length;
    const count = (uses.phases.get(id) ?? 0) + named;
    ensure(count === 0, 'phase_in_use', { name, count });
  }
}

/** @throws Refusal `action_in_use`, `list_in_use` (`name` or `type`, `count`) */
export function refuseLosses(before: Preset, after: Preset, uses: CampaignUses): void {
  for (const { id, name } of missing(before.actions, after.actions)) {
    const count = uses.actions.get(id) ?? 0;
    ensure(count === 0, 'action_in_use', { name, count });
  }
  refuseLostTypes(before, after, uses.types);
  refuseLostNames(categoriesOf(before), categoriesOf(after), uses.categories);
  refuseLostNames(indicatorsOf(before), indicatorsOf(after), uses.indicators);
}

/** Parts in which two versions differ, by their names in the preset. */
export function changedParts(before: Preset, after: Preset): string[] {
  const parts = Object.keys({ ...before, ...after }) as (keyof Preset)[];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

function refuseLostTypes(before: Preset, after: Preset, uses: ReadonlyMap<string, number>): void {
  const { required, offered: also, names } = after.educationTypes;
  const kept: readonly EducationType[] = [...required, ...also];
  for (const type of [...before.educationTypes.required, ...before.educationTypes.offered]) {
    const count = uses.get(type) ?? 0;
    const name = before.educationTypes.names?.[type];
    const stands = kept.includes(type) && name === names?.[type];
    ensure(count === 0 || stands, 'list_in_use', { count, ...(name ? { name } : { type }) });
  }
}

interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** A name that was still to be given may be given at any time. */
function refuseLostNames(
  before: readonly Named[],
  after: readonly Named[],
  uses: ReadonlyMap<string, number>,
): void {
  const names = new Map(after.map(({ id, name }) => [id, name]));
  for (const { id, name } of before) {
    const count = uses.get(id) ?? 0;
    const stands = names.has(id) && (name === null || names.get(id) === name);
    ensure(count === 0 || stands, 'list_in_use', { name, count });
  }
}

function categoriesOf({ categoryLists }: Preset): Named[] {
  return [...offered(categoryLists), ...retired(categoryLists)];
}

function indicatorsOf({ evaluation }: Preset): Named[] {
  return evaluation.flatMap(({ indicators }) => indicators);
}

function missing<Row extends { readonly id: string }>(before: readonly Row[], after: readonly Row[]): Row[] {
  return before.filter(({ id }) => !after.some((one) => one.id === id));
}
