import { join } from 'node:path';
import { createHost, type Host, lockHost } from '../../electron/api/host.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import type { AccountRole } from '../../shared/vocabulary/words.ts';
import { type TestPorts, testPorts } from './test-ports.ts';

export const PASSWORD = 'quiet-river-77';

/** A fresh office or group in a folder, with one account per role, asked through the API as a host is. */
export interface TestOffice {
  readonly host: Host;
  readonly ports: TestPorts;
  readonly id: string;
  readonly recoveryCode: string;
  /** The API as the account of a role; signs in when another one is at the desk. */
  as(role: AccountRole): Promise<ApiClient>;
  close(): void;
}

export interface OfficeOptions {
  readonly role?: 'office' | 'group';
  readonly code?: string;
  readonly demo?: boolean;
  readonly today?: string;
}

/** The data lie in `<folder>/<code>`; the accounts are named as their roles. */
export async function testOffice(folder: string, options: OfficeOptions = {}): Promise<TestOffice> {
  const { role = 'office', code = '530000', demo = false, today = '2021-03-15' } = options;
  const ports = testPorts(join(folder, `pc-${code}`));
  ports.setDate(today);
  const host = createHost(join(folder, code), ports);
  const client = inProcessClient(host);
  const first = { role, code, name: `office ${code}`, user: 'administrator', password: PASSWORD, demo };
  const { officeId, recoveryCode } = await client.office.initialize(first);
  const others: AccountRole[] = role === 'office' ? ['clerk', 'reviewer'] : ['member', 'leader'];
  for (const name of others) await client.office.addAccount({ name, roles: [name], password: PASSWORD });
  let atDesk: AccountRole = 'administrator';
  return {
    host,
    ports,
    id: officeId,
    recoveryCode,
    async as(user) {
      if (user !== atDesk || host.ledger === null) await client.office.unlock({ user, password: PASSWORD });
      atDesk = user;
      return client;
    },
    close: () => lockHost(host),
  };
}
