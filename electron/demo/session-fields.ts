import type { Preset } from '../../shared/contract/preset.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { EducationType } from '../../shared/vocabulary/words.ts';
import type { SessionFields } from '../registers/study/study-input.ts';
import type { Randomness } from './randomness.ts';
import type { Season } from './season.ts';
import {
  BRANCH_VENUES,
  HOURS,
  MAIN_VENUE,
  MATERIAL,
  ORGAN_VENUES,
  ROTATION_TITLE,
  TOPICS,
  VISIT_VENUE,
} from './study-words.ts';

/** Who is expected, by index: everybody, an organ, or named people. */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'organ'; readonly unit: number }
  | { readonly kind: 'people'; readonly people: readonly number[] };

export type PlannedFields = Omit<SessionFields, 'expected' | 'day'> & { readonly day: CalendarDate };

/** A session's place in the campaign. */
export interface Slot {
  readonly index: number;
  readonly day: CalendarDate;
  readonly mandatory: boolean;
}

/** What the office would write down of such a session. */
export function inventFields(
  random: Randomness,
  season: Season,
  campaign: Preset,
  { index, day, mandatory }: Slot,
  audience: Audience,
  batch: string | null,
  chair: string | null,
): PlannedFields {
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
