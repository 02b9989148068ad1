import {
  PACK_KINDS,
  PACK_OCCASIONS,
  PACK_STATES,
  type PackKind,
  type PackState,
} from '../../../shared/vocabulary/pack-words.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import type { PacksFilter } from './packs-queries.ts';

/** What the room shows, as it stands in the address. */
export interface PacksSearch {
  readonly kind: PackKind;
  /** Those of one session, or of one round; undefined: of all. */
  readonly occasion: string | undefined;
  readonly state: PackState;
  readonly view: 'issue' | 'take';
}

type Params = Readonly<Record<string, unknown>>;

/** Reads the address; what it does not know counts as not given. */
export function packsSearchOf(params: Params): PacksSearch {
  const kind =
    PACK_KINDS.find((one) => one === params.kind) ??
    PACK_KINDS.find((one) => occasionIn(params, one) !== undefined) ??
    'roster';
  return {
    kind,
    occasion: occasionIn(params, kind),
    state: PACK_STATES.find((one) => one === params.state) ?? 'outstanding',
    view: params.view === 'take' ? 'take' : 'issue',
  };
}

/** An address names a session or a round by that word. */
function occasionIn(params: Params, kind: PackKind): string | undefined {
  const word = PACK_OCCASIONS[kind];
  const id = word === null ? undefined : params[word];
  return typeof id === 'string' && id ? id : undefined;
}

export function filterOf({ kind, occasion }: PacksSearch): PacksFilter {
  return { kind, ...(occasion !== undefined && { occasion }) };
}

export type ChangePacksSearch = (part: Partial<PacksSearch>) => void;

export function usePacksSearch(): { readonly search: PacksSearch; readonly change: ChangePacksSearch } {
  const { params, change } = useRoomAddress(ROOM);
  const search = packsSearchOf(params);
  return { search, change: (part) => change(addressPart(search.kind, part)) };
}

export function addressPart(now: PackKind, part: Partial<PacksSearch>): Params {
  const { occasion, ...others } = part;
  if (!('occasion' in part)) return others;
  const word = PACK_OCCASIONS[part.kind ?? now];
  return { ...others, session: undefined, round: undefined, ...(word && { [word]: occasion }) };
}

const ROOM = {
  room: 'packs',
  remembered: ['kind'],
  passing: ['session', 'round', 'state', 'view'],
} as const;
