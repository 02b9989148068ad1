import { z } from 'zod';
import { isCalendarDate } from '../vocabulary/dates.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { EDUCATION_TYPES, FIGURE_IDS, OWN_EDUCATION_TYPES, PHASE_STAGES } from '../vocabulary/words.ts';

const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/);
const name = z.string().trim().min(1).max(200);
const day = z.string().refine(isCalendarDate);

/** First and last day, both included. */
const span = { beginsOn: day, endsOn: day };

export const presetPhase = z.strictObject({
  id: code,
  name,
  ...span,
  /** Absent: main; lookBack is 回头看, the stage that goes over what was done. */
  stage: z.enum(PHASE_STAGES).optional(),
});

const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('monthly') }),
  z.strictObject({ kind: z.literal('times'), times: z.int().min(2).max(100) }),
]);

export const presetAction = z.strictObject({
  id: code,
  phase: code,
  /** Null: a placeholder that the office fills in. */
  name: name.nullable(),
  /** “1+1+N”: laid down by the parent office, by the office itself, or its own choice 自选动作. */
  origin: z.enum(['parent', 'office', 'own']),
  /** 部署、交流、评估 meetings of a phase, beside its prescribed actions. */
  meeting: z.enum(['deployment', 'exchange', 'evaluation']).optional(),
  recurrence,
});

const presetCategoryList = z.strictObject({
  id: code,
  /** A list in use is never rewritten: a change is a new version. */
  version: z.int().min(1),
  name,
  /** unit: said of units, never of persons, so filings of persons do not offer it. */
  appliesTo: z.enum(['unit', 'all']),
  enabled: z.boolean(),
  categories: z
    .array(z.strictObject({ id: code, name }))
    .min(1)
    .max(100),
});

const indicatorFigures = z.enum(FIGURE_IDS);

const indicator = z.strictObject({
  id: code,
  /** Null: a placeholder that the office fills in. */
  name: name.nullable(),
  /** Absent: a text; with it the program computes the value. */
  figure: indicatorFigures.optional(),
  evidence: z.boolean(),
});

export const presetIndicators = z.strictObject({
  id: code,
  name,
  /** The phase whose evaluation it is; absent: every phase's. */
  phase: code.optional(),
  indicators: z.array(indicator).min(1).max(100),
});

const educationType = z.enum(EDUCATION_TYPES);

export const presetTypes = z.strictObject({
  required: z.array(educationType).min(1),
  offered: z.array(educationType),
  /** What the campaign calls a type; those that it brings itself need a name. */
  names: z.partialRecord(educationType, z.string().trim().min(1).max(20)).optional(),
});

export const presetPhases = z.array(presetPhase).min(1).max(20);
export const presetActions = z.array(presetAction).max(500);
export const presetCategoryLists = z.array(presetCategoryList).max(40);
export const presetEvaluation = z.array(presetIndicators).max(20);
/** Days from the absence within which it is to be made good. */
export const presetMakeup = z.strictObject({ termDays: z.int().min(1).max(366) });

const shape = z.strictObject({
  id: code,
  name,
  phases: presetPhases,
  educationTypes: presetTypes,
  actions: presetActions,
  categoryLists: presetCategoryLists,
  evaluation: presetEvaluation,
  makeup: presetMakeup,
  rounds: z.array(z.strictObject({ number: z.int().min(1), name, ...span })).max(50),
});

/** A campaign as data: a shipped preset, or an office's own copy of one. */
export type Preset = z.infer<typeof shape>;

/**
 * @throws Refusal `preset_invalid` with the path of the first thing that is wrong and how it is (`missing`,
 *   `unknown`, `wrong`, `contradiction`); `phase_ends_before_it_begins`, `phases_overlap`
 */
export function parsePreset(content: unknown): Preset {
  const result = shape.safeParse(content);
  if (!result.success) throw asRefusal(result.error.issues[0], content);
  checkPhases(result.data.phases);
  const broken = crossChecks(result.data).find(([, holds]) => !holds);
  if (broken) throw new Refusal('preset_invalid', { path: broken[0], how: 'contradiction' });
  return result.data;
}

function asRefusal(issue: z.core.$ZodIssue | undefined, content: unknown): Refusal {
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    return new Refusal('preset_invalid', { path: [...path, issue.keys[0]].join('.'), how: 'unknown' });
  }
  const how = path.length > 0 && at(content, path) === undefined ? 'missing' : 'wrong';
  return new Refusal('preset_invalid', { path: path.join('.'), how });
}

function at(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    content,
  );
}

/** @throws Refusal `phase_ends_before_it_begins` (`name`), `phases_overlap` (`first`, `second`) */
function checkPhases(phases: Preset['phases']): void {
  for (const [place, phase] of phases.entries()) {
    if (phase.endsOn < phase.beginsOn) throw new Refusal('phase_ends_before_it_begins', { name: phase.name });
    const before = phases[place - 1];
    if (before && before.endsOn >= phase.beginsOn) {
      throw new Refusal('phases_overlap', { first: before.name, second: phase.name });
    }
  }
}

/** What no single field can show: each as the path it is told by, and whether it holds. */
function crossChecks(content: Preset): [path: string, holds: boolean][] {
  const { phases, educationTypes, actions, categoryLists, evaluation, rounds } = content;
  const phaseIds = phases.map((phase) => phase.id);
  const types = [...educationTypes.required, ...educationTypes.offered];
  const unnamed = OWN_EDUCATION_TYPES.filter((type) => !educationTypes.names?.[type]);
  return [
    ['phases', areDistinct(phaseIds)],
    ['educationTypes', areDistinct(types)],
    ['educationTypes.names', !unnamed.some((type) => types.includes(type))],
    ['actions', areDistinct(actions.map((one) => one.id))],
    ['actions.phase', actions.every((one) => phaseIds.includes(one.phase))],
    ['categoryLists', areDistinct(categoryLists.map((list) => `${list.id} ${list.version}`))],
    ['categoryLists.enabled', areDistinct(enabledLists(content).map((list) => list.id))],
    ['categoryLists.categories', areDistinct(enabledLists(content).flatMap(categoryIds))],
    ['categoryLists.categories', categoryLists.every((list) => areDistinct(categoryIds(list)))],
    ['evaluation', areDistinct(evaluation.map((group) => group.id))],
    ['evaluation.phase', evaluation.every(({ phase }) => phase === undefined || phaseIds.includes(phase))],
    ['evaluation', areDistinct(evaluation.flatMap((group) => group.indicators.map((one) => one.id)))],
    ['rounds', areDistinct(rounds.map((one) => String(one.number))) && followEachOther(rounds)],
  ];
}

function enabledLists(content: Preset): Preset['categoryLists'] {
  return content.categoryLists.filter((list) => list.enabled);
}

function categoryIds(list: Preset['categoryLists'][number]): string[] {
  return list.categories.map((category) => category.id);
}

/** Each span ends on or after its first day and before the next one begins. */
function followEachOther(spans: readonly { readonly beginsOn: string; readonly endsOn: string }[]): boolean {
  return spans.every(
    (one, i) => one.beginsOn <= one.endsOn && (i === 0 || (spans[i - 1]?.endsOn ?? '') < one.beginsOn),
  );
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
