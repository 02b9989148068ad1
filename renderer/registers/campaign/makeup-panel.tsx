import { Button } from 'antd';
import { useState } from 'react';
import { campaignText, makeupText as text } from '../../text/campaign-page.ts';
import { NumberField } from '../../ui/fields.tsx';
import { Panel } from '../../ui/page.tsx';
import type { Campaign } from './campaign-queries.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { makeupChange } from './change-schema.ts';
import { type Grounds, NO_GROUNDS, useChange } from './use-change.ts';

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

export function MakeupPanel({ campaign, mayChange }: PanelOfCampaign) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Panel
      title={text.title}
      padded
      foot={text.roundsNote}
      extra={
        mayChange && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {campaignText.edit}
          </Button>
        )
      }
    >
      <dl className="pairs">
        <dt>{text.term}</dt>
        <dd>{text.days(campaign.makeup.termDays)}</dd>
        <dt>{text.rounds}</dt>
        <dd>
          {campaign.rounds.length === 0
            ? text.noRounds
            : campaign.rounds.map(({ number, name, beginsOn, endsOn }) => (
                <div key={number}>
                  {name} <span className="secondary">{campaignText.span(beginsOn, endsOn)}</span>
                </div>
              ))}
        </dd>
      </dl>
      {isOpen && <MakeupDialog campaign={campaign} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}

interface Values extends Grounds {
  makeup: Campaign['makeup'];
}

function MakeupDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const change = useChange<Values>({
    campaign,
    schema: makeupChange,
    defaults: { ...NO_GROUNDS, makeup: campaign.makeup },
    draft: null,
    changes: ({ makeup }) => ({ makeup }),
    onClose,
  });
  return (
    <ChangeDialog title={text.dialog} change={change}>
      <NumberField control={change.form.control} name="makeup.termDays" label={text.termDays} required />
    </ChangeDialog>
  );
}
