import './administration.css';
import { useState } from 'react';
import type { InstallationRole } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { useSession } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { frameText } from '../../text/frame.ts';
import { OfficeStrip } from './office-strip.tsx';
import { SetupAccounts } from './setup-accounts.tsx';
import { SetupCampaign } from './setup-campaign.tsx';
import { SetupOffice } from './setup-office.tsx';
import { SetupRecovery } from './setup-recovery.tsx';
import { SetupRole } from './setup-role.tsx';
import { SetupSteps } from './setup-steps.tsx';

export interface SetupAnswers {
  readonly role: InstallationRole;
  readonly demo: boolean;
  readonly singleAccount: boolean;
  readonly name: string;
  readonly code: string;
  readonly preset: string;
}

const NOTHING: SetupAnswers = {
  role: 'office',
  demo: false,
  singleAccount: false,
  name: '',
  code: '',
  preset: '2021',
};

/** Steps whose answers are settled when the ledger is made. */
const MADE_AFTER = 4;

/**
 * First set-up in five steps. The ledger is made in the fourth; from then on the same page serves an
 * administrator who comes back before the recovery code was typed in.
 */
export function SetupPage() {
  const identity = useSession((session) => session.identity);
  const [answers, setAnswers] = useState<SetupAnswers>(identity ? { ...NOTHING, ...identity } : NOTHING);
  const [step, setStep] = useState(identity ? MADE_AFTER : 1);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const next = (more: Partial<SetupAnswers> = {}) => {
    setAnswers((before) => ({ ...before, ...more }));
    setStep((before) => before + 1);
  };
  const back = () => setStep((before) => before - 1);

  return (
    <div className="gate" data-role={answers.role}>
      <OfficeStrip
        name={answers.name || frameText.program}
        {...(step > 1 ? { role: frameText.installation(answers.role) } : {})}
        place={setupText.title}
      />
      <div className="setup">
        <SetupSteps step={step} answers={answers} onChange={identity ? undefined : setStep} />
        <main className="setup-step">
          <header className="page-header">
            <h1>
              {setupText.title} / {setupText.steps[step - 1]}
            </h1>
            <span className="secondary actions">{setupText.stepOf(step)}</span>
          </header>
          {room()}
        </main>
      </div>
    </div>
  );

  function room() {
    if (step === 1) return <SetupRole answers={answers} onNext={next} />;
    if (step === 2) return <SetupOffice answers={answers} onNext={next} onBack={back} />;
    if (step === 3) return <SetupCampaign answers={answers} onNext={next} onBack={back} />;
    if (step === 4)
      return (
        <SetupAccounts
          answers={answers}
          onMade={setRecoveryCode}
          onNext={next}
          onBack={identity ? undefined : back}
        />
      );
    return <SetupRecovery code={recoveryCode} onCode={setRecoveryCode} onBack={back} onDone={finish} />;
  }
}

async function finish(): Promise<void> {
  useSession.getState().signedIn(await core.office.identity());
}
