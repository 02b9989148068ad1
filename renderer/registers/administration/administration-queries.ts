import { core } from '../../state/core.ts';

/** What this room reads; the frame asks for some of it by the same keys. */
export const administrationQueries = {
  status: { queryKey: ['status'], queryFn: () => core.office.status(), staleTime: 0 },
  accounts: { queryKey: ['accounts'], queryFn: () => core.office.accounts() },
  backups: { queryKey: ['backups'], queryFn: () => core.office.backups() },
  condition: { queryKey: ['condition'], queryFn: () => core.office.condition() },
  presets: { queryKey: ['presets'], queryFn: () => core.campaign.presets() },
  campaign: { queryKey: ['campaign'], queryFn: () => core.campaign.current() },
  registerKey: { queryKey: ['register key'], queryFn: () => core.office.registerKey() },
  retention: { queryKey: ['retention'], queryFn: () => core.office.retention() },
  purges: { queryKey: ['purges'], queryFn: () => core.selfInspection.purges() },
} as const;

export type Account = Awaited<ReturnType<typeof core.office.accounts>>[number];
export type Status = Awaited<ReturnType<typeof core.office.status>>;
export type RegisterKey = Awaited<ReturnType<typeof core.office.registerKey>>;
export type Campaign = Awaited<ReturnType<typeof core.campaign.current>>;
