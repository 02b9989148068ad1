import { addDays, type CalendarDate, calendarDate, daysBetween } from '../vocabulary/dates.ts';
import type { ActionMeeting, ActionOrigin } from '../vocabulary/words.ts';

export interface DefinedPhase {
  readonly id: string;
  readonly beginsOn: string;
  readonly endsOn: string;
}

/** An action as the campaign defines it. */
export interface DefinedAction {
  readonly id: string;
  readonly phase: string;
  /** Null: a placeholder, of which nothing is planned. */
  readonly name: string | null;
  readonly origin: ActionOrigin;
  readonly meeting?: ActionMeeting | undefined;
  readonly recurrence:
    | { readonly kind: 'once' }
    | { readonly kind: 'monthly' }
    | { readonly kind: 'times'; readonly times: number };
}

/** One occurrence of an action. */
export interface Occurrence {
  readonly definition: string;
  readonly phase: string;
  readonly origin: ActionOrigin;
  readonly meeting: ActionMeeting | null;
  readonly name: string;
  /** From 1 within its action. */
  readonly ordinal: number;
  /** yyyy-mm, of a monthly action. */
  readonly month: string | null;
  readonly fromOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/**
 * What the named actions of a campaign ask for: one occurrence in the whole phase; one in each calendar month that
 * touches it; or one in each of N equal spans. Each is due on the last day of its span.
 */
export function occurrences(
  actions: readonly DefinedAction[],
  phases: readonly DefinedPhase[],
): Occurrence[] {
  return actions.flatMap((action) => {
    const phase = phases.find(({ id }) => id === action.phase);
    const { name } = action;
    if (!phase || name === null) return [];
    return spansOf(action, spanOf(phase)).map((span, index) => ({
      definition: action.id,
      phase: phase.id,
      origin: action.origin,
      meeting: action.meeting ?? null,
      name,
      ordinal: index + 1,
      ...span,
    }));
  });
}

/** An occurrence that stands, and whether somebody moved or edited it. */
export interface HeldOccurrence extends Occurrence {
  readonly touched: boolean;
}

export interface PlanSteps<Held> {
  readonly added: readonly Occurrence[];
  readonly changed: readonly { readonly held: Held; readonly to: Occurrence }[];
  readonly removed: readonly Held[];
  /** Touched, and not as the campaign has it; `to` null: it is in the campaign no more. */
  readonly kept: readonly { readonly held: Held; readonly to: Occurrence | null }[];
  readonly unchanged: number;
}

/** How what stands becomes what the campaign asks for: untouched occurrences follow it, touched ones stay. */
export function planSteps<Held extends HeldOccurrence>(
  wanted: readonly Occurrence[],
  held: readonly Held[],
): PlanSteps<Held> {
  const standing = new Map(held.map((one) => [keyOf(one), one]));
  const wantedKeys = new Set(wanted.map(keyOf));
  const pairs = wanted.flatMap((to) => {
    const one = standing.get(keyOf(to));
    return one ? [{ held: one, to }] : [];
  });
  const differing = pairs.filter((pair) => differs(pair.held, pair.to));
  const gone = held.filter((one) => !wantedKeys.has(keyOf(one)));
  return {
    added: wanted.filter((one) => !standing.has(keyOf(one))),
    changed: differing.filter((pair) => !pair.held.touched),
    removed: gone.filter(({ touched }) => !touched),
    kept: [
      ...differing.filter((pair) => pair.held.touched),
      ...gone.filter(({ touched }) => touched).map((one) => ({ held: one, to: null })),
    ],
    unchanged: pairs.length - differing.length,
  };
}

interface Span {
  readonly month: string | null;
  readonly fromOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

function spansOf({ recurrence }: DefinedAction, whole: Span): Span[] {
  if (recurrence.kind === 'once') return [whole];
  return recurrence.kind === 'monthly' ? monthsOf(whole) : partsOf(whole, recurrence.times);
}

function spanOf({ beginsOn, endsOn }: DefinedPhase): Span {
  return { month: null, fromOn: calendarDate(beginsOn), dueOn: calendarDate(endsOn) };
}

function monthsOf({ fromOn, dueOn }: Span): Span[] {
  const spans: Span[] = [];
  for (let from = fromOn; from <= dueOn; ) {
    const next = nextMonth(from);
    const last = addDays(next, -1);
    spans.push({ month: from.slice(0, 7), fromOn: from, dueOn: last < dueOn ? last : dueOn });
    from = next;
  }
  return spans;
}

/** The first day of the month after. */
function nextMonth(day: CalendarDate): CalendarDate {
  const beyond = addDays(calendarDate(`${day.slice(0, 7)}-01`), 31);
  return addDays(beyond, 1 - Number(beyond.slice(8)));
}

/** Where there are more parts than days, a day belongs to several. */
function partsOf({ fromOn, dueOn }: Span, times: number): Span[] {
  const days = daysBetween(fromOn, dueOn) + 1;
  return Array.from({ length: times }, (_, index) => {
    const first = Math.floor((index * days) / times);
    const last = Math.max(first, Math.floor(((index + 1) * days) / times) - 1);
    return { month: null, fromOn: addDays(fromOn, first), dueOn: addDays(fromOn, last) };
  });
}

function keyOf({ definition, month, ordinal }: Occurrence): string {
  return `${definition} ${month ?? ordinal}`;
}

/** A number within its action alone makes no difference to one that was touched. */
function differs(held: HeldOccurrence, to: Occurrence): boolean {
  const fields = ['phase', 'origin', 'meeting', 'name', 'fromOn', 'dueOn'] as const;
  return (!held.touched && held.ordinal !== to.ordinal) || fields.some((field) => held[field] !== to[field]);
}
