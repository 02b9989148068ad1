import './supporting.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { printRate } from '../../../shared/rules/rates.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { useIdentity } from '../../state/session.ts';
import { figureTexts } from '../../text/figures.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { Page } from '../../ui/page.tsx';
import { supportingQueries, type Talk } from './supporting-queries.ts';
import { SupportingTabs } from './supporting-tabs.tsx';
import { TalkDialog } from './talk-dialog.tsx';
import { TalkEntry } from './talk-entry.tsx';
import { TalksPanel } from './talks-panel.tsx';
import { UntalkedPanel } from './untalked-panel.tsx';

/** Talks are written down line by line, and corrected below; beside them who is still to be talked with. */
export function TalksPage() {
  const [picked, pick] = useState<{ readonly person: string } | null>(null);
  const [edited, edit] = useState<Talk | null>(null);
  return (
    <Page title={text.title} subtitle={<Coverage />} flush strip={<SupportingTabs chosen="talks" />}>
      <div className="supporting-talks">
        <TalkEntry picked={picked} />
        <TalksPanel onEdit={edit} />
        <UntalkedPanel onPick={(person) => pick({ person })} />
      </div>
      {edited && <TalkDialog talk={edited} onClose={() => edit(null)} />}
    </Page>
  );
}

/** 谈话覆盖率 with what it is made of. */
function Coverage() {
  const { today } = useIdentity();
  const { data } = useQuery(supportingQueries.coverage(calendarDate(today)));
  if (!data) return text.subtitle;
  const all = data.talked + data.total;
  return (
    <span title={figureTexts.talkCoverage.definition}>
      {text.coverage} <b>{printRate({ numerator: data.talked, denominator: all })}</b>{' '}
      {text.coverageParts(data.talked, all)} · {text.subtitle}
    </span>
  );
}
