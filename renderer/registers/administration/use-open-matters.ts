import { useQuery } from '@tanstack/react-query';
import { useIdentity } from '../../state/session.ts';
import { systemText } from '../../text/administration-page.ts';
import { administrationQueries } from './administration-queries.ts';
import { daysSince } from './backup-age.ts';

/** Days after which a backup is too old: one a day is what the office promised itself. */
const BACKUP_DAYS = 1;

/** What of the installation waits for somebody, in words. */
export function useOpenMatters(): readonly string[] {
  const { today, readOnlyBecause, recoveryConfirmed } = useIdentity();
  const { data } = useQuery(administrationQueries.condition);
  const { matters } = systemText;
  return [
    ...(readOnlyBecause ? [matters.readOnly] : []),
    ...(data ? backupMatters(data.lastBackupAt, data.backupProblem, today) : []),
    ...(recoveryConfirmed ? [] : [matters.recovery]),
  ];
}

function backupMatters(
  lastBackupAt: string | null,
  problem: string | null,
  today: string,
): readonly string[] {
  const { matters } = systemText;
  if (problem) return [matters.backupFailed];
  if (!lastBackupAt) return [matters.backupNone];
  const days = daysSince(lastBackupAt, today);
  return days > BACKUP_DAYS ? [matters.backupOld(days)] : [];
}
