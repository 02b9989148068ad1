import { onTestFinished } from 'vitest';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { testOffice } from '../../support/office.ts';
import { scratch } from '../../support/scratch.ts';

export const day = calendarDate;

/** An office in its first campaign on 2021-04-20, with one unit and one person. */
export async function openCampaignDesk(folder = scratch()) {
  const office = await testOffice(folder, { today: '2021-04-20' });
  onTestFinished(() => office.close());
  const clerk = await office.as('clerk');
  const unit = (await clerk.personnel.createUnit({ name: '县法院', kind: 'court' })).id;
  const hired = { name: '甲', unit, orderNumber: 1, from: day('2021-01-01') };
  const person = (await clerk.personnel.addPerson(hired)).id;
  const current = async () => (await office.as('reviewer')).campaign.current();
  return {
    ...office,
    unit,
    person,
    current,
    /** The next version, made by the reviewer. */
    async change(changes: Omit<Parameters<ApiClient['campaign']['change']>[0], 'rev'>) {
      const { rev } = await current();
      return (await office.as('reviewer')).campaign.change({ ...changes, rev });
    },
    /** The refusal, after checking that nothing changed. */
    async refused(role: AccountRole, ask: (client: ApiClient) => Promise<unknown>) {
      const client = await office.as(role);
      const before = office.host.ledger!.read(registerDigest);
      const refusal = await ask(client).then(
        () => ({ code: 'nothing was refused', data: {} }),
        ({ code, data }: { code: string; data: Record<string, unknown> }) => ({ code, data }),
      );
      if (office.host.ledger!.read(registerDigest) !== before)
        return { code: `${refusal.code} left something` };
      return { ...refusal.data, code: refusal.code };
    },
  };
}

export type CampaignDesk = Awaited<ReturnType<typeof openCampaignDesk>>;
