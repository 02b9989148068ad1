import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';

export interface Neighbours {
  readonly county: TestOffice;
  readonly group: TestOffice;
  close(): void;
}

/** A county office full of invented work and the group that has its first report. */
export async function neighbours(folder: string, today: string): Promise<Neighbours> {
  const county = await testOffice(folder, { code: '999901', demo: true, today });
  const group = await testOffice(folder, { code: '999900', role: 'group', demo: true, today });
  await confirmRecovery(county);
  await confirmRecovery(group);
  await (await county.as('administrator')).office.fillDemo({ people: 300, sessions: 20, seed: 7 });
  await trust(county, group);
  await trust(group, county);
  const sent = await (await county.as('reviewer')).exchange.exportBundle({});
  const member = await group.as('member');
  await member.exchange.importBundles({ files: [fileOf(sent)], apply: true });
  return {
    county,
    group,
    close() {
      county.close();
      group.close();
    },
  };
}

async function confirmRecovery(office: TestOffice): Promise<void> {
  await (await office.as('administrator')).office.confirmRecovery({ code: office.recoveryCode });
}

async function trust(one: TestOffice, other: TestOffice): Promise<void> {
  const keys = await (await other.as('administrator')).exchange.ownKeys();
  await (await one.as('administrator')).exchange.trust({ content: keys.content });
}

function fileOf({ fileName, content }: Awaited<ReturnType<ApiClient['exchange']['exportBundle']>>) {
  return { fileName, content };
}
