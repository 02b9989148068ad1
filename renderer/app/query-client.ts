import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { useNotices } from '../state/notices.ts';
import { forgetPreferences } from '../state/preferences.ts';
import { endsSession } from '../state/refusals.ts';
import { useSession } from '../state/session.ts';

/** The core is on this PC: an answer is refused for a reason, and asking again gives the same. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lockWhenSignedOut }),
  mutationCache: new MutationCache({ onError: lockWhenSignedOut }),
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The host may lock by itself: when it idles, when the PC sleeps, when another page used the launch token. */
function lockWhenSignedOut(error: unknown): void {
  if (endsSession(error)) forgetContent();
}

/** After a lock neither screen nor memory holds anything of the registers but drafts. */
export function forgetContent(): void {
  useSession.getState().locked();
  useNotices.getState().dismiss();
  forgetPreferences();
  queryClient.clear();
}
