import type { Preset } from '../../shared/contract/preset.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import { type AttendancePlan, planAttendance } from './attendance-plan.ts';
import { allot, type Randomness, randomness } from './randomness.ts';
import { type Season, spreadDays } from './season.ts';
import { type Audience, inventFields, type PlannedFields, type Slot } from './session-fields.ts';
import { presentOn, type StaffPlan } from './staff-plan.ts';
import { BATCHES } from './study-words.ts';

/** Where a session's life stands at the end; `corrected`: approved and reopened 更正. */
export type SessionFate = keyof typeof FATES | 'approved';

const FATES = {
  held: 0.03,
  submitted: 0.04,
  returned: 0.03,
  corrected: 0.03,
  cancelled: 0.03,
  scheduled: 0.02,
  draft: 0.02,
} as const;

export interface PlannedSession extends AttendancePlan {
  readonly fields: PlannedFields;
  readonly audience: Audience;
  readonly fate: SessionFate;
}

/**
 * Sessions in the order of their days, one at a time: their marks are many. The first ones reach everybody with
 * every type that the campaign requires.
 */
export function* planSessions(
  seed: number,
  season: Season,
  campaign: Preset,
  staff: StaffPlan,
  count: number,
): Generator<PlannedSession> {
  const random = randomness(seed, 'sessions');
  const days = daysOf(season, count);
  const fates = fatesOf(random, campaign, count);
  for (const [index, day] of days.entries()) {
    const slot = { index, day, mandatory: isCore(campaign, index) || random.chance(0.8) };
    yield inventSession(random, season, campaign, staff, slot, fates[index] ?? 'approved');
  }
}

function inventSession(
  random: Randomness,
  season: Season,
  campaign: Preset,
  staff: StaffPlan,
  slot: Slot,
  fate: SessionFate,
): PlannedSession {
  const listed = presentOn(staff, slot.day);
  const rotation = ROTATION_SLOTS.indexOf(slot.index % 10);
  const audience = audienceOf(random, staff, listed, slot.index, rotation);
  const among = listedAmong(staff, listed, audience);
  const batch = audience.kind === 'people' ? (BATCHES[rotation] ?? null) : null;
  return {
    fields: inventFields(random, season, campaign, slot, audience, batch, chairOf(staff, among)),
    audience,
    fate,
    ...planAttendance(random, season, campaign.makeup.termDays, staff, slot.day, among, fate === 'held'),
  };
}

/** Of every ten sessions, those of the two batches of 轮训; the even ones are for everybody. */
const ROTATION_SLOTS: readonly number[] = [5, 7];

type Listed = ReturnType<typeof presentOn>;

function audienceOf(
  random: Randomness,
  staff: StaffPlan,
  listed: Listed,
  index: number,
  rotation: number,
): Audience {
  if (index % 2 === 0) return { kind: 'everybody' };
  if (rotation >= 0) {
    const people = listed
      .map(({ person }) => person)
      .filter((person) => staff.people[person]?.leads)
      .filter((_, place) => place % BATCHES.length === rotation);
    return people.length > 0 ? { kind: 'people', people } : { kind: 'everybody' };
  }
  const organs = [...new Set(listed.map(({ unit }) => staff.units[unit]?.organ ?? 0))];
  return organs.length > 0 ? { kind: 'organ', unit: random.pick(organs) } : { kind: 'everybody' };
}

function listedAmong({ units }: StaffPlan, listed: Listed, audience: Audience): Listed {
  if (audience.kind === 'everybody') return listed;
  if (audience.kind === 'organ') return listed.filter(({ unit }) => units[unit]?.organ === audience.unit);
  const named = new Set(audience.people);
  return listed.filter(({ person }) => named.has(person));
}

/** The first on the list: the highest there. */
function chairOf({ people }: StaffPlan, [first]: Listed): string | null {
  return first ? (people[first.person]?.name ?? null) : null;
}

/** Most sessions lie in the first phase; a campaign of one phase has them all in it. */
function daysOf({ phases }: Season, count: number): CalendarDate[] {
  const weights = phases.map((_, index) => 0.5 ** index);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return phases.flatMap(({ beginsOn, endsOn }, index) => {
    const until = before + (weights[index] ?? 0) / whole;
    const sessions = Math.round(until * count) - Math.round(before * count);
    before = until;
    return spreadDays(beginsOn, endsOn, sessions);
  });
}

/** Nothing odd happens to the ones that must count; what has not been held yet comes last. */
function fatesOf(random: Randomness, campaign: Preset, count: number): SessionFate[] {
  const slots = Array.from({ length: count }, (_, index) => index);
  const free = slots.filter((index) => !isCore(campaign, index));
  const fates = allot<SessionFate>(random, free.length, FATES, 'approved');
  const isOpen = (fate: SessionFate) => fate === 'draft' || fate === 'scheduled';
  const inOrder = [...fates.filter((fate) => !isOpen(fate)), ...fates.filter(isOpen)];
  const given = new Map(free.map((index, place) => [index, inOrder[place] ?? 'approved']));
  return slots.map((index) => given.get(index) ?? 'approved');
}

/** The first round of sessions for everybody: one for each type that the campaign requires. */
function isCore({ educationTypes }: Preset, index: number): boolean {
  return index % 2 === 0 && index < 2 * educationTypes.required.length;
}
