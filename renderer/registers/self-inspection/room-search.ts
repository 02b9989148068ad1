import { useNavigate, useSearch } from '@tanstack/react-router';
import {
  FILING_MATTERS,
  FILING_STATES,
  type FilingMatter,
  type FilingState,
} from '../../../shared/vocabulary/words.ts';

export const LISTED_STATES = ['due', ...FILING_STATES] as const;
export type ListedState = 'due' | FilingState;

export interface FilingsFilter {
  readonly state: ListedState | undefined;
  readonly unit: string | undefined;
  readonly search: string | undefined;
  /** The rows of a number of the work list. */
  readonly matter: FilingMatter | undefined;
}

/** What the room shows, as it stands in the address. */
export interface RoomSearch extends FilingsFilter {
  readonly round: string | undefined;
  /** The filing that is open beside the list. */
  readonly filing: string | undefined;
}

/** Reads the address; what it does not know, such as an old link's words, counts as not given. */
export function roomSearchOf(params: Readonly<Record<string, unknown>>): RoomSearch {
  return {
    state: LISTED_STATES.find((state) => state === params.state),
    unit: textOf(params.unit),
    search: textOf(params.search),
    matter: FILING_MATTERS.find((matter) => matter === params.matter),
    round: textOf(params.round),
    filing: textOf(params.filing),
  };
}

export function isFiltered({ state, unit, search, matter }: FilingsFilter): boolean {
  return [state, unit, search, matter].some((one) => one !== undefined);
}

/** Every row of the round again. */
export const NO_FILTER: FilingsFilter = {
  state: undefined,
  unit: undefined,
  search: undefined,
  matter: undefined,
};

export type ChangeSearch = (part: Partial<RoomSearch>) => void;

export function useRoomSearch(): { readonly search: RoomSearch; readonly change: ChangeSearch } {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return { search: roomSearchOf(params), change };

  /** What changes only what is shown is no step to go back to. */
  function change(part: Partial<RoomSearch>): void {
    const next = Object.entries({ ...params, ...part }).filter(([, value]) => value !== undefined);
    void navigate({ to: '.', search: Object.fromEntries(next), replace: true });
  }
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
