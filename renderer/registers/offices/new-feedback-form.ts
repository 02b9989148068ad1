import { z } from 'zod';
import { feedback } from '../../../shared/contract/feedback.ts';
import type { RemarkField, RemarkRegister } from '../../../shared/vocabulary/remark-fields.ts';
import { inputOf } from '../../state/contract-form.ts';
import type { core } from '../../state/core.ts';
import type { Feedback } from './offices-queries.ts';

export const NEW_KINDS = ['item', 'remark', 'reopen', 'reopenPeriod', 'template'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** What stands in the form; what a kind has no use for stays as it was typed, and is not sent. */
export interface NewFeedback {
  readonly kind: NewKind;
  readonly offices: string[];
  /** Null: a remark to the office as a whole. */
  readonly register: RemarkRegister | null;
  readonly subject: string | null;
  readonly field: RemarkField | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly dueOn: string | null;
  readonly reason: string | null;
  /** WHOLE_CAMPAIGN, or the id of an action. */
  readonly template: string | null;
}

export const WHOLE_CAMPAIGN = '*';

export const BLANK: NewFeedback = {
  kind: 'item',
  offices: [],
  register: null,
  subject: null,
  field: null,
  category: null,
  problem: null,
  dueOn: null,
  reason: null,
  template: null,
};

const shape = (inputOf(feedback.draftFeedback) as z.ZodObject).shape;
const offices = z.array(z.string()).min(1);
const one = offices.length(1);
const subject = z.string().min(1);
const given = (name: string) => (shape[name] as z.ZodOptional<z.ZodType>).unwrap();
const maybe = (name: string) => z.nullable(given(name));

const remark = z
  .object({
    kind: z.literal('remark'),
    offices,
    reason: given('reason'),
    register: maybe('register'),
    subject: z.nullable(subject),
    field: maybe('field'),
  })
  .refine((said) => said.register === null || said.subject !== null, { path: ['subject'] })
  .refine((said) => said.register === null || said.offices.length === 1, { path: ['offices'] });

/** What each kind cannot do without. */
export const NEW_FEEDBACK = z.union([
  z.object({
    kind: z.literal('item'),
    offices,
    problem: given('problem'),
    category: maybe('category'),
    dueOn: maybe('dueOn'),
  }),
  remark,
  z.object({ kind: z.literal('reopen'), offices: one, subject, reason: given('reason') }),
  z.object({ kind: z.literal('reopenPeriod'), offices: one, subject, reason: given('reason') }),
  z.object({ kind: z.literal('template'), offices, template: subject, reason: maybe('reason') }),
]);

export type Draft = Parameters<typeof core.exchange.draftFeedback>[0];

/** What was left empty is not sent; nor is a record or field without a register to look for it in. */
export function draftOf({ template, ...values }: NewFeedback): Draft {
  const isGeneral = values.kind === 'remark' && values.register === null;
  const entries = Object.entries(values).filter(
    ([name, value]) => value !== null && !(isGeneral && ['subject', 'field'].includes(name)),
  );
  return { ...Object.fromEntries(entries), ...templateOf(template ?? null) } as Draft;
}

function templateOf(chosen: string | null): Pick<Draft, 'template'> {
  if (chosen === null) return {};
  if (chosen === WHOLE_CAMPAIGN) return { template: { kind: 'campaign' } };
  return { template: { kind: 'action', action: chosen } };
}

export function isNewKind(kind: Feedback['kind']): kind is NewKind {
  return NEW_KINDS.some((one) => one === kind);
}

/** The same again, for what an office could not take up: of a template the choice is made anew. */
export function againOf(row: Feedback & { readonly kind: NewKind }): NewFeedback {
  const { kind, office, register, subject, field, category, problem, dueOn, reason } = row;
  const words = { category, problem, dueOn, reason };
  const isRecord = kind !== 'item' && kind !== 'template';
  return { ...BLANK, kind, offices: [office], register, ...words, field, subject: isRecord ? subject : null };
}
