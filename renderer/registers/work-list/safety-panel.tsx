import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { errorSentence } from '../../text/errors.ts';
import { timeOf } from '../../text/frame.ts';
import { workListText } from '../../text/work-list-page.ts';
import { Panel } from '../../ui/page.tsx';
import { TickSign, WarningSign } from '../../ui/signs.tsx';
import { daysSince } from './days.ts';
import { type Condition, workListQueries } from './work-list-queries.ts';

const text = workListText.safety;
/** Days without a backup after which it is warned of. */
const BACKUP_DAYS = 2;

/** 数据是否安全: is there a backup, has the other side what was sent, is the history whole. */
export function SafetyPanel() {
  const { data } = useQuery(workListQueries.condition());
  if (!data) return null;
  return (
    <Panel title={text.title} className="work-list-safety">
      <dl>
        <Line title={text.backup} action={<BackupButton />}>
          <Backup condition={data} />
        </Line>
        {data.backupProblem && (
          <div className="work-list-late problem">
            <dt className="visually-hidden">{text.backupFailed}</dt>
            <dd>
              {text.backupFailed}
              {errorSentence(data.backupProblem as ErrorCode)}
            </dd>
          </div>
        )}
        <Line title={text.sent} action={<Link to="/exchange">{text.toExchange}</Link>}>
          <Sent condition={data} />
        </Line>
        <Line title={text.received} action={<Link to="/exchange">{text.toExchange}</Link>}>
          {data.lastReceived
            ? text.numbered(data.lastReceived.sequence, data.lastReceived.at)
            : text.receivedNone}
        </Line>
        <Line title={text.entries} action={<Link to="/system">{text.check}</Link>}>
          {text.count(data.auditEntries)}
        </Line>
      </dl>
    </Panel>
  );
}

function Line(props: { readonly title: string; readonly action: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
      <dd className="action">{props.action}</dd>
    </div>
  );
}

function Backup({ condition: { lastBackupAt, today } }: { readonly condition: Condition }) {
  if (!lastBackupAt)
    return (
      <span className="work-list-late">
        <WarningSign /> {text.backupNone}
      </span>
    );
  const days = daysSince(lastBackupAt, today);
  const isLate = days >= BACKUP_DAYS;
  return (
    <>
      <span className={isLate ? 'work-list-late' : 'work-list-well'}>
        {isLate ? <WarningSign /> : <TickSign />} {text.age(days)}
      </span>{' '}
      {timeOf(lastBackupAt, today)}
    </>
  );
}

function Sent({ condition: { lastSent, today } }: { readonly condition: Condition }) {
  if (!lastSent) return text.sentNone;
  const { sequence, createdAt, acknowledgedAt } = lastSent;
  return (
    <>
      {text.numbered(sequence, createdAt)}{' '}
      {acknowledgedAt ? (
        <span className="work-list-well">
          <TickSign /> {text.acknowledged}
        </span>
      ) : (
        <span className="work-list-group">{text.waiting(daysSince(createdAt, today))}</span>
      )}
    </>
  );
}

function BackupButton() {
  const backup = useWrite(() => core.office.backup(), { done: ({ fileName }) => text.backedUp(fileName) });
  return (
    <Button size="small" disabled={backup.isPending} onClick={() => backup.mutate(undefined)}>
      {backup.isPending ? text.backingUp : text.backUp}
    </Button>
  );
}
