import { z } from 'zod';
import {
  ALL_REMARK_FIELDS,
  FEEDBACK_FATES,
  REMARK_REGISTERS,
  TEMPLATE_KINDS,
} from '../vocabulary/remark-fields.ts';
import { ACCOUNT_ROLES, FEEDBACK_KINDS, FEEDBACK_STATES } from '../vocabulary/words.ts';
import {
  calendarDate,
  fileContent,
  fileName,
  id,
  longText,
  page,
  procedure,
  readableText,
  rev,
  rowVersion,
  shortText,
} from './base.ts';

const said = {
  kind: z.enum(FEEDBACK_KINDS),
  /** What `subject` is an id of; null where the kind tells it, or there is none. */
  register: z.enum(REMARK_REGISTERS).nullable(),
  subject: z.string().nullable(),
  /** Number or title, as the books have it now; null where they have no such record. */
  subjectName: z.string().nullable(),
  /** The field that a remark stands beside; null: the whole record. */
  field: z.enum(ALL_REMARK_FIELDS).nullable(),
  problem: z.string().nullable(),
  reason: z.string().nullable(),
  dueOn: z.string().nullable(),
};

const feedbackRow = z.object({
  ...{ id, rev, office: id },
  ...said,
  category: z.string().nullable(),
  state: z.enum(FEEDBACK_STATES),
  /** Error code: why an office could not take it up, or did not. */
  outcome: z.string().nullable(),
  /** The group's day. */
  releasedOn: z.string().nullable(),
  /** Of a remark, 已阅: the office's day; who it was is told at the office alone. */
  readOn: z.string().nullable(),
  readBy: z.string().nullable(),
  /** What the office answered to a remark, or why it did not adopt a template. */
  reply: z.string().nullable(),
  at: z.string(),
});

/** What taking in one row does. */
export const feedbackLine = z.object({
  id,
  ...said,
  fate: z.enum(FEEDBACK_FATES),
  /** notApplicable: the error code that says why. */
  why: z.string().nullable(),
  /** State of the record spoken of, before and after; null where it has none. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** What a template is made of: all of the campaign, or one action of it. */
const templateChoice = z.object({ kind: z.enum(TEMPLATE_KINDS), action: z.string().max(64).optional() });

const words = {
  field: z.enum(ALL_REMARK_FIELDS).optional(),
  category: shortText.optional(),
  problem: longText.optional(),
  dueOn: calendarDate.optional(),
  reason: longText.optional(),
};

/** Part of `exchange`. */
export const feedback = {
  /** A member drafts; nothing leaves before the leader has released it. */
  draftFeedback: procedure
    .meta({ who: ['member'], at: 'group' })
    .input(
      z.object({
        office: id.optional(),
        /** The same to several offices, a draft each; in place of `office`. */
        offices: z.array(id).min(1).max(500).optional(),
        kind: z.enum(FEEDBACK_KINDS).exclude(['evaluation']),
        /** What a remark speaks of: an item unless given. */
        register: z.enum(REMARK_REGISTERS).optional(),
        /**
         * The item spoken of, the session for `orderRework`, the period for `reopenPeriod`; not for kinds `item` and
         * `template`. A remark may go without.
         */
        subject: id.optional(),
        ...words,
        template: templateChoice.optional(),
      }),
    )
    /** The first draft; `ids` are all of them, in the order of the offices. */
    .output(feedbackRow.extend({ ids: z.array(id) })),
  /** What a draft says, whole: what is not given is left out of it. */
  editFeedback: procedure
    .meta({ who: ['member'], at: 'group' })
    .input(z.object({ id, rev, ...words }))
    .output(feedbackRow),
  /** Drafts only. */
  deleteFeedback: procedure
    .meta({ who: ['member'], at: 'group' })
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ deleted: z.int() })),
  releaseFeedback: procedure
    .meta({ who: ['leader'], at: 'group' })
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ released: z.int() })),
  feedback: procedure
    .meta({ who: 'signedIn' })
    .input(
      z.object({
        office: id.optional(),
        state: z.enum(FEEDBACK_STATES).optional(),
        kind: z.enum(FEEDBACK_KINDS).optional(),
        /** What was said of one record. */
        subject: id.optional(),
        /** Rows that a number of the work list counts. */
        matter: z.enum(['remarkUnread', 'templateWaiting']).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), feedback: z.array(feedbackRow) })),

  /** 已阅, with an answer or without; the group is told with the next report. */
  readRemark: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, reply: readableText(200).optional() }))
    .output(feedbackRow),
  /** What a template would change here; `id` is that of the feedback row that brought it. */
  template: procedure
    .meta({ who: ['clerk', 'reviewer', 'administrator'], at: 'office' })
    .input(z.object({ id }))
    .output(
      z.object({
        id,
        kind: z.enum(TEMPLATE_KINDS),
        name: z.string(),
        state: z.enum(FEEDBACK_STATES),
        /** The own campaign's version that adopting rests on. */
        rev: z.int(),
        /** Names of the preset's parts that would differ. */
        changes: z.array(z.string()),
        actions: z.array(
          z.object({
            id: z.string(),
            name: z.string().nullable(),
            phase: z.string(),
            fate: z.enum(['added', 'changed', 'unchanged']),
          }),
        ),
        /** The error code that adopting it as it stands would be refused with. */
        why: z.string().nullable(),
      }),
    ),
  /** Makes the next version of the own campaign; its actions then are the parent office's. */
  adoptTemplate: procedure
    .meta({ who: ['reviewer', 'administrator'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion.extend({ version: z.int() })),
  refuseTemplate: procedure
    .meta({ who: ['reviewer', 'administrator'], at: 'office' })
    .input(z.object({ id, reason: readableText(200) }))
    .output(feedbackRow),

  /** What waits to leave for each office, by its code. */
  outbox: procedure.meta({ who: 'signedIn', at: 'group' }).output(
    z.array(
      z.object({
        ...{ office: id, code: z.string(), name: z.string() },
        drafts: z.int(),
        /** Released since the last bundle was sealed. */
        fresh: z.int(),
        /** The last bundle of the office has not been acknowledged by one of ours yet. */
        acknowledges: z.boolean(),
        /** Our last number to it. */
        lastSequence: z.int().nullable(),
      }),
    ),
  ),
  /**
   * Seals a bundle for every office that has something new, or waits for an acknowledgement; for those that are
   * named whatever they have. One that cannot be sealed does not keep the others.
   */
  exportAll: procedure
    .meta({ who: ACCOUNT_ROLES, at: 'group' })
    .input(z.object({ offices: z.array(id).min(1).max(500).optional(), asOf: calendarDate.optional() }))
    .output(
      z.object({
        bundles: z.array(
          z.object({
            ...{ recipient: id, code: z.string(), name: z.string() },
            ...{ fileName, content: fileContent },
            ...{ sequence: z.int(), full: z.boolean(), rows: z.int(), bytes: z.int(), hash: z.string() },
          }),
        ),
        /** Offices with nothing new. */
        skipped: z.int(),
        failed: z.array(z.object({ recipient: id, name: z.string(), problem: z.string() })),
      }),
    ),
};
