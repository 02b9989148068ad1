import {
  FILING_MATTERS,
  FILING_STATES,
  type FilingMatter,
  type FilingState,
} from '../../../shared/vocabulary/words.ts';
import { useRoomAddress } from '../../state/room-address.ts';

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

export function useRoomSearch(office?: string): {
  readonly search: RoomSearch;
  readonly change: ChangeSearch;
} {
  const { params, change } = useRoomAddress(office === undefined ? OWN : OF_OFFICE);
  return { search: roomSearchOf(params), change: (part) => change({ ...part }) };
}

/** The round is not: a new one begins, and whoever comes back is to see that. */
const OWN = { room: 'selfInspection', remembered: ['state', 'unit'], passing: ['search', 'matter', 'round'] };
/** Of another office the units are others. */
const OF_OFFICE = {
  room: 'selfInspection.ofOffice',
  remembered: ['state'],
  passing: ['unit', 'search', 'matter', 'round'],
};

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
