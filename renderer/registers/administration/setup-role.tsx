import { Button, Checkbox, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { INSTALLATION_ROLES } from '../../../shared/vocabulary/words.ts';
import { setupText } from '../../text/administration-page.ts';
import { restoreText } from '../../text/restore-page.ts';
import { Panel } from '../../ui/page.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { RestoreButton } from './restore-button.tsx';
import type { SetupAnswers } from './setup-answers.ts';
import { SetupFoot } from './setup-foot.tsx';

interface SetupRoleProps {
  readonly answers: SetupAnswers;
  readonly onNext: (more: Partial<SetupAnswers>) => void;
}

export function SetupRole({ answers, onNext }: SetupRoleProps) {
  const [role, setRole] = useState(answers.role);
  const [demo, setDemo] = useState(answers.demo);
  const [singleAccount, setSingle] = useState(answers.singleAccount);
  const text = setupText.role;
  return (
    <form className="setup-form" onSubmit={submit}>
      <Panel title={text.title} note={text.explain} padded className="setup-panel">
        <Radio.Group
          className="setup-choices"
          aria-label={text.title}
          value={role}
          onChange={({ target }) => setRole(target.value)}
        >
          {INSTALLATION_ROLES.map((one) => (
            <Radio key={one} value={one} autoFocus={one === role}>
              <b>{text.names[one]}</b> <span className="secondary">{text.does[one]}</span>
            </Radio>
          ))}
        </Radio.Group>
        <div className="setup-choices setup-kinds">
          <Checkbox checked={demo} onChange={({ target }) => setDemo(target.checked)}>
            <b>{text.demo}</b> <span className="secondary">{text.demoSays}</span>
          </Checkbox>
          <Checkbox checked={singleAccount} onChange={({ target }) => setSingle(target.checked)}>
            <b>{text.single}</b>
          </Checkbox>
          {singleAccount && (
            <p className="notice warn" role="alert">
              <WarningSign /> {text.singleSays}
            </p>
          )}
        </div>
      </Panel>
      <SetupFoot>
        <span className="secondary">{restoreText.onlyBackup}</span>
        <RestoreButton />
        <Button type="primary" htmlType="submit">
          {setupText.next}
        </Button>
      </SetupFoot>
    </form>
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    onNext({ role, demo, singleAccount });
  }
}
