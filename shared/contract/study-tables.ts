import { z } from 'zod';
import { EDUCATION_TYPES, FIGURES_BY, ORGAN_KINDS, SESSION_STATES } from '../vocabulary/words.ts';
import { calendarDate, figure, id, page, procedure, REGISTER_READERS } from './base.ts';

/** Whom a table is about: a unit alone, or with its sub-units. */
const unitAsked = { unit: id.optional(), below: z.boolean().default(false) };

/** Of approved mandatory sessions by the day; make-ups confirmed and waived by the day. */
const participation = z.object({
  /** How many sessions stand in the row. */
  sessions: z.int(),
  due: z.int(),
  present: z.int(),
  onLeave: z.int(),
  absent: z.int(),
  unmarked: z.int(),
  exempt: z.int(),
  makeupConfirmed: z.int(),
  makeupWaived: z.int(),
  participationFirst: figure,
  participationWithMakeup: figure,
  makeupCompletion: figure,
});

/** What is read off all the sessions together. */
export const studyTables = {
  /**
   * People × sessions with a list, in the order of days. A unit's people are those listed under it on the
   * session's day, and only those cells of theirs are told.
   */
  matrix: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        phase: z.string().max(64).optional(),
        from: calendarDate.optional(),
        until: calendarDate.optional(),
        ...unitAsked,
        /** Part of a person's name. */
        search: z.string().max(100).optional(),
        ...page,
      }),
    )
    .output(
      z.object({
        sessions: z.array(
          z.object({
            id,
            day: z.string().nullable(),
            title: z.string(),
            state: z.enum(SESSION_STATES),
            /** Approved and mandatory: it stands in the figures. */
            counted: z.boolean(),
          }),
        ),
        total: z.int(),
        people: z.array(
          z.object({
            person: id,
            name: z.string().nullable(),
            /** Under which the person was listed last. */
            unitName: z.string(),
            /** One character per session, see MATRIX_CELLS of rules/attendance.ts; `-`: not expected. */
            marks: z.string(),
          }),
        ),
      }),
    ),

  /**
   * Figures over approved mandatory sessions held by `asOf`, under today's knowledge. By session, unit (of the
   * person on the session's day), phase and in all the rows add up to `total`; by type a session of several types
   * stands in the row of each and once in `total`.
   */
  figures: procedure
    .meta({ who: REGISTER_READERS })
    .input(
      z.object({
        office: id.optional(),
        asOf: calendarDate,
        by: z.enum(FIGURES_BY),
        phase: z.string().max(64).optional(),
        ...unitAsked,
        type: z.enum(EDUCATION_TYPES).optional(),
        /** Of the unit, or of the nearest unit above it that has a kind. */
        organKind: z.enum(ORGAN_KINDS).optional(),
        ...page,
        limit: z.int().min(1).max(5000).default(1000),
      }),
    )
    .output(
      z.object({
        asOf: z.string(),
        /** How many rows there are, on all pages. */
        count: z.int(),
        rows: z.array(
          participation.extend({
            /** Of the session or unit; the phase's or the type's code; null in all, and for sessions of no phase. */
            id: id.nullable(),
            /** Title or unit's name; null where the id is a code. */
            name: z.string().nullable(),
            /** Of a session. */
            day: z.string().nullable(),
          }),
        ),
        total: participation,
        /** 更正中: mandatory ones, within the same filter, that would stand in the sums had they not been reopened. */
        sessionsUnderCorrection: z.int(),
      }),
    ),
};
