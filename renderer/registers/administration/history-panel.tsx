import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity, useMay, useSession } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { TickSign } from '../../ui/signs.tsx';

/** The chain of what was written, and the way on when a part of it is missing. */
export function HistoryPanel() {
  const { fingerprint, readOnlyBecause } = useIdentity();
  const isAdministrator = useMay('administrator');
  const condition = useQuery({ queryKey: ['condition'], queryFn: () => core.office.condition() });
  const verify = useWrite(() => core.office.verify(), { shownInPlace: true });
  const button = (
    <Button size="small" loading={verify.isPending} onClick={() => verify.mutate()}>
      {systemText.verify}
    </Button>
  );
  return (
    <Panel title={systemText.history} note={systemText.historyNote} extra={button} padded>
      <p role="status">
        {verify.data ? (
          <b>
            <TickSign /> {systemText.verified(verify.data.entries)}
          </b>
        ) : (
          condition.data && systemText.entries(condition.data.auditEntries)
        )}
      </p>
      <dl className="pairs">
        <dt>{systemText.keys}</dt>
        <dd className="mono">{fingerprint}</dd>
      </dl>
      <ErrorNotice refusal={verify.error} />
      {readOnlyBecause === 'history_lost' && isAdministrator && <AcceptLoss />}
    </Panel>
  );
}

function AcceptLoss() {
  const form = useContractForm<{ reason: string | null }>({
    schema: z.object({ reason: z.string().trim().min(1).max(100) }),
    defaults: { reason: null },
    draft: 'accept loss',
  });
  const accept = useWrite((reason: string) => core.office.acceptHistoryLoss({ reason }), {
    shownInPlace: true,
    done: () => systemText.lossDone,
    onDone: async () => {
      form.dropDraft();
      useSession.getState().signedIn(await core.office.identity());
    },
  });
  return (
    <form noValidate onSubmit={form.handleSubmit(({ reason }) => accept.mutate(reason ?? ''))}>
      <p>{systemText.lossSays}</p>
      <TextField control={form.control} name="reason" label={systemText.lossReason} required />
      <ErrorNotice refusal={accept.error} />
      <Button danger htmlType="submit" loading={accept.isPending}>
        {systemText.lossConfirm}
      </Button>
    </form>
  );
}
