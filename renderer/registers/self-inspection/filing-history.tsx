import type { FilingState } from '../../../shared/vocabulary/words.ts';
import { signText, timeOf } from '../../text/frame.ts';
import { filingText } from '../../text/self-inspection-page.ts';
import { StateSign } from '../../ui/signs.tsx';
import { FILING_SHAPES } from './filing-signs.tsx';
import type { Filing } from './self-inspection-queries.ts';

/** Who, when, what: the newest first. */
export function FilingHistory({ filing }: { readonly filing: Filing }) {
  return (
    <section className="self-inspection-history">
      <h3>{filingText.history}</h3>
      <ol>
        {[...filing.moves].reverse().map(({ move, to, at, by, effectiveOn, reason }) => (
          <li key={`${at} ${move}`} title={timeOf(at)}>
            <span className="secondary">{signText.day(effectiveOn)}</span>
            <StateSign shape={FILING_SHAPES[to as FilingState]}>
              {filingText.movedBy(by ?? filingText.program, move)}
            </StateSign>
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
