import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createHost, type Host } from '../../electron/api/host.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { type TestPorts, testPorts } from '../support/test-ports.ts';

export const USER = 'desk';
export const PASSWORD = 'quiet-river-77';

/** The day on which every desk begins to work. */
const FIRST_DAY = '2021-04-12';

/** One data folder on one PC, with the API on it, in this process. */
export interface FaultDesk {
  readonly host: Host;
  readonly ports: TestPorts;
  readonly client: ApiClient;
}

/**
 * Data lie in `<place>/data`, those of the PC in `<place>/pc`. Clock and ids follow from `seed`, so that two
 * desks that do the same write the same; what guards secrets stays random.
 */
export function faultDesk(place: string, seed: string): FaultDesk {
  const ports: TestPorts = testPorts(join(place, 'pc'));
  ports.setDate(FIRST_DAY);
  let ids = 0;
  const newId = () => uuidOf(`${seed} ${ids++}`);
  const host = createHost(join(place, 'data'), Object.assign(ports, { newId }));
  return { host, ports, client: inProcessClient(host) };
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}

/** An office in which one account has every role. */
export async function initialize({ client }: FaultDesk): Promise<{ officeId: string; recoveryCode: string }> {
  const office = { role: 'office', code: '530101', name: '某县教育整顿办' } as const;
  return await client.office.initialize({ ...office, user: USER, password: PASSWORD, singleAccount: true });
}

export async function open({ client }: FaultDesk, user = USER, password = PASSWORD): Promise<void> {
  await client.office.unlock({ user, password });
}
