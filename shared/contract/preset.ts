import { z } from 'zod';
import { isCalendarDate } from '../vocabulary/dates.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { EDUCATION_TYPES, FIGURE_IDS } from '../vocabulary/words.ts';

const code = z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,63}$/);
const name = z.string().trim().min(1).max(200);
const day = z.string().refine(isCalendarDate);

/** First and last day, both included. */
const span = { beginsOn: day, endsOn: day };

const recurrence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('monthly') }),
  z.strictObject({ kind: z.literal('times'), times: z.int().min(2).max(100) }),
]);

const action = z.strictObject({
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

const categoryList = z.strictObject({
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

/** One figure of the evaluation is not computed yet. */
const indicatorFigures = z.enum([...FIGURE_IDS, 'actionCompletion']);

const indicator = z.strictObject({
  id: code,
  /** Null: a placeholder that the office fills in. */
  name: name.nullable(),
  /** Absent: a text; with it the program computes the value. */
  figure: indicatorFigures.optional(),
  evidence: z.boolean(),
});

const shape = z.strictObject({
  id: code,
  name,
  phases: z
    .array(z.strictObject({ id: code, name, ...span }))
    .min(1)
    .max(20),
  educationTypes: z.strictObject({
    required: z.array(z.enum(EDUCATION_TYPES)).min(1),
    offered: z.array(z.enum(EDUCATION_TYPES)),
  }),
  actions: z.array(action).max(500),
  categoryLists: z.array(categoryList).min(1).max(20),
  evaluation: z.array(z.strictObject({ id: code, name, indicators: z.array(indicator).min(1) })),
  /** Days from the absence within which it is to be made good. */
  makeup: z.strictObject({ termDays: z.int().min(1).max(366) }),
  rounds: z.array(z.strictObject({ number: z.int().min(1), name, ...span })).max(50),
});

/** A campaign as data: a shipped preset, or an office's own copy of one. */
const preset = shape.check(({ value, issues }) => {
  for (const [path, holds] of crossChecks(value)) {
    if (!holds)
      issues.push({ code: 'custom', message: 'contradiction', path: path.split('.'), input: value });
  }
});
export type Preset = z.infer<typeof shape>;

/** @throws Refusal `preset_invalid` with the path of the first thing that is wrong */
export function parsePreset(content: unknown): Preset {
  const result = preset.safeParse(content);
  if (result.success) return result.data;
  throw new Refusal('preset_invalid', { path: result.error.issues[0]?.path.join('.') ?? '' });
}

/** What no single field can show: each as the path it is told by, and whether it holds. */
function crossChecks(content: Preset): [path: string, holds: boolean][] {
  const { phases, educationTypes, actions, categoryLists, evaluation, rounds } = content;
  const phaseIds = phases.map((phase) => phase.id);
  const types = [...educationTypes.required, ...educationTypes.offered];
  return [
    ['phases', areDistinct(phaseIds) && followEachOther(phases)],
    ['educationTypes', areDistinct(types)],
    ['actions', areDistinct(actions.map((one) => one.id))],
    ['actions.phase', actions.every((one) => phaseIds.includes(one.phase))],
    ['categoryLists', areDistinct(categoryLists.map((list) => `${list.id} ${list.version}`))],
    ['categoryLists.enabled', areDistinct(enabledLists(content).map((list) => list.id))],
    ['categoryLists.categories', areDistinct(enabledLists(content).flatMap(categoryIds))],
    ['categoryLists.categories', categoryLists.every((list) => areDistinct(categoryIds(list)))],
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
