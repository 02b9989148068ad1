import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { calendarDate, daysBetween } from '../../../shared/vocabulary/dates.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { retentionText as text } from '../../text/summaries-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { administrationQueries } from './administration-queries.ts';
import { PurgeDialog, RetentionDialog } from './retention-dialogs.tsx';

/** From which day summaries go, what goes with them and what stays. */
export function RetentionPanel() {
  const { today } = useIdentity();
  const isAdministrator = useMay('administrator');
  const retention = useQuery(administrationQueries.retention);
  const [open, setOpen] = useState<'set' | 'purge' | null>(null);
  const { purgeOn = null, by = null, at = null } = retention.data ?? {};
  const isDue = purgeOn !== null && purgeOn <= today;
  return (
    <Panel
      title={text.title}
      note={isAdministrator ? text.note : text.needsAdministrator}
      padded
      foot={text.final}
      extra={
        isAdministrator &&
        retention.data && (
          <>
            {isDue && (
              <Button size="small" danger onClick={() => setOpen('purge')}>
                {text.purge}
              </Button>
            )}
            <Button size="small" onClick={() => setOpen('set')}>
              {purgeOn ? text.change : text.set}
            </Button>
          </>
        )
      }
    >
      {retention.error && <ErrorNotice refusal={refusalOf(retention.error)} />}
      {retention.data && (
        <dl className="pairs">
          <dt>{text.day}</dt>
          <dd>
            <b>{purgeOn ? text.from(purgeOn) : text.noDay}</b>
          </dd>
          {purgeOn && (
            <>
              <dt>{text.state}</dt>
              <dd>
                {isDue ? text.due : text.daysLeft(daysBetween(calendarDate(today), calendarDate(purgeOn)))}
              </dd>
            </>
          )}
          {by && at && (
            <>
              <dt>{text.setBy}</dt>
              <dd>{text.by(by, at)}</dd>
            </>
          )}
          <dt>{text.erased}</dt>
          <dd>{text.erasedSays}</dd>
          <dt>{text.copies}</dt>
          <dd>{text.copiesSays}</dd>
        </dl>
      )}
      {open === 'set' && <RetentionDialog purgeOn={purgeOn} onClose={() => setOpen(null)} />}
      {open === 'purge' && <PurgeDialog onClose={() => setOpen(null)} />}
    </Panel>
  );
}
