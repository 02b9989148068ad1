import './recovery.css';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { RecoveryCases } from './recovery-cases.tsx';
import { groupsOf, matches } from './recovery-groups.ts';
import { RecoverySheet } from './recovery-sheet.tsx';
import { RecoveryTyping } from './recovery-typing.tsx';

interface RecoveryRoomProps {
  /** Null: there is none on this page, and a new one has to be made. */
  readonly code: string | null;
  readonly onCode: (code: string) => void;
  /** What is said before a new code is made. */
  readonly before: ReactNode;
  /** What the last button is called. */
  readonly action: string;
  readonly onDone: () => Promise<void>;
  /** Sets the body and the last button into the page or the dialog. */
  readonly children: (body: ReactNode, finish: ReactNode) => ReactNode;
}

const text = setupText.recovery;

/** The sheet is printed and its code typed back from the paper, which proves that it can be read. */
export function RecoveryRoom({ code, onCode, before, action, onDone, children }: RecoveryRoomProps) {
  const [typed, setTyped] = useState<readonly string[]>([]);
  const typing = useRef<HTMLDivElement>(null);
  const finish = useRef<HTMLButtonElement>(null);
  const renew = useWrite(() => core.office.renewRecovery(), {
    shownInPlace: true,
    onDone: ({ recoveryCode }) => {
      setTyped([]);
      onCode(recoveryCode);
    },
  });
  const confirm = useWrite(
    async (whole: string) => {
      await core.office.confirmRecovery({ code: whole });
      await onDone();
    },
    { shownInPlace: true },
  );
  const groups = code ? groupsOf(code) : [];
  const left = groups.filter((group, at) => !matches(typed[at] ?? '', group)).length;
  const isComplete = code !== null && left === 0;
  useEffect(() => {
    if (isComplete) finish.current?.focus();
  }, [isComplete]);

  if (!code)
    return children(
      <div className="recovery-before">
        {before}
        <ErrorNotice refusal={renew.error} />
      </div>,
      <Button key="renew" type="primary" autoFocus loading={renew.isPending} onClick={() => renew.mutate()}>
        {text.renewStart}
      </Button>,
    );
  return children(
    <div className="recovery">
      <RecoverySheet
        key={code}
        code={code}
        onRenew={() => renew.mutate()}
        isRenewing={renew.isPending}
        onPrinted={() => typing.current?.querySelector('input')?.focus()}
      />
      <div className="recovery-right" ref={typing}>
        <RecoveryTyping groups={groups} typed={typed} onTyped={setTyped} onEnter={send} />
        <ErrorNotice refusal={confirm.error ?? renew.error} />
        <RecoveryCases />
      </div>
    </div>,
    <Button
      key="finish"
      ref={finish}
      type="primary"
      disabled={!isComplete}
      loading={confirm.isPending}
      onClick={send}
    >
      {isComplete ? action : text.remaining(action, left)}
    </Button>,
  );

  function send(): void {
    if (isComplete && !confirm.isPending) confirm.mutate(typed.join('-'));
  }
}
