import { useQuery } from '@tanstack/react-query';
import { useIdentity } from '../../state/session.ts';
import { figureTexts } from '../../text/figures.ts';
import { studyText } from '../../text/study-page.ts';
import { studyQueries } from './study-queries.ts';

const SHOWN = ['participationFirst', 'participationWithMakeup', 'makeupCompletion', 'coverage'] as const;

/** The study figures of today, each with its fraction; the definition stands in the title. */
export function StudyFigures() {
  const { today } = useIdentity();
  const { data } = useQuery(studyQueries.figures(today));
  if (!data) return null;
  return (
    <ul className="study-figures" aria-label={studyText.figuresLabel}>
      {SHOWN.map((id) => {
        const figure = data.figures[id];
        return (
          figure && (
            <li key={id} title={figureTexts[id].definition}>
              {studyText.figures[id]}
              {id === 'participationFirst' && <span className="wide-only">{studyText.firstTime}</span>}{' '}
              <b>{figure.text}</b>{' '}
              <span className="secondary">
                {figure.numerator}/{figure.denominator}
              </span>
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Sessions that are out of the sums while they are put right. */
export function UnderCorrection() {
  const { today } = useIdentity();
  const { data } = useQuery(studyQueries.figures(today));
  if (!data?.sessionsUnderCorrection) return null;
  return <span className="chip warn">{studyText.correcting(data.sessionsUnderCorrection)}</span>;
}
