import './offices.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useRemembered } from '../../state/preferences.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { feedbackText } from '../../text/offices-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key, Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { FeedbackList } from './feedback-list.tsx';
import { NewFeedbackDialog } from './new-feedback-dialog.tsx';
import { officesQueries } from './offices-queries.ts';
import { ReviewDesk } from './review-desk.tsx';

const TABS = ['review', 'sent'] as const;
type TabId = (typeof TABS)[number];

/** What waits for the group, and what the group says: drafted by a member, released by the leader. */
export function FeedbackPage() {
  const mayDraft = useMay('member');
  const { today } = useIdentity();
  const { tab, choose } = useTab();
  const [isWriting, setWriting] = useState(false);
  const offices = useQuery(officesQueries.byOffice(today)).data?.offices ?? [];
  const matters = useQuery(officesQueries.matters()).data?.matters;
  const countOf = (kind: string) => matters?.find((one) => one.kind === kind)?.count;
  useShortcuts({ 'ctrl+n': () => setWriting(true) }, mayDraft && !isWriting);
  return (
    <Page
      title={feedbackText.title}
      subtitle={feedbackText.subtitle}
      actions={
        mayDraft && (
          <Button type="primary" onClick={() => setWriting(true)}>
            {feedbackText.create}
            <Key>Ctrl+N</Key>
          </Button>
        )
      }
      strip={
        <Tabs
          label={feedbackText.tabsLabel}
          tabs={[
            { id: 'review', title: feedbackText.tabs.review, count: countOf('itemAtGroup') },
            { id: 'sent', title: feedbackText.tabs.sent, count: countOf('feedbackDraft') },
          ]}
          chosen={tab}
          onChoose={choose}
        />
      }
      flush
    >
      {tab === 'review' ? <ReviewDesk offices={offices} /> : <FeedbackList offices={offices} />}
      {isWriting && (
        <NewFeedbackDialog
          offices={offices}
          onClose={() => setWriting(false)}
          onSaved={() => {
            setWriting(false);
            choose('sent');
          }}
        />
      )}
    </Page>
  );
}

function useTab() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const isLeaderOnly = !useMay('member');
  const navigate = useNavigate();
  const [kept, remember] = useRemembered('feedback', { tab: isLeaderOnly ? 'sent' : 'review' });
  return {
    tab: TABS.find((id) => id === (params.tab ?? kept.tab)) ?? 'review',
    choose: (tab: TabId) => {
      remember({ tab });
      void navigate({ to: '.', search: { tab }, replace: true });
    },
  };
}
