import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { setupText } from '../../text/administration-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { groupsOf, matches } from './recovery-groups.ts';
import { RecoverySheet } from './recovery-sheet.tsx';
import { RecoveryTyping } from './recovery-typing.tsx';

interface RecoveryRoomProps {
  readonly code: string | null;
  readonly onCode: (code: string) => void;
  readonly onDone: () => void;
  readonly foot: (finish: ReactNode) => ReactNode;
}

const text = setupText.recovery;

/** The sheet is printed and its code typed back from the paper, which proves that it can be read. */
export function RecoveryRoom({ code, onCode, onDone, foot }: RecoveryRoomProps) {
  const [typed, setTyped] = useState<readonly string[]>([]);
  const renew = useWrite(() => core.office.renewRecovery(), {
    shownInPlace: true,
    onDone: ({ recoveryCode }) => {
      setTyped([]);
      onCode(recoveryCode);
    },
  });
  const confirm = useWrite((whole: string) => core.office.confirmRecovery({ code: whole }), {
    shownInPlace: true,
    onDone,
  });
  if (!code)
    return (
      <Panel title={text.print} padded>
        <p>{text.lost}</p>
        <Button type="primary" loading={renew.isPending} onClick={() => renew.mutate()}>
          {text.renewStart}
        </Button>
        <ErrorNotice refusal={renew.error} />
      </Panel>
    );
  const groups = groupsOf(code);
  const left = groups.filter((group, at) => !matches(typed[at] ?? '', group)).length;

  return (
    <>
      <div className="recovery">
        <RecoverySheet code={code} onRenew={() => renew.mutate()} />
        <div className="recovery-right">
          <RecoveryTyping groups={groups} typed={typed} onTyped={setTyped} />
          <ErrorNotice refusal={confirm.error ?? renew.error} />
          <Panel>
            <SimpleTable
              label={text.when}
              rows={text.cases}
              rowKey={([when]) => when}
              columns={[
                { id: 'when', title: text.when, cell: ([when]) => when },
                { id: 'how', title: text.how, cell: ([, how]) => how },
                { id: 'needed', title: text.needed, width: 150, cell: ([, , needed]) => needed },
              ]}
            />
          </Panel>
        </div>
      </div>
      {foot(
        <Button
          type="primary"
          disabled={left > 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(typed.join('-'))}
        >
          {left > 0 ? text.remaining(left) : text.finish}
        </Button>,
      )}
    </>
  );
}
