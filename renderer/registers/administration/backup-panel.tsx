import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { timeOf } from '../../text/frame.ts';
import { restoreText } from '../../text/restore-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { administrationQueries } from './administration-queries.ts';
import { daysSince } from './backup-age.ts';
import { RestoreDialog } from './restore-dialog.tsx';

export function BackupPanel() {
  const { today } = useIdentity();
  const backups = useQuery(administrationQueries.backups);
  const rows = backups.data ?? [];
  const { at, name, bytes, proved } = systemText.backupColumns;
  const isAdministrator = useMay('administrator');
  /** The backup that is being restored; null: one from elsewhere. */
  const [restoring, setRestoring] = useState<string | null | undefined>(undefined);
  return (
    <Panel
      title={systemText.backups}
      note={ageOf(rows[0]?.at, today)}
      extra={
        isAdministrator ? (
          <button type="button" className="link-button" onClick={() => setRestoring(null)}>
            {restoreText.openFrom}
          </button>
        ) : (
          <span className="secondary">{restoreText.needsAdministrator}</span>
        )
      }
      foot={systemText.backupFoot(rows.length)}
    >
      {backups.error && <ErrorNotice refusal={refusalOf(backups.error)} />}
      {backups.data?.length === 0 ? (
        <Empty>{systemText.backupNone}</Empty>
      ) : (
        <SimpleTable
          label={systemText.backups}
          rows={rows}
          rowKey={({ fileName }) => fileName}
          columns={[
            { id: 'at', title: at, width: 120, cell: (row) => timeOf(row.at, today) },
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
              width: 176,
              wideOnly: true,
              cell: () => (
                <StateSign shape="full" tone="ok">
                  {systemText.proved}
                </StateSign>
              ),
            },
            ...(isAdministrator
              ? [
                  {
                    id: 'restore',
                    title: systemText.columns.actions,
                    width: 72,
                    cell: (row: { fileName: string; at: string }) => (
                      <button
                        type="button"
                        className="link-button"
                        aria-label={`${restoreText.open} ${timeOf(row.at, today)}`}
                        onClick={() => setRestoring(row.fileName)}
                      >
                        {restoreText.open}
                      </button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {restoring !== undefined && (
        <RestoreDialog fileName={restoring} onClose={() => setRestoring(undefined)} />
      )}
    </Panel>
  );
}

function ageOf(newest: string | undefined, today: string): string {
  if (!newest) return systemText.backupAge.none;
  const days = daysSince(newest, today);
  return days === 0 ? systemText.backupAge.today : systemText.backupDays(days);
}
