import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { useIdentity } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { timeOf } from '../../text/frame.ts';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';
import { administrationQueries } from './administration-queries.ts';
import { HistoryLoss } from './history-loss.tsx';

/** The chain of what was written, and the way on when a part of it is missing. */
export function HistoryPanel() {
  const { today, readOnlyBecause } = useIdentity();
  const condition = useQuery(administrationQueries.condition);
  const verify = useLongWork((_: null, signal) => core.office.verify(undefined, { signal }), {
    writes: () => false,
  });
  const { savedAt = null, auditEntries = 0 } = condition.data ?? {};
  const proof = verify.answer;
  const isProven = proof !== undefined && proof.entries >= auditEntries;
  return (
    <Panel
      title={systemText.history}
      note={systemText.historyNote}
      extra={
        <Button size="small" disabled={verify.isRunning} onClick={() => verify.run(null)}>
          {systemText.verify}
        </Button>
      }
      padded
    >
      <div className="system-stack">
        <p role="status">
          {isProven ? (
            <>
              <b className="well">
                <TickSign /> {systemText.verified(proof.entries)}
              </b>{' '}
              <span className="secondary">{systemText.verifiedMore}</span>
            </>
          ) : (
            <>
              <b>{systemText.unverified(auditEntries)}</b>{' '}
              <span className="secondary">
                {proof ? systemText.verifiedBefore : systemText.unverifiedMore}
              </span>
            </>
          )}
        </p>
        <LongWorkNotice work={verify} />
        <dl className="pairs">
          {savedAt && (
            <>
              <dt>{systemText.saved}</dt>
              <dd>{timeOf(savedAt, today)}</dd>
            </>
          )}
          {isProven && (
            <>
              <dt>{systemText.head}</dt>
              <dd className="mono history-head">{proof.head}</dd>
            </>
          )}
        </dl>
        {readOnlyBecause === 'history_lost' && <HistoryLoss />}
      </div>
    </Panel>
  );
}
