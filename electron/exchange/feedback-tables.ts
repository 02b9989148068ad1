import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import {
  ALL_REMARK_FIELDS,
  REMARK_REGISTERS,
  type RemarkField,
  type RemarkRegister,
  TEMPLATE_KINDS,
  type TemplateKind,
} from '../../shared/vocabulary/remark-fields.ts';
import { FEEDBACK_KINDS, type FeedbackKind } from '../../shared/vocabulary/words.ts';
import { PART_LENGTH } from '../registers/text-parts.ts';
import { uuid, words } from './cell-kinds.ts';
import { type Columns, day, integer, nullable, oneOf, optional, revision, text } from './columns.ts';

/** One thing the group says; `subjectRev` is the revision of the item or session that it saw. */
export interface FeedbackRecord {
  readonly id: string;
  readonly kind: FeedbackKind;
  /** Of a remark: what `subject` is an id of; null: an item. */
  readonly register: RemarkRegister | null;
  readonly subject: string | null;
  readonly subjectRev: number | null;
  readonly field: RemarkField | null;
  readonly category: string | null;
  readonly problem: string | null;
  readonly dueOn: CalendarDate | null;
  readonly reason: string | null;
  /** The group's day on which it was released. */
  readonly on: CalendarDate | null;
  readonly rev: number;
}

export const feedbackColumns: Columns<FeedbackRecord> = {
  id: uuid,
  kind: oneOf(FEEDBACK_KINDS),
  register: optional(oneOf(REMARK_REGISTERS)),
  subject: nullable(uuid),
  subjectRev: nullable(revision),
  field: optional(oneOf(ALL_REMARK_FIELDS)),
  category: nullable(words(200)),
  problem: nullable(words(1000)),
  dueOn: nullable(day),
  reason: nullable(words(1000)),
  on: nullable(day),
  rev: revision,
};

/** What it says, in the columns that it has at both ends. */
export function saidColumns(row: FeedbackRecord) {
  return {
    ...{ kind: row.kind, register: row.register, field: row.field },
    ...{ subject: row.subject, subject_rev: row.subjectRev },
    ...{ category: row.category, problem: row.problem, due_on: row.dueOn, reason: row.reason },
  };
}

/** A stretch of a template: no text of a bundle is as long as a campaign can be. */
export interface TemplateRecord {
  readonly id: string;
  readonly kind: TemplateKind;
  readonly name: string;
  /** From 0. */
  readonly part: number;
  readonly content: string;
}

export const templateColumns: Columns<TemplateRecord> = {
  id: uuid,
  kind: oneOf(TEMPLATE_KINDS),
  name: words(200),
  part: integer(0, 1000),
  content: text(PART_LENGTH),
};
