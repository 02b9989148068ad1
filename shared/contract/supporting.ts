import { z } from 'zod';
import { calendarDate, id, page, procedure, rev, rowVersion, shortText } from './base.ts';
import { counters } from './counters.ts';
import { institutions } from './institutions.ts';
import { supportingImport } from './supporting-import.ts';

/** 谈话: that somebody was talked with, when, by whom, and where the record stands; never what was said. */
const talkFields = {
  person: id,
  /** Never after today. */
  on: calendarDate,
  /** 谈话人 */
  by: shortText,
  /** Number in the record book, which stays in the cabinet. */
  recordNumber: shortText,
};

const talk = z.object({
  id,
  rev,
  person: id,
  name: z.string(),
  /** The person's unit on the day of the talk; null: none. */
  unitName: z.string().nullable(),
  on: z.string(),
  by: z.string(),
  recordNumber: z.string(),
});

export const supporting = {
  /** The latest first. Talks stay at the office: a group has none. */
  talks: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(
      z.object({
        /** Closed books, by id or code; the own ones unless named. */
        office: z.string().max(64).optional(),
        person: id.optional(),
        /** The unit of the day of the talk, those below it too. */
        unit: id.optional(),
        from: calendarDate.optional(),
        until: calendarDate.optional(),
        /** Part of a person's name, of who talked, or of the record's number. */
        search: z.string().max(100).optional(),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), talks: z.array(talk) })),
  /** Of `E` on the day those who were not talked with by then, in the order of the roster. */
  untalked: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ asOf: calendarDate, unit: id.optional(), ...page }))
    .output(
      z.object({
        /** talked + total = E, within the unit asked for. */
        talked: z.int(),
        total: z.int(),
        people: z.array(z.object({ person: id, name: z.string(), unitName: z.string() })),
      }),
    ),
  addTalk: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object(talkFields))
    .output(rowVersion),
  updateTalk: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev, ...talkFields }))
    .output(rowVersion),
  removeTalk: procedure
    .meta({ who: ['clerk', 'reviewer'], at: 'office' })
    .input(z.object({ id, rev }))
    .output(rowVersion),
  ...institutions,
  ...counters,
  ...supportingImport,
};
