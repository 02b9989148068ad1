import type { Preset } from '../../shared/contract/preset.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { EducationType } from '../../shared/vocabulary/words.ts';
import type { SessionFields } from '../registers/study/study-input.ts';
import { type AttendancePlan, planAttendance } from './attendance-plan.ts';
import { allot, type Randomness, randomness } from './randomness.ts';
import { type Season, spreadDays } from './season.ts';
import { presentOn, type StaffPlan } from './staff-plan.ts';
import {
  BATCHES,
  BRANCH_VENUES,
  HOURS,
  MAIN_VENUE,
  MATERIAL,
  ORGAN_VENUES,
  ROTATION_TITLE,
  TOPICS,
  VISIT_VENUE,
} from './study-words.ts';

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

/** Who is expected, by index: everybody, an organ, or named people. */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'organ'; readonly unit: number }
  | { readonly kind: 'people'; readonly people: readonly number[] };

export interface PlannedSession extends AttendancePlan {
  readonly fields: Omit<SessionFields, 'expected' | 'day'> & { readonly day: CalendarDate };
  readonly audience: Audience;
  readonly fate: SessionFate;
}

/** Sessions in the order of their days. The first ones reach everybody with every type the campaign requires. */
export function planSessions(
  seed: number,
  season: Season,
  campaign: Preset,
  staff: StaffPlan,
  count: number,
): PlannedSession[] {
  const random = randomness(seed, 'sessions');
  const days = daysOf(season, count);
  const fates = fatesOf(random, campaign, count);
  return days.map((day, index) => {
    const fate = fates[index] ?? 'approved';
    const slot = { index, day, mandatory: isCore(campaign, index) || random.chance(0.8) };
    return inventSession(random, season, campaign, staff, slot, fate);
  });
}

interface Slot {
  readonly index: number;
  readonly day: CalendarDate;
  readonly mandatory: boolean;
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
    fields: fieldsOf(random, season, campaign, slot, audience, batch, chairOf(staff, among)),
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

function fieldsOf(
  random: Randomness,
  season: Season,
  campaign: Preset,
  { index, day, mandatory }: Slot,
  audience: Audience,
  batch: string | null,
  chair: string | null,
): PlannedSession['fields'] {
  const types = typesOf(random, campaign, index, audience);
  const topic =
    audience.kind === 'people'
      ? { title: ROTATION_TITLE, form: 'rotationTraining' as const }
      : random.pick(TOPICS[types[0] ?? 'political']);
  const phase = season.phases.findLast(({ beginsOn }) => beginsOn <= day)?.id ?? null;
  const [startsAt, endsAt] = random.pick(HOURS);
  const ownTime = topic.form === 'selfStudy';
  return {
    title: batch ? `${topic.title}（${batch}）` : topic.title,
    phase,
    types,
    form: topic.form,
    action: actionOf(random, campaign, phase),
    day,
    startsAt: ownTime ? null : startsAt,
    endsAt: ownTime ? null : endsAt,
    venues: venuesOf(random, topic.form === 'visit', audience),
    chair: ownTime ? null : chair,
    batch,
    mandatory,
    materialNumber: `${MATERIAL.prefix}〔${day.slice(0, 4)}〕${index + 1}号`,
  };
}

/** Sessions for everybody take the required types in turn; the others mix what is offered too. */
function typesOf(random: Randomness, campaign: Preset, index: number, audience: Audience): EducationType[] {
  const { required, offered } = campaign.educationTypes;
  const turn = required[Math.floor(index / 2) % required.length] ?? 'political';
  if (audience.kind === 'everybody') return random.chance(0.2) ? [turn, ...offered.slice(0, 1)] : [turn];
  const [first = turn, second = turn] = random.shuffle([...required, ...offered]);
  return random.chance(0.3) ? [first, second] : [first];
}

function actionOf(random: Randomness, campaign: Preset, phase: string | null): string | null {
  const named = campaign.actions.filter((one) => one.phase === phase && one.name !== null && !one.meeting);
  return named.length > 0 && random.chance(0.4) ? random.pick(named).id : null;
}

function venuesOf(random: Randomness, away: boolean, audience: Audience): string[] {
  if (away) return [VISIT_VENUE];
  if (audience.kind === 'everybody') return [MAIN_VENUE, ...BRANCH_VENUES];
  return [random.pick(ORGAN_VENUES)];
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
