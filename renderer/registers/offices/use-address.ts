import { useNavigate, useSearch } from '@tanstack/react-router';
import { useIdentity } from '../../state/session.ts';
import { addressOf } from './offices-address.ts';

/** What of the overview is looked at, and how it is changed. */
export function useOverviewAddress() {
  const { today } = useIdentity();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    ...addressOf(search, today),
    today,
    change: (more: Readonly<Record<string, string | undefined>>) =>
      void navigate({ to: '.', search: { ...search, ...more }, replace: true }),
  };
}
