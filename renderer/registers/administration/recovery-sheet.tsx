import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { groupsOf } from './recovery-groups.ts';

const text = setupText.recovery;

interface RecoverySheetProps {
  readonly code: string;
  readonly onRenew: () => void;
}

/** One page of paper. On the screen the code is covered unless somebody has to copy it by hand. */
export function RecoverySheet({ code, onRenew }: RecoverySheetProps) {
  const [isShown, setShown] = useState(false);
  const { name, code: officeCode, today } = useIdentity();
  return (
    <Panel
      title={text.print}
      foot={text.renewNote}
      className="recovery-panel"
      extra={
        <Button size="small" type="primary" onClick={() => window.print()}>
          {text.printButton}
        </Button>
      }
    >
      <article className="recovery-sheet">
        <h2>{text.sheet}</h2>
        <dl className="pairs">
          <dt>{text.fields.name}</dt>
          <dd>{name}</dd>
          <dt>{text.fields.code}</dt>
          <dd className="mono">{officeCode}</dd>
          <dt>{text.fields.date}</dt>
          <dd>{today}</dd>
        </dl>
        <ol className={isShown ? 'recovery-code shown' : 'recovery-code'}>
          {groupsOf(code).map((group, at) => (
            <li key={text.group(at + 1)}>
              <span className="secondary">{at + 1}</span>
              <span className="mono on-paper">{group}</span>
              <span className="mono covered" aria-hidden="true">
                ••••
              </span>
            </li>
          ))}
        </ol>
        <p>{text.says}</p>
        <div className="recovery-signs">
          {text.signs.map((sign) => (
            <span key={sign}>{sign}</span>
          ))}
        </div>
      </article>
      <div className="recovery-buttons">
        <span>{text.masked}</span>
        <Button onClick={onRenew}>{text.renew}</Button>
        <button type="button" className="link-button" onClick={() => setShown(!isShown)}>
          {isShown ? text.hide : text.show}
        </button>
      </div>
    </Panel>
  );
}
