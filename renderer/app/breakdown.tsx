import { Component, type ReactNode } from 'react';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { connectionText } from '../text/frame.ts';
import { ErrorNotice } from '../ui/notices.tsx';

interface State {
  readonly isBroken: boolean;
}

/** A page that fails, or a part of it that cannot be read, says so in words; what was saved is in the core. */
export class Breakdown extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}

export function BrokenPage() {
  return (
    <main className="startup">
      <h1>{connectionText.broken}</h1>
      <ErrorNotice refusal={new Refusal('internal')}>
        <button type="button" className="link-button" onClick={() => location.reload()}>
          {connectionText.reload}
        </button>
      </ErrorNotice>
    </main>
  );
}
