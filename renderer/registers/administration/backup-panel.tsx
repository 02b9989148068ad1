import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { systemText } from '../../text/administration-page.ts';
import { timeOf } from '../../text/frame.ts';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';

export function BackupPanel() {
  const { today } = useIdentity();
  const backups = useQuery({ queryKey: ['backups'], queryFn: () => core.office.backups() });
  const make = useWrite(() => core.office.backup(), {
    done: ({ fileName }) => systemText.backupDone(fileName),
  });
  const { at, name, bytes, proved } = systemText.backupColumns;
  const button = (
    <Button size="small" type="primary" loading={make.isPending} onClick={() => make.mutate()}>
      {systemText.backupNow}
    </Button>
  );
  return (
    <Panel title={systemText.backups} foot={systemText.backupFoot} extra={button}>
      {backups.data?.length === 0 ? (
        <Empty>{systemText.backupNone}</Empty>
      ) : (
        <SimpleTable
          label={systemText.backups}
          rows={backups.data ?? []}
          rowKey={({ fileName }) => fileName}
          columns={[
            { id: 'at', title: at, width: 130, cell: (row) => timeOf(row.at, today) },
            { id: 'name', title: name, cell: (row) => <span className="mono">backups/{row.fileName}</span> },
            {
              id: 'bytes',
              title: bytes,
              width: 90,
              align: 'number',
              cell: (row) => systemText.kilobytes(row.bytes),
            },
            {
              id: 'proved',
              title: proved,
              width: 160,
              wideOnly: true,
              cell: () => (
                <StateSign shape="full" tone="ok">
                  {systemText.proved}
                </StateSign>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
