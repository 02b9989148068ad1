import './campaign.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useNotices } from '../../state/notices.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { campaignText as text } from '../../text/campaign-page.ts';
import { downloadText } from '../../ui/file-content.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActionsPanel } from './actions-panel.tsx';
import { BeginDialog } from './begin-dialog.tsx';
import { BooksPanel } from './books-panel.tsx';
import { type Campaign, campaignQueries } from './campaign-queries.ts';
import { IndicatorsPanel } from './indicators-panel.tsx';
import { ListsPanel } from './lists-panel.tsx';
import { MakeupPanel } from './makeup-panel.tsx';
import { PhasesPanel } from './phases-panel.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import { TypesPanel } from './types-panel.tsx';
import { VersionsPanel } from './versions-panel.tsx';

const VIEWS = ['phases', 'actions', 'lists', 'evaluation', 'versions', 'books'] as const;
type View = (typeof VIEWS)[number];

/** 方案: what the campaign is made of, who changed it and why, and the one after it. */
export function CampaignPage() {
  const { data, error } = useQuery(campaignQueries.current);
  const { role } = useIdentity();
  const mayChange = useMay('reviewer', 'administrator', 'leader');
  const mayBegin = useMay('administrator') && role === 'office';
  const [isBeginning, setIsBeginning] = useState(false);
  const { view, choose } = useView();
  return (
    <Page
      title={text.title}
      subtitle={data && subtitleOf(data, mayChange, role)}
      actions={
        <>
          <Button disabled={!data} onClick={() => void saveFile()}>
            {text.saveFile}
          </Button>
          {mayBegin && (
            <Button disabled={!data} onClick={() => setIsBeginning(true)}>
              {text.begin}
            </Button>
          )}
        </>
      }
      strip={
        <Tabs
          label={text.views}
          tabs={VIEWS.map((id) => ({ id, title: text.view[id] }))}
          chosen={view}
          onChoose={choose}
        />
      }
    >
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && <ChosenView view={view} campaign={data} mayChange={mayChange} />}
      {data && isBeginning && <BeginDialog campaign={data} onClose={() => setIsBeginning(false)} />}
    </Page>
  );
}

interface ChosenViewProps {
  readonly view: View;
  readonly campaign: Campaign;
  readonly mayChange: boolean;
}

function ChosenView({ view, ...of }: ChosenViewProps) {
  if (view === 'actions') return <ActionsPanel {...of} />;
  if (view === 'lists') return <ListsPanel {...of} />;
  if (view === 'evaluation') return <IndicatorsPanel {...of} />;
  if (view === 'versions') return <VersionsPanel />;
  if (view === 'books') return <BooksPanel />;
  return (
    <div className="campaign-overview">
      <TimelinePanel campaign={of.campaign} />
      <div className="campaign-columns">
        <PhasesPanel {...of} />
        <div className="campaign-stack">
          <TypesPanel {...of} />
          <MakeupPanel {...of} />
        </div>
      </div>
    </div>
  );
}

function subtitleOf({ name, version }: Campaign, mayChange: boolean, role: 'office' | 'group'): string {
  const whole = text.subtitle(name, version);
  if (mayChange) return whole;
  return `${whole}　${role === 'office' ? text.onlyLooks : text.groupLooks}`;
}

async function saveFile(): Promise<void> {
  const { tellDone, tellRefused } = useNotices.getState();
  try {
    const { fileName, content } = await core.campaign.saveFile();
    downloadText(fileName, content);
    tellDone(text.saved(fileName));
  } catch (error) {
    tellRefused(refusalOf(error));
  }
}

function useView() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    view: VIEWS.find((id) => id === params.view) ?? 'phases',
    choose: (view: View) => void navigate({ to: '.', search: { view }, replace: true }),
  };
}
