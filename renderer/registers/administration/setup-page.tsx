import './setup.css';
import { useQuery } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { useEffect, useState } from 'react';
import { useSession } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { frameText } from '../../text/frame.ts';
import { Panel } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { themeOf } from '../../ui/theme.ts';
import { administrationQueries } from './administration-queries.ts';
import { finishSetup } from './finish-setup.ts';
import { FirstAccount } from './first-account.tsx';
import { GateFrame } from './gate-frame.tsx';
import { OtherAccounts } from './other-accounts.tsx';
import { RecoveryRoom } from './recovery-room.tsx';
import { NO_ANSWERS, type SetupAnswers } from './setup-answers.ts';
import { SetupCampaign } from './setup-campaign.tsx';
import { SetupFoot } from './setup-foot.tsx';
import { SetupOffice } from './setup-office.tsx';
import { SetupRole } from './setup-role.tsx';
import { SetupSteps } from './setup-steps.tsx';
import { missingRoles } from './smallest-office.ts';
import { useLockNow } from './use-lock-now.ts';

const ACCOUNTS = 4;
const RECOVERY = 5;

/**
 * First set-up in five steps. The ledger is made in the fourth; from then on the same page serves an
 * administrator who comes back before the recovery code was typed in.
 */
export function SetupPage() {
  const identity = useSession((session) => session.identity);
  const status = useQuery(administrationQueries.status);
  const [answers, setAnswers] = useState<SetupAnswers>(NO_ANSWERS);
  const [chosenStep, setStep] = useState<number | null>(identity ? null : 1);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  useResumed(chosenStep === null, setStep);
  const lock = useLockNow();
  const step = chosenStep ?? ACCOUNTS;
  const given: SetupAnswers = { ...answers, ...identity };

  return (
    <ConfigProvider theme={themeOf(given.role)}>
      <GateFrame
        name={given.name || frameText.program}
        role={step > 1 ? given.role : null}
        demo={given.demo}
        place={setupText.title}
        today={status.data?.today}
        told={
          <>
            <span className="status-item">
              <WarningSign /> {setupText.notDone}
            </span>
            <span className="status-item">{identity ? setupText.afterMade : setupText.beforeMade}</span>
          </>
        }
      >
        <div className="setup">
          <SetupSteps step={step} answers={given} onChange={identity ? undefined : setStep} />
          <main className="setup-step">
            <header className="page-header">
              <h1>
                <span className="setup-of">{setupText.title} /</span> {setupText.steps[step - 1]}
              </h1>
              <span className="subtitle">{setupText.notes[step - 1]}</span>
              <span className="secondary actions">{setupText.stepOf(step)}</span>
            </header>
            {room()}
          </main>
        </div>
      </GateFrame>
    </ConfigProvider>
  );

  function room() {
    if (step === 1) return <SetupRole answers={given} onNext={next} />;
    if (step === 2) return <SetupOffice answers={given} onNext={next} onBack={back} />;
    if (step === 3) return <SetupCampaign answers={given} onNext={next} onBack={() => back()} />;
    if (step === ACCOUNTS && !identity)
      return <FirstAccount answers={given} onMade={setRecoveryCode} onBack={back} />;
    if (step === ACCOUNTS) return <OtherAccounts onNext={() => next()} onLater={lock} />;
    return (
      <RecoveryRoom
        code={recoveryCode}
        onCode={setRecoveryCode}
        before={
          <Panel title={setupText.recovery.print} padded className="setup-panel">
            {setupText.recovery.lost}
          </Panel>
        }
        action={setupText.recovery.finish}
        onDone={finishSetup}
      >
        {(body, button) => (
          <div className="setup-form">
            {body}
            <SetupFoot onBack={() => setStep(ACCOUNTS)} onLater={lock} note={setupText.recovery.afterwards}>
              {button}
            </SetupFoot>
          </div>
        )}
      </RecoveryRoom>
    );
  }

  function next(more: Partial<SetupAnswers> = {}): void {
    setAnswers({ ...answers, ...more });
    setStep(step + 1);
  }

  function back(more: Partial<SetupAnswers> = {}): void {
    setAnswers({ ...answers, ...more });
    setStep(step - 1);
  }
}

/** An interrupted set-up goes on at the accounts while a role is missing, else at the sheet. */
function useResumed(isResumed: boolean, goTo: (step: number) => void): void {
  const role = useSession((session) => session.identity?.role);
  const { data } = useQuery({ ...administrationQueries.accounts, enabled: isResumed });
  const goesTo = data && role && (missingRoles(role, data).length === 0 ? RECOVERY : ACCOUNTS);
  useEffect(() => {
    if (isResumed && goesTo) goTo(goesTo);
  }, [isResumed, goesTo, goTo]);
}
