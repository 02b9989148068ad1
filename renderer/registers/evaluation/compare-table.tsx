import { evaluationText } from '../../text/evaluation-page.ts';
import type { Evaluation, Sheet } from './evaluation-queries.ts';
import { Rate } from './evaluation-signs.tsx';

const text = evaluationText.panel;

/** Each figure as it was frozen, or of a draft as of its day, beside today's. */
export function CompareTable({
  evaluation: { lines, state },
  sheet: { live },
}: {
  readonly evaluation: Evaluation;
  readonly sheet: Sheet;
}) {
  const computed = lines.flatMap((line) => (line.figure ? [{ ...line, figure: line.figure }] : []));
  if (computed.length === 0) return null;
  const title = state === 'draft' ? text.compareDraft : text.compare;
  return (
    <>
      <h3>{title}</h3>
      <table className="evaluation-compare" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            <th scope="col">{text.frozenRate}</th>
            <th scope="col">{text.todayRate}</th>
          </tr>
        </thead>
        <tbody>
          {computed.map(({ indicator, name, value, figure }) => (
            <tr key={indicator}>
              <th scope="row">{name}</th>
              <td>
                <span className={state === 'draft' ? 'evaluation-live' : undefined}>
                  <Rate value={value} />
                </span>
              </td>
              <td>
                <Rate value={live[figure]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
