import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { StateSign, TickSign } from '../../ui/signs.tsx';
import { administrationQueries } from './administration-queries.ts';
import type { SetupAnswers } from './setup-answers.ts';

interface SetupStepsProps {
  readonly step: number;
  readonly answers: SetupAnswers;
  /** Undefined once the ledger is made: what stands in it is settled. */
  readonly onChange: ((step: number) => void) | undefined;
}

/** The steps in place of the navigation; finished ones show their answers. */
export function SetupSteps({ step, answers, onChange }: SetupStepsProps) {
  const told = useTold(answers);
  return (
    <nav className="setup-steps" aria-label={setupText.title}>
      <ol>
        {setupText.steps.map((title, at) => {
          const number = at + 1;
          const isDone = number < step;
          return (
            <li key={title} aria-current={number === step ? 'step' : undefined}>
              <span className="setup-sign">{signOf(number, step)}</span>
              <b>
                {number}　{title}
              </b>
              {isDone && changer(number, title)}
              <span className="setup-told">
                {isDone
                  ? told[at]?.map((line) => <span key={line}>{line}</span>)
                  : number === 5 && step === 5 && <span>{setupText.recoveryPath}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="secondary">{setupText.smallest}</p>
    </nav>
  );

  function changer(number: number, title: string): ReactNode {
    if (number > 3) return null;
    if (!onChange) return <span className="secondary">{setupText.settled}</span>;
    return (
      <button
        type="button"
        className="link-button"
        onClick={() => onChange(number)}
        aria-label={setupText.change(title)}
      >
        {setupText.changeShort}
      </button>
    );
  }
}

function signOf(number: number, step: number): ReactNode {
  if (number < step) return <TickSign />;
  return <StateSign shape={number === step ? 'half' : 'ring'}>{null}</StateSign>;
}

/** The answers of each step in lines; after the ledger was made they are asked from it. */
function useTold({ role, demo, singleAccount, name, code, preset }: SetupAnswers): readonly string[][] {
  const isMade = useSession((session) => session.identity !== null);
  const presets = useQuery(administrationQueries.presets);
  const current = useQuery({ ...administrationQueries.campaign, enabled: isMade });
  const accounts = useQuery({ ...administrationQueries.accounts, enabled: isMade });
  const campaign = current.data ?? presets.data?.find(({ id }) => id === preset);
  const kinds = [demo && setupText.role.demo, singleAccount && setupText.role.single].filter(Boolean);
  return [
    [[setupText.role.names[role], ...kinds].join(' · ')],
    [name, setupText.codeIs(code)],
    campaign
      ? [
          campaign.name,
          ...campaign.phases.map((phase) => setupText.phase(phase.name, phase.beginsOn, phase.endsOn)),
        ]
      : [],
    (accounts.data ?? []).map(
      (account) => `${account.name}　${account.roles.map((one) => setupText.accounts.roles[one]).join('、')}`,
    ),
  ];
}
