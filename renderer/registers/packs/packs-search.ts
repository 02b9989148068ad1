import {
  PACK_KINDS,
  PACK_STATES,
  type PackKind,
  type PackState,
} from '../../../shared/vocabulary/pack-words.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import type { PacksFilter } from './packs-queries.ts';

/** What the room shows, as it stands in the address. */
export interface PacksSearch {
  readonly kind: PackKind;
  /** Of sign-in sheets: those of one session; undefined: of all. */
  readonly session: string | undefined;
  readonly state: PackState;
  readonly view: 'issue' | 'take';
}

/** Reads the address; what it does not know counts as not given. */
function packsSearchOf(params: Readonly<Record<string, unknown>>): PacksSearch {
  const session = typeof params.session === 'string' && params.session ? params.session : undefined;
  const kind = PACK_KINDS.find((one) => one === params.kind) ?? (session ? 'signIn' : 'roster');
  return {
    kind,
    session: kind === 'signIn' ? session : undefined,
    state: PACK_STATES.find((one) => one === params.state) ?? 'outstanding',
    view: params.view === 'take' ? 'take' : 'issue',
  };
}

export function filterOf({ kind, session }: PacksSearch): PacksFilter {
  return { kind, ...(session !== undefined && { session }) };
}

export type ChangePacksSearch = (part: Partial<PacksSearch>) => void;

export function usePacksSearch(): { readonly search: PacksSearch; readonly change: ChangePacksSearch } {
  const { params, change } = useRoomAddress(ROOM);
  return { search: packsSearchOf(params), change: (part) => change({ ...part }) };
}

const ROOM = { room: 'packs', remembered: ['kind'], passing: ['session', 'state', 'view'] } as const;
