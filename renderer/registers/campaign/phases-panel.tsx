import { Button } from 'antd';
import { useState } from 'react';
import { useIdentity } from '../../state/session.ts';
import { campaignText, phasesText as text } from '../../text/campaign-page.ts';
import { phaseStageWords } from '../../text/words.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { Campaign, Phase } from './campaign-queries.ts';
import { PhasesDialog } from './phases-dialog.tsx';
import { standing } from './timeline-panel.tsx';
import { lengthOf } from './timeline-scale.ts';

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

export function PhasesPanel({ campaign, mayChange }: PanelOfCampaign) {
  const { today } = useIdentity();
  const [isOpen, setIsOpen] = useState(false);
  const { name, from, until, days, stage, actions, stands } = text.columns;
  return (
    <Panel
      title={text.title}
      note={text.note}
      foot={text.foot(campaign.phases.length)}
      extra={
        mayChange && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {campaignText.edit}
          </Button>
        )
      }
    >
      <SimpleTable<Phase>
        label={text.title}
        rows={campaign.phases}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: name, cell: (phase) => <b>{phase.name}</b> },
          { id: 'from', title: from, width: 116, cell: ({ beginsOn }) => campaignText.day(beginsOn) },
          { id: 'until', title: until, width: 116, cell: ({ endsOn }) => campaignText.day(endsOn) },
          { id: 'days', title: days, width: 56, align: 'number', cell: (phase) => lengthOf(phase) },
          {
            id: 'stage',
            title: stage,
            width: 72,
            wideOnly: true,
            cell: (phase) => phaseStageWords[phase.stage],
          },
          {
            id: 'actions',
            title: actions,
            width: 136,
            wideOnly: true,
            cell: ({ id }) => counted(campaign, id),
          },
          { id: 'stands', title: stands, width: 124, cell: (phase) => standing(phase, today) },
        ]}
      />
      {isOpen && <PhasesDialog campaign={campaign} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}

function counted({ actions }: Campaign, phase: string): string {
  const here = actions.filter((action) => action.phase === phase && !action.meeting);
  const named = here.filter(({ name }) => name !== null).length;
  return text.actions(named, here.length - named);
}
