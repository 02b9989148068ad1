import { Button } from 'antd';
import { useState } from 'react';
import { typeName } from '../../state/education-types.ts';
import { campaignText, typesText as text } from '../../text/campaign-page.ts';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import type { Campaign } from './campaign-queries.ts';
import { TypesDialog } from './types-dialog.tsx';

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

export function TypesPanel({ campaign, mayChange }: PanelOfCampaign) {
  const [isOpen, setIsOpen] = useState(false);
  const { requiredTypes, offeredTypes, typeNames } = campaign;
  return (
    <Panel
      title={text.title}
      note={text.note}
      foot={text.foot(requiredTypes.length, offeredTypes.length)}
      padded
      extra={
        mayChange && (
          <Button size="small" onClick={() => setIsOpen(true)}>
            {campaignText.edit}
          </Button>
        )
      }
    >
      <dl className="pairs">
        <dt>
          <StateSign shape="full">{text.required}</StateSign>
        </dt>
        <dd>{requiredTypes.map((type) => typeName(typeNames, type)).join('、')}</dd>
        <dt>
          <StateSign shape="ring">{text.offered}</StateSign>
        </dt>
        <dd>{offeredTypes.map((type) => typeName(typeNames, type)).join('、') || '—'}</dd>
      </dl>
      {isOpen && <TypesDialog campaign={campaign} onClose={() => setIsOpen(false)} />}
    </Panel>
  );
}
