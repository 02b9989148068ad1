import {
  ACTION_ORIGINS,
  ACTION_VIEWS,
  type ActionOrigin,
  type ActionView,
} from '../../../shared/vocabulary/words.ts';

type Origin = ActionOrigin | 'prescribed';

/** What the room shows, as it stands in the address. */
export interface ActionsSearch {
  readonly view: ActionView;
  readonly phase: string | undefined;
  readonly origin: Origin | undefined;
  readonly unit: string | undefined;
  readonly search: string | undefined;
  /** The action that stands open beside the list. */
  readonly action: string | undefined;
  /** `yyyy-mm` of the calendar. */
  readonly month: string | undefined;
  readonly as: 'list' | 'calendar';
}

export const ACTIONS_ROOM = {
  room: 'actions',
  remembered: ['view', 'phase', 'origin', 'unit', 'as'],
  passing: ['search', 'action', 'month'],
} as const;

export const NO_FILTER = { phase: undefined, origin: undefined, unit: undefined, search: undefined } as const;

/** Words that the core does not know count as not said. */
export function actionsSearchOf(params: Readonly<Record<string, unknown>>): ActionsSearch {
  return {
    view: oneOf(ACTION_VIEWS, params.view) ?? 'all',
    phase: textOf(params.phase),
    origin: oneOf([...ACTION_ORIGINS, 'prescribed'], params.origin),
    unit: textOf(params.unit),
    search: textOf(params.search),
    action: textOf(params.action),
    month: monthOf(params.month),
    as: params.as === 'calendar' ? 'calendar' : 'list',
  };
}

export function isFiltered({ phase, origin, unit, search }: ActionsSearch): boolean {
  return [phase, origin, unit, search].some((one) => one !== undefined);
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given.slice(0, 100) : undefined;
}

function monthOf(given: unknown): string | undefined {
  return typeof given === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(given) ? given : undefined;
}

function oneOf<Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given);
}
