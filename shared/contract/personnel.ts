import { z } from 'zod';
import {
  FILING_STATES,
  MAKEUPS,
  MARKS,
  ORGAN_KINDS,
  PEOPLE_SORTS,
  POSTING_STATUSES,
  SESSION_STATES,
  STAFFINGS,
} from '../vocabulary/words.ts';
import {
  calendarDate,
  id,
  longText,
  orderNumber,
  page,
  procedure,
  REGISTER_READERS,
  rev,
  rowVersion,
  shortText,
} from './base.ts';
import { rosterImport } from './roster-import.ts';

const unit = z.object({
  id,
  rev,
  parent: id.nullable(),
  name: z.string(),
  kind: z.enum(ORGAN_KINDS).nullable(),
  orderNumber: z.int(),
  /** The first day on which it is no more. */
  closedOn: z.string().nullable(),
  /** Counted people (在岗, 借入) of the unit itself on the day asked for. */
  people: z.int(),
});

const posting = z.object({
  id,
  rev,
  unit: id,
  unitName: z.string(),
  status: z.enum(POSTING_STATUSES),
  from: z.string(),
  /** The first day no longer there. */
  until: z.string().nullable(),
});

/** What was done to a person's row or postings, as far as the history still tells it. */
const change = z.object({
  at: z.string(),
  /** The account's name; null: the program itself. */
  by: z.string().nullable(),
  /** The procedure, such as `personnel.transfer`; `office.undo` where one was taken back. */
  action: z.string(),
  /** The day from which it holds, where it was told one. */
  from: z.string().nullable(),
  reason: z.string().nullable(),
});

/** How far a person's absences are made good, all sessions together; marks are not added up. */
const makeupCounts = z.object({
  /** 待补 */
  pending: z.int(),
  /** 已补待确认 */
  done: z.int(),
});

export const person = z.object({
  id,
  rev,
  /** Null for a person known by pseudonym only. */
  name: z.string().nullable(),
  post: z.string().nullable(),
  staffing: z.enum(STAFFINGS).nullable(),
  orderNumber: z.int().nullable(),
  disambiguator: z.string().nullable(),
  /** The posting of the day asked for. */
  unit: id.nullable(),
  unitName: z.string().nullable(),
  status: z.enum(POSTING_STATUSES).nullable(),
});

const personFields = {
  name: shortText,
  post: shortText.nullable().default(null),
  staffing: z.enum(STAFFINGS).nullable().default(null),
  orderNumber: orderNumber.nullable().default(null),
  disambiguator: shortText.nullable().default(null),
};

export const personnel = {
  units: procedure
    .meta({ who: 'signedIn' })
    .input(z.object({ office: id.optional(), asOf: calendarDate.optional() }))
    .output(z.array(unit)),
  createUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        name: shortText,
        parent: id.nullable().default(null),
        kind: z.enum(ORGAN_KINDS).nullable().default(null),
        orderNumber: orderNumber.optional(),
      }),
    )
    .output(rowVersion),
  updateUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, name: shortText, kind: z.enum(ORGAN_KINDS).nullable(), orderNumber }))
    .output(rowVersion),
  /** Below another unit, or to the top; never below itself. */
  moveUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, parent: id.nullable(), orderNumber: orderNumber.optional() }))
    .output(rowVersion),
  /** `on` is the first day on which it is no more: by then nobody belongs there and no unit below it is open. */
  closeUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, on: calendarDate }))
    .output(rowVersion),
  reopenUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),
  /** From `on` on all its people belong to `into`, its open sub-units stand below that, and it is closed. */
  mergeUnits: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, into: id, on: calendarDate }))
    .output(
      rowVersion.extend({
        /** People who belong to `into` by it. */
        people: z.int(),
        /** Sub-units that stand below `into` now. */
        units: z.int(),
        /** Sessions of that day or later, or of none yet, not held, whose list still names it: to be looked at. */
        sessions: z.int(),
      }),
    ),
  /** Only one that nothing ever named: what has a history is closed. */
  removeUnit: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),

  /** E: people with a counted posting on the day. */
  headcount: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ office: id.optional(), asOf: calendarDate }))
    .output(z.object({ people: z.int() })),
  people: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        asOf: calendarDate.optional(),
        unit: id.optional(),
        /** Of the unit with all units below it. */
        below: z.boolean().default(false),
        /** Part of the name; or its pinyin (`zhangsan`, `zhang san`) or initials (`zs`), from any syllable on. */
        search: z.string().max(50).optional(),
        /** One, or any of several. */
        status: z.union([z.enum(POSTING_STATUSES), z.array(z.enum(POSTING_STATUSES)).min(1)]).optional(),
        sort: z.enum(PEOPLE_SORTS).default('order'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), people: z.array(person) })),
  person: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(
      person.extend({
        postings: z.array(posting),
        /** Newest first, 100 at most; empty for another office's people. */
        changes: z.array(change),
      }),
    ),
  /** Where the registers name a person; the page is one of the attendance. */
  references: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id, ...page }))
    .output(
      z.object({
        attendance: z.object({
          total: z.int(),
          makeups: makeupCounts,
          /** Latest day first. */
          rows: z.array(
            z.object({
              session: id,
              title: z.string(),
              day: z.string().nullable(),
              state: z.enum(SESSION_STATES),
              /** Of the person on the session's day. */
              unitName: z.string(),
              mark: z.enum(MARKS),
              makeup: z.enum(MAKEUPS),
              makeupOn: z.string().nullable(),
            }),
          ),
        }),
        /** Latest round first. */
        filings: z.array(
          z.object({
            id,
            round: id,
            roundName: z.string(),
            filedOn: z.string(),
            state: z.enum(FILING_STATES),
          }),
        ),
      }),
    ),
  addPerson: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        ...personFields,
        unit: id,
        status: z.enum(POSTING_STATUSES).default('onDuty'),
        from: calendarDate.optional(),
      }),
    )
    .output(rowVersion),
  updatePerson: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ id, rev, ...personFields }))
    .output(rowVersion),
  /** From `from` on the person belongs to `unit` with `status`; earlier postings stay as they were. */
  transfer: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ id, rev, unit: id, status: z.enum(POSTING_STATUSES), from: calendarDate }))
    .output(rowVersion),
  /**
   * The whole history of a person, in order, in place of the one that stands: back-dated postings come in by it.
   * Frozen lists of sessions stay as they are.
   */
  correctPostings: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        id,
        rev,
        reason: longText,
        postings: z
          .array(
            z.object({
              unit: id,
              status: z.enum(POSTING_STATUSES),
              from: calendarDate,
              /** The first day no longer there; days that no posting covers are allowed. */
              until: calendarDate.nullable(),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(rowVersion),
  /** Only of a person added in error, whom no other register names. */
  removePerson: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),

  ...rosterImport,
};
