import { z } from 'zod';
import { type Preset, parsePreset, presetAction } from '../../../shared/contract/preset.ts';
import { ensure } from '../../../shared/vocabulary/refusal.ts';
import type { TemplateKind } from '../../../shared/vocabulary/remark-fields.ts';
import type { Readable, Write } from '../../store/handles.ts';
import { type CampaignUses, changedParts } from './campaign-changes.ts';
import { changeCampaign, currentCampaign } from './campaign-register.ts';

/** What a group hands down to its offices: its campaign, or one prescribed action of it. */
export interface HandedDown {
  readonly kind: TemplateKind;
  readonly name: string;
  /** JSON */
  readonly content: string;
}

type Action = Preset['actions'][number];

/** Of the own campaign. @throws Refusal `campaign_missing`, `missing_field`, `not_found` */
export function handedDownFrom(
  db: Readable,
  office: number,
  kind: TemplateKind,
  action?: string,
): HandedDown {
  const { content } = currentCampaign(db, office);
  if (kind === 'campaign') return { kind, name: content.name, content: JSON.stringify(content) };
  ensure(action, 'missing_field', { field: 'action' });
  const found = content.actions.find(({ id }) => id === action);
  ensure(found?.name, 'not_found', { register: 'action' });
  return { kind, name: found.name, content: JSON.stringify(found) };
}

/** Whether a text is what its kind says. */
export function isHandedDown({ kind, content }: Pick<HandedDown, 'kind' | 'content'>): boolean {
  try {
    const value: unknown = JSON.parse(content);
    return kind === 'campaign' ? Boolean(parsePreset(value)) : presetAction.safeParse(value).success;
  } catch {
    return false;
  }
}

/** What adopting would change: the parts of the campaign that differ, and each action that was handed down. */
export function adoptionTold(db: Readable, office: number, template: HandedDown) {
  const { rev, content: before } = currentCampaign(db, office);
  const after = adopted(before, template);
  const old = new Map(before.actions.map((one) => [one.id, one]));
  const actions = actionsOf(template).map((one) => ({
    id: one.id,
    name: one.name,
    phase: after.phases.find(({ id }) => id === one.phase)?.name ?? one.phase,
    fate: fateOf(old.get(one.id), one),
  }));
  return { rev, changes: changedParts(before, after), actions };
}

/**
 * Takes it over as the next version, which gives its name as reason. Actions of the office's own choice stay, those
 * that were handed down are the parent office's.
 * @throws Refusal as `changeCampaign`
 */
export function adoptHandedDown(write: Write, rev: number, template: HandedDown, uses: CampaignUses) {
  const after = adopted(currentCampaign(write, write.office).content, template);
  const { required, offered, names } = after.educationTypes;
  return changeCampaign(
    write,
    {
      rev,
      reason: template.name.slice(0, 100),
      effectiveOn: null,
      phases: after.phases,
      requiredTypes: required,
      offeredTypes: offered,
      ...(names && { typeNames: names }),
      actions: after.actions,
      categoryLists: after.categoryLists,
      evaluation: after.evaluation,
      makeup: after.makeup,
    },
    uses,
  );
}

function adopted(before: Preset, template: HandedDown): Preset {
  const actions = actionsOf(template);
  if (template.kind === 'action') return { ...before, actions: merged(before.actions, actions) };
  const { phases, educationTypes, categoryLists, evaluation, makeup } = parsePreset(
    JSON.parse(template.content),
  );
  const own = before.actions.filter(({ origin }) => origin !== 'parent');
  const ownLists = before.categoryLists.filter((list) => !categoryLists.some(({ id }) => id === list.id));
  return {
    ...before,
    ...{ phases, educationTypes, evaluation, makeup },
    actions: merged(own, actions),
    categoryLists: [...categoryLists, ...ownLists],
  };
}

/** What stands stays in its place; what is new comes behind. */
function merged(standing: readonly Action[], handed: readonly Action[]): Action[] {
  const byId = new Map(standing.map((one) => [one.id, one]));
  for (const one of handed) byId.set(one.id, one);
  return [...byId.values()];
}

function actionsOf({ kind, content }: HandedDown): Action[] {
  const value: unknown = JSON.parse(content);
  const given = kind === 'campaign' ? parsePreset(value).actions : [z.parse(presetAction, value)];
  return given.map((one) => ({ ...one, origin: 'parent' }));
}

function fateOf(old: Action | undefined, handed: Action): 'added' | 'changed' | 'unchanged' {
  if (!old) return 'added';
  return JSON.stringify(old) === JSON.stringify(handed) ? 'unchanged' : 'changed';
}
