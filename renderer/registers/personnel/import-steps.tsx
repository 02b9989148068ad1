import { importText } from '../../text/roster-import-page.ts';
import { StateSign, TickSign } from '../../ui/signs.tsx';

/** Where the import stands; what is done is ticked, what comes is an empty ring. */
export function ImportSteps({ current }: { readonly current: number }) {
  return (
    <ol className="import-steps" aria-label={importText.stepsLabel}>
      {importText.steps.map((step, at) => (
        <li
          key={step}
          className={at === current ? 'now' : undefined}
          aria-current={at === current ? 'step' : undefined}
        >
          {at < current ? (
            <span className="state-sign ok">
              <TickSign />
              {step}
            </span>
          ) : (
            <StateSign shape={at === current ? 'full' : 'ring'}>{step}</StateSign>
          )}
        </li>
      ))}
    </ol>
  );
}
