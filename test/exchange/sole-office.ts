import { join } from 'node:path';
import { createHost, type Host, lockHost } from '../../electron/api/host.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { type TestPorts, testPorts } from '../support/test-ports.ts';

export const PASSWORD = 'quiet-river-77';
const USER = 'sole';

/** An office or group whose one account has every role: what is exchanged is looked at here, not who may. */
export interface SoleOffice {
  readonly folder: string;
  readonly host: Host;
  readonly ports: TestPorts;
  readonly client: ApiClient;
  readonly id: string;
  readonly code: string;
  /** Of an office that was founded here. */
  readonly recoveryCode?: string;
  /** The open ledger, for a look at what no procedure shows. */
  ledger(): OpenLedger;
  lock(): void;
  unlock(): Promise<void>;
}

export interface SoleOfficeOptions {
  readonly role?: 'office' | 'group';
  readonly demo?: boolean;
  readonly today?: string;
}

export async function soleOffice(
  folder: string,
  code: string,
  { role = 'office', demo = false, today = '2021-03-15' }: SoleOfficeOptions = {},
): Promise<SoleOffice> {
  const opened = soleOfficeIn(join(folder, code), join(folder, `pc-${code}`), code, today);
  const { officeId, recoveryCode } = await opened.client.office.initialize({
    role,
    code,
    name: `office ${code}`,
    user: USER,
    password: PASSWORD,
    demo,
    singleAccount: true,
  });
  return { ...opened, id: officeId, recoveryCode };
}

/** The data folder as it lies there, looked at from a PC; locked until it is unlocked. */
export function soleOfficeIn(folder: string, pc: string, code: string, today: string): SoleOffice {
  const ports = testPorts(pc);
  ports.setDate(today);
  const host = createHost(folder, ports);
  const client = inProcessClient(host);
  return {
    folder,
    host,
    ports,
    client,
    id: '',
    code,
    ledger: () => host.ledger!,
    lock: () => lockHost(host),
    unlock: async () => void (await client.office.unlock({ user: USER, password: PASSWORD })),
  };
}

export async function trustEachOther(one: SoleOffice, other: SoleOffice): Promise<void> {
  const [oneKeys, otherKeys] = [await one.client.exchange.ownKeys(), await other.client.exchange.ownKeys()];
  await one.client.exchange.trust({ content: otherKeys.content });
  await other.client.exchange.trust({ content: oneKeys.content });
}
