import { useRoomAddress } from '../../state/room-address.ts';
import { useIdentity } from '../../state/session.ts';
import { addressOf, choiceOf, type PeopleChoice } from './people-filter.ts';

export function usePeopleChoice() {
  const { today } = useIdentity();
  const { params, change } = useRoomAddress(ROOM);
  const choice = choiceOf(params, today);
  return {
    choice,
    isNarrowed: choice.unit !== null || choice.search !== '' || choice.status.length > 0,
    narrow: (part: Partial<PeopleChoice>) => {
      const next = addressOf({ ...choice, ...part }, today);
      // Only what was changed: what is remembered is written when one of its own words changes.
      change(Object.fromEntries(Object.keys(part).map((name) => [name, next[name]])));
    },
  };
}

const ROOM = {
  room: 'personnel',
  remembered: ['status', 'sort', 'below'],
  passing: ['unit', 'search', 'asOf'],
} as const;
