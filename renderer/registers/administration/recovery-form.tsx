import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { unlockText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { countTyped } from './recovery-groups.ts';

/** The sealed sheet opens as an administrator, so that passwords can be set anew. */
export function RecoveryForm({ onBack }: { readonly onBack: () => void }) {
  const [code, setCode] = useState('');
  const open = useWrite(core.office.unlockByRecovery, {
    shownInPlace: true,
    onDone: (identity) => {
      // Whoever opens the sheet has something to do in this one room.
      window.location.hash = '#/system';
      useSession.getState().signedIn(identity);
    },
  });
  return (
    <Panel
      title={unlockText.recoveryTitle}
      note={unlockText.recoveryNote}
      padded
      foot={unlockText.forgotFoot}
    >
      <form className="unlock-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor="recovery-code">{unlockText.recoveryCode}</label>
          <Input
            id="recovery-code"
            className="mono"
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            aria-describedby="recovery-code-note"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
          <div id="recovery-code-note" className="hint">
            {unlockText.recoveryHint(countTyped(code))}
          </div>
        </div>
        <p className="secondary">{unlockText.recoverySays}</p>
        <ErrorNotice refusal={open.error} />
        <div className="unlock-buttons">
          <Button type="primary" htmlType="submit" loading={open.isPending} disabled={code.trim() === ''}>
            {unlockText.open}
          </Button>
          <button type="button" className="link-button" onClick={onBack}>
            {unlockText.usePassword}
          </button>
        </div>
      </form>
    </Panel>
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!open.isPending && code.trim() !== '') open.mutate({ code });
  }
}
