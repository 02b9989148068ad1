import { setupText } from '../../text/administration-page.ts';
import { StateSign } from '../../ui/signs.tsx';
import type { SetupAnswers } from './setup-page.tsx';

interface SetupStepsProps {
  readonly step: number;
  readonly answers: SetupAnswers;
  /** Undefined once the ledger is made: what stands in it is settled. */
  readonly onChange: ((step: number) => void) | undefined;
}

/** The steps in place of the navigation; finished ones show their answers. */
export function SetupSteps({ step, answers, onChange }: SetupStepsProps) {
  const told = [
    setupText.role.names[answers.role],
    [answers.name, answers.code].filter(Boolean).join(' · '),
    answers.preset,
    '',
    '',
  ];
  return (
    <nav className="setup-steps" aria-label={setupText.title}>
      <ol>
        {setupText.steps.map((title, at) => {
          const number = at + 1;
          const isDone = number < step;
          return (
            <li key={title} aria-current={number === step ? 'step' : undefined}>
              <StateSign
                shape={isDone ? 'full' : number === step ? 'half' : 'ring'}
                tone={isDone ? 'ok' : undefined}
              >
                <b>
                  {number} {title}
                </b>
              </StateSign>
              {isDone && <span className="secondary">{told[at]}</span>}
              {isDone && number < 4 && onChange && (
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onChange(number)}
                  aria-label={setupText.change(title)}
                >
                  {setupText.changeShort}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="secondary">{setupText.smallest}</p>
    </nav>
  );
}
