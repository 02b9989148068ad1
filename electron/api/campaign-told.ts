import type { Preset } from '../../shared/contract/preset.ts';
import type { CurrentCampaign } from '../registers/campaign/campaign-register.ts';
import { offered, retired } from '../registers/campaign/category-lists.ts';

/** A campaign as the contract tells it. */
export function toldCampaign({ id, rev, version, effectiveOn, content }: CurrentCampaign) {
  const { name, educationTypes, actions, categoryLists, evaluation, makeup, rounds } = content;
  return {
    ...{ id, rev, preset: content.id, name, version, effectiveOn },
    phases: phasesOf(content),
    requiredTypes: educationTypes.required,
    offeredTypes: educationTypes.offered,
    typeNames: educationTypes.names ?? {},
    ...{ actions, categoryLists, evaluation, makeup, rounds },
    categories: offered(categoryLists),
    retired: retired(categoryLists),
  };
}

/** What a preset or a file holds, told before it is taken. */
export function heldBy(content: Preset) {
  const { id, name, rounds, educationTypes, actions, categoryLists, evaluation } = content;
  const named = actions.filter((action) => action.name !== null).length;
  const lists = categoryLists.filter(({ enabled }) => enabled);
  return {
    ...{ id, name, rounds },
    phases: phasesOf(content),
    requiredTypes: educationTypes.required,
    typeNames: educationTypes.names ?? {},
    actions: named,
    placeholders: actions.length - named,
    categoryLists: lists.map((list) => ({ name: list.name, categories: list.categories.length })),
    indicators: evaluation.reduce((sum, { indicators }) => sum + indicators.length, 0),
  };
}

function phasesOf({ phases }: Preset) {
  return phases.map(({ stage = 'main', ...phase }) => ({ ...phase, stage }));
}
