import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity } from '../../state/session.ts';
import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { NumberedTitle } from './numbered-title.tsx';
import { groupsOf } from './recovery-groups.ts';

const text = setupText.recovery;

interface RecoverySheetProps {
  readonly code: string;
  readonly onRenew: () => void;
  readonly isRenewing: boolean;
  /** The sheet was sent to the printer: what comes next is typing. */
  readonly onPrinted: () => void;
}

/** One page of paper. On the screen the code is covered unless somebody has to copy it by hand. */
export function RecoverySheet({ code, onRenew, isRenewing, onPrinted }: RecoverySheetProps) {
  const [isShown, setShown] = useState(false);
  const [printedAt, setPrintedAt] = useState<string | null>(null);
  return (
    <Panel
      title={<NumberedTitle number={1}>{text.print}</NumberedTitle>}
      foot={text.renewNote}
      className="recovery-panel"
      extra={
        printedAt && (
          <span className="printed">
            <TickSign /> {text.printed(printedAt)}
          </span>
        )
      }
    >
      <Paper code={code} isShown={isShown} />
      <div className="recovery-buttons">
        <Button type="primary" autoFocus onClick={print}>
          {text.printButton}
        </Button>
        <button type="button" className="link-button" onClick={() => setShown(!isShown)}>
          {isShown ? text.hide : text.show}
        </button>
        <span className="recovery-covers">{isShown ? text.unmasked : text.masked}</span>
        <Button onClick={onRenew} loading={isRenewing}>
          {text.renew}
        </Button>
      </div>
    </Panel>
  );

  function print(): void {
    window.print();
    setPrintedAt(new Date().toISOString());
    onPrinted();
  }
}

function Paper({ code, isShown }: { readonly code: string; readonly isShown: boolean }) {
  const { name, code: officeCode, today } = useIdentity();
  return (
    <div className="recovery-desk">
      <article className="recovery-sheet">
        <h2>{text.sheet}</h2>
        <dl className="pairs">
          <dt>{text.fields.name}</dt>
          <dd>{name}</dd>
          <dt>{text.fields.code}</dt>
          <dd className="mono">{officeCode}</dd>
          <dt>{text.fields.date}</dt>
          <dd>{text.day(today)}</dd>
        </dl>
        <ol className={isShown ? 'recovery-code shown' : 'recovery-code'}>
          {groupsOf(code).map((group, at) => (
            <li key={text.group(at + 1)}>
              <span className="secondary">{at + 1}</span>
              <span className="mono on-paper">{group}</span>
              <span className="mono covered" aria-hidden="true">
                {text.covered}
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
    </div>
  );
}
