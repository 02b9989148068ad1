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
    <p className="study-figures">
      {SHOWN.map((id) => {
        const figure = data.figures[id];
        return (
          figure && (
            <span key={id} title={figureTexts[id].definition}>
              {figureTexts[id].name} <b>{figure.text}</b>{' '}
              <span className="secondary wide-only">
                {figure.numerator}/{figure.denominator}
              </span>
            </span>
          )
        );
      })}
      {data.sessionsUnderCorrection > 0 && (
        <span className="chip warn">{studyText.correcting(data.sessionsUnderCorrection)}</span>
      )}
    </p>
  );
}
