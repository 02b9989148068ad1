import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { core } from '../../state/core.ts';
import { setupText } from '../../text/administration-page.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { SetupFoot } from './setup-foot.tsx';
import type { SetupAnswers } from './setup-page.tsx';

interface SetupCampaignProps {
  readonly answers: SetupAnswers;
  readonly onNext: (more: Partial<SetupAnswers>) => void;
  readonly onBack: () => void;
}

export function SetupCampaign({ answers, onNext, onBack }: SetupCampaignProps) {
  const presets = useQuery({ queryKey: ['presets'], queryFn: () => core.campaign.presets() });
  const [preset, setPreset] = useState(answers.preset);
  const chosen = presets.data?.find(({ id }) => id === preset);
  const text = setupText.campaign;
  return (
    <form className="setup-form" onSubmit={submit}>
      <Panel title={text.title} note={text.explain} padded className="setup-panel">
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
              { id: 'from', title: text.from, width: 160, cell: ({ beginsOn }) => beginsOn },
              { id: 'until', title: text.until, width: 160, cell: ({ endsOn }) => endsOn },
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
