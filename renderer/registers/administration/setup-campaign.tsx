import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { setupText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { administrationQueries } from './administration-queries.ts';
import type { SetupAnswers } from './setup-answers.ts';
import { SetupFoot } from './setup-foot.tsx';

interface SetupCampaignProps {
  readonly answers: SetupAnswers;
  readonly onNext: (more: Partial<SetupAnswers>) => void;
  readonly onBack: () => void;
}

export function SetupCampaign({ answers, onNext, onBack }: SetupCampaignProps) {
  const presets = useQuery(administrationQueries.presets);
  const [preset, setPreset] = useState(answers.preset);
  const chosen = presets.data?.find(({ id }) => id === preset);
  const text = setupText.campaign;
  return (
    <form className="setup-form" onSubmit={submit}>
      <Panel title={text.title} note={text.explain} padded className="setup-panel">
        {presets.error && <ErrorNotice refusal={refusalOf(presets.error)} />}
        <Radio.Group
          className="setup-choices"
          aria-label={text.preset}
          value={preset}
          onChange={({ target }) => setPreset(target.value)}
        >
          {presets.data?.map(({ id, name }) => (
            <Radio key={id} value={id} autoFocus={id === preset}>
              <b>{name}</b>
            </Radio>
          ))}
        </Radio.Group>
        {chosen && (
          <SimpleTable
            label={text.title}
            rows={chosen.phases}
            rowKey={({ id }) => id}
            columns={[
              { id: 'phase', title: text.phase, cell: ({ name }) => name },
              { id: 'from', title: text.from, cell: ({ beginsOn }) => text.day(beginsOn) },
              { id: 'until', title: text.until, cell: ({ endsOn }) => text.day(endsOn) },
            ]}
          />
        )}
      </Panel>
      <SetupFoot onBack={onBack}>
        <Button type="primary" htmlType="submit" disabled={!chosen}>
          {setupText.next}
        </Button>
      </SetupFoot>
    </form>
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen) onNext({ preset });
  }
}
