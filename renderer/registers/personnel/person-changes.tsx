import { changesText as text } from '../../text/personnel-page.ts';
import { stepWord } from '../../text/steps.ts';
import { Panel } from '../../ui/page.tsx';
import type { PersonCard } from './personnel-queries.ts';

/** Who did what to this entry and when, newest first. */
export function PersonChanges({ changes }: Pick<PersonCard, 'changes'>) {
  return (
    <Panel title={text.title} foot={text.foot(changes.length)} className="person-changes">
      <ol>
        {changes.map(({ at, by, action, from, reason }) => (
          <li key={`${at} ${action}`}>
            <strong>{wordOf(action)}</strong>
            {from && <span>{text.from(from)}</span>}
            <span className="secondary">
              {by ?? text.program} {text.at(at)}
            </span>
            {reason && <p>{text.reason(reason)}</p>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Steps of the program itself have no button that would name them. */
function wordOf(action: string): string {
  if (action === 'office.undo') return text.undo;
  const word = stepWord(action);
  return word === stepWord('') ? text.other : word;
}
