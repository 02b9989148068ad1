import { Button } from 'antd';
import { useState } from 'react';
import { campaignText, indicatorsText as text } from '../../text/campaign-page.ts';
import { figureTexts } from '../../text/figures.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { Campaign, IndicatorGroup } from './campaign-queries.ts';
import { IndicatorsDialog } from './indicators-dialog.tsx';

type Indicator = IndicatorGroup['indicators'][number];

interface PanelOfCampaign {
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

/** 四看, 五查, 六评, or whatever a campaign evaluates by. */
export function IndicatorsPanel({ campaign, mayChange }: PanelOfCampaign) {
  const [open, setOpen] = useState<'add' | IndicatorGroup | null>(null);
  const { evaluation, phases } = campaign;
  const indicators = evaluation.reduce((sum, group) => sum + group.indicators.length, 0);
  const phaseOf = ({ phase }: IndicatorGroup) =>
    phases.find(({ id }) => id === phase)?.name ?? text.everyPhase;
  const add = mayChange && (
    <Button size="small" onClick={() => setOpen('add')}>
      {text.addGroup}
    </Button>
  );
  return (
    <div className="campaign-groups">
      {evaluation.length === 0 && (
        <Panel title={text.title} extra={add}>
          <Empty>{text.empty}</Empty>
        </Panel>
      )}
      {evaluation.map((group, place) => (
        <Panel
          key={group.id}
          title={group.name}
          note={place === 0 ? `${phaseOf(group)} · ${text.note}` : phaseOf(group)}
          foot={place === evaluation.length - 1 && text.foot(evaluation.length, indicators)}
          extra={
            <>
              {place === 0 && add}
              {mayChange && (
                <button type="button" className="link-button" onClick={() => setOpen(group)}>
                  {text.edit}
                </button>
              )}
            </>
          }
        >
          <SimpleTable<Indicator>
            label={group.name}
            rows={group.indicators}
            rowKey={({ id }) => id}
            columns={[
              { id: 'name', title: text.columns.name, cell: nameOf },
              { id: 'kind', title: text.columns.kind, width: 224, cell: kindOf },
              {
                id: 'evidence',
                title: text.columns.evidence,
                width: 72,
                cell: ({ evidence }) => (evidence ? text.needs : text.free),
              },
            ]}
          />
        </Panel>
      ))}
      {open !== null && (
        <IndicatorsDialog
          campaign={campaign}
          group={open === 'add' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function nameOf({ name }: Indicator) {
  return name ?? <span className="chip warn">{campaignText.unnamed}</span>;
}

function kindOf({ figure }: Indicator) {
  return (
    <>
      <span className="chip grey">{figure ? text.figure : text.text}</span>{' '}
      {figure && figureTexts[figure].name}
    </>
  );
}
