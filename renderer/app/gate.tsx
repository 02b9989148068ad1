import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import type { ErrorCode } from '../../shared/vocabulary/error-codes.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { core } from '../state/core.ts';
import { refusalOf } from '../state/refusals.ts';
import { useSession } from '../state/session.ts';
import { frameText } from '../text/frame.ts';
import { ErrorNotice } from '../ui/notices.tsx';

const SetupPage = lazy(async () => ({ default: (await administration()).SetupPage }));
const UnlockPage = lazy(async () => ({ default: (await administration()).UnlockPage }));
const RestoreButton = lazy(async () => ({ default: (await administration()).RestoreButton }));
const Frame = lazy(async () => ({ default: (await import('./frame.tsx')).Frame }));

function administration() {
  return import('../registers/administration/index.ts');
}

/** First set-up, sign-in, or the frame: by what the data folder holds and whether it is open. */
export function Gate() {
  const identity = useSession((session) => session.identity);
  const status = useQuery({ queryKey: ['status'], queryFn: () => core.office.status(), staleTime: 0 });
  useReturnToOpenHost(status.data?.unlocked ?? false);
  if (status.error) return <Closed refusal={refusalOf(status.error)} />;
  if (!status.data) return <output className="startup">{frameText.loading}</output>;
  const { problem } = status.data;
  if (problem) return <Closed refusal={new Refusal(problem as ErrorCode)} canBeRestored />;
  return <Suspense fallback={<output className="startup">{frameText.loading}</output>}>{room()}</Suspense>;

  function room() {
    if (identity && isSetUp(identity)) return <Frame />;
    if (identity || !status.data?.initialized) return <SetupPage />;
    return <UnlockPage />;
  }
}

/** Nothing can be opened, and why. */
function Closed(props: { readonly refusal: Refusal; readonly canBeRestored?: boolean }) {
  const { refusal, canBeRestored = false } = props;
  return (
    <main className="startup">
      <h1>{frameText.closed}</h1>
      <ErrorNotice refusal={refusal}>
        {canBeRestored && (
          <Suspense fallback={null}>
            <RestoreButton />
          </Suspense>
        )}
      </ErrorNotice>
    </main>
  );
}

/** Set-up ends when the recovery code was typed back; before that an administrator goes on where it stopped. */
function isSetUp({
  recoveryConfirmed,
  account,
}: {
  recoveryConfirmed: boolean;
  account: { roles: readonly string[] } | null;
}) {
  return recoveryConfirmed || !account?.roles.includes('administrator');
}

/** A page that was loaded again finds the host as it left it. */
function useReturnToOpenHost(isUnlocked: boolean): void {
  const identity = useSession((session) => session.identity);
  const known = useQuery({
    queryKey: ['identity'],
    queryFn: () => core.office.identity(),
    enabled: isUnlocked && !identity,
    staleTime: 0,
  });
  useEffect(() => {
    if (known.data && isUnlocked && !useSession.getState().identity)
      useSession.getState().signedIn(known.data);
  }, [known.data, isUnlocked]);
}
