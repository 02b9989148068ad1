import './gate.css';
import type { ReactNode } from 'react';

interface LinesNoticeProps {
  readonly title: ReactNode;
  readonly lines: readonly (readonly [string, string])[];
}

/** What happened, what is safe, what to do next, each in a line of its own. */
export function LinesNotice({ title, lines }: LinesNoticeProps) {
  return (
    <div className="notice danger" role="alert">
      <h3>{title}</h3>
      <dl className="pairs notice-lines">
        {lines.map(([term, sentence]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
