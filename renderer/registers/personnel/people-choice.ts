import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIdentity } from '../../state/session.ts';
import { addressOf, choiceOf, type PeopleChoice } from './people-filter.ts';

export function usePeopleChoice() {
  const { today } = useIdentity();
  const address = useSearch({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const navigate = useNavigate();
  const choice = choiceOf(address, today);
  return {
    choice,
    isNarrowed: choice.unit !== null || choice.search !== '' || choice.status !== null,
    narrow: (change: Partial<PeopleChoice>) =>
      void navigate({
        to: '/personnel',
        search: addressOf({ ...choice, ...change }, today),
        replace: true,
      }),
  };
}
