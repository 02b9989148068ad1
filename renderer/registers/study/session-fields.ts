import { z } from 'zod';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES, SESSION_FORMS } from '../../../shared/vocabulary/words.ts';
import type { Session } from './study-queries.ts';

const text = z.string().nullable();

/** A session as its dialog holds it. */
export const sessionValues = z.object({
  title: text,
  phase: text,
  types: z.array(z.enum(EDUCATION_TYPES)),
  form: z.enum(SESSION_FORMS).nullable(),
  day: text,
  /** As typed: 9:00, 0900 or 14:30. */
  startsAt: text,
  endsAt: text,
  /** One line, the main venue first. */
  venues: text,
  chair: text,
  batch: text,
  mandatory: z.boolean(),
  materialNumber: text,
  /** Ids; empty means all. */
  units: z.array(z.string()),
  /** Id of the campaign's action that it fulfils. */
  action: text,
  /** What the dialog does not show and must not lose. */
  people: z.array(z.string()).nullable(),
});
export type SessionValues = z.infer<typeof sessionValues>;
export type SessionField = keyof SessionValues;

/** @param phase the campaign's phase of today */
export function emptySession(phase: string | null): SessionValues {
  return {
    title: null,
    phase,
    types: [],
    form: 'collectiveStudy',
    day: null,
    startsAt: null,
    endsAt: null,
    venues: null,
    chair: null,
    batch: null,
    mandatory: true,
    materialNumber: null,
    units: [],
    action: null,
    people: null,
  };
}

/** Between venues people write a pause mark, a comma of either width, a semicolon, or a new line. */
const BETWEEN = /[\u3001,\uff0c;\uff1b\n]/;
const PAUSE_MARK = '\u3001';

export function fieldsOf(session: Session): SessionValues {
  const { expected } = session;
  return {
    title: session.title,
    phase: session.phase ?? null,
    types: session.types ?? [],
    form: session.form ?? null,
    day: session.day,
    startsAt: session.startsAt ?? null,
    endsAt: session.endsAt ?? null,
    venues: session.venues?.join(PAUSE_MARK) || null,
    chair: session.chair ?? null,
    batch: session.batch ?? null,
    mandatory: session.mandatory ?? true,
    materialNumber: session.materialNumber ?? null,
    units: expected && 'units' in expected ? expected.units : [],
    action: session.action ?? null,
    people: expected && 'people' in expected ? expected.people : null,
  };
}

export function inputFrom({ title, venues, units, people, day, startsAt, endsAt, ...values }: SessionValues) {
  return {
    ...values,
    title: title ?? '',
    day: day as CalendarDate | null,
    startsAt: timeFrom(startsAt),
    endsAt: timeFrom(endsAt),
    venues: (venues ?? '')
      .split(BETWEEN)
      .map((venue) => venue.trim())
      .filter(Boolean),
    expected: people && units.length === 0 ? { people } : { units },
  };
}

/** `9:00`, `0900`, `9`, with a colon of either width, as hh:mm; anything else stays as it is and is refused. */
export function timeFrom(typed: string | null): string | null {
  const trimmed = typed?.normalize('NFKC').trim();
  if (!trimmed) return null;
  const parts = /^(\d{1,2}):(\d{2})$/.exec(trimmed) ?? /^(\d{1,2})(\d{2})?$/.exec(trimmed);
  return parts ? `${parts[1]?.padStart(2, '0')}:${parts[2] ?? '00'}` : trimmed;
}

/** Fields in which two versions of a session differ. */
export function differingFields(one: SessionValues, other: SessionValues): SessionField[] {
  const fields = Object.keys(one) as SessionField[];
  return fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** What was changed here, put upon what somebody else saved meanwhile. */
export function rebasedOn(theirs: SessionValues, typed: SessionValues, opened: SessionValues): SessionValues {
  const mine = differingFields(typed, opened).map((field) => [field, typed[field]]);
  return { ...theirs, ...Object.fromEntries(mine) };
}
