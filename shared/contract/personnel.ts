import { z } from 'zod';
import { ROW_OUTCOMES, ROW_REASONS } from '../vocabulary/import-outcomes.ts';
import { ORGAN_KINDS, POSTING_STATUSES, STAFFINGS } from '../vocabulary/words.ts';
import {
  calendarDate,
  fileContent,
  fileName,
  id,
  orderNumber,
  page,
  procedure,
  REGISTER_READERS,
  rev,
  rowVersion,
  shortText,
} from './base.ts';

const unit = z.object({
  id,
  rev,
  parent: id.nullable(),
  name: z.string(),
  kind: z.enum(ORGAN_KINDS).nullable(),
  orderNumber: z.int(),
  closedOn: z.string().nullable(),
  /** Counted people (在岗, 借入) of the unit itself today. */
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

const rosterReport = z.object({
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  held: z.int(),
  skipped: z.int(),
  droppedColumns: z.array(z.string()),
  rows: z.array(
    z.object({
      line: z.int(),
      outcome: z.enum(ROW_OUTCOMES),
      name: z.string().nullable(),
      unit: z.string().nullable(),
      reason: z.enum(ROW_REASONS).nullable(),
    }),
  ),
  applied: z.boolean(),
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
    .input(z.object({ office: id.optional() }))
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
        search: z.string().max(50).optional(),
        status: z.enum(POSTING_STATUSES).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), people: z.array(person) })),
  person: procedure
    .meta({ who: REGISTER_READERS })
    .input(z.object({ id }))
    .output(person.extend({ postings: z.array(posting) })),
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

  importRoster: procedure
    .meta({ who: ['clerk'], at: 'office' })
    .input(
      z.object({
        fileName,
        content: fileContent,
        createUnits: z.boolean().default(false),
        secondment: z.enum(['in', 'out']).optional(),
        /** The day from which all it says holds; else additions from the campaign's first day, changes from today. */
        from: calendarDate.optional(),
        apply: z.boolean().default(false),
      }),
    )
    .output(rosterReport),
};
