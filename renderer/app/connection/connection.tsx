import { Button } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { connectCore, disconnectCore } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { connectionText, frameText } from '../../text/frame.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { queryClient } from '../query-client.ts';
import { isInShell, watchCorePorts } from './electron.ts';
import { loopbackLink } from './loopback.ts';

type State =
  | { readonly is: 'connecting' }
  | { readonly is: 'connected' }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** Nothing is shown before there is a way to the core. */
export function Connection({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<State>({ is: 'connecting' });
  const connect = useCallback(() => {
    setState({ is: 'connecting' });
    loopbackLink().then(
      (link) => {
        connectCore(link);
        setState({ is: 'connected' });
      },
      (error: unknown) => setState({ is: 'refused', refusal: refusalOf(error) }),
    );
  }, []);

  useEffect(() => {
    if (!isInShell()) return connect();
    watchCorePorts((link) => {
      connectCore(link);
      setState({ is: 'connected' });
      // Whatever waited for a core that died is asked again.
      void queryClient.invalidateQueries();
    }, disconnectCore);
  }, [connect]);

  if (state.is === 'connected') return children;
  if (state.is === 'connecting') return <output className="startup">{frameText.loading}</output>;
  return (
    <main className="startup">
      <h1>{connectionText.title}</h1>
      <ErrorNotice refusal={state.refusal}>
        <Button type="primary" onClick={connect}>
          {connectionText.retry}
        </Button>
        <span className="secondary">{connectionText.openAgain}</span>
      </ErrorNotice>
    </main>
  );
}
