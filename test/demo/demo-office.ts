import { createHost, type Host, lockHost } from '../../electron/api/host.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { lastingScratch } from '../support/scratch.ts';
import { type TestPorts, testPorts } from '../support/test-ports.ts';

/** A practice office whose one account has every role. Today is after the campaign unless set. */
export interface DemoOffice {
  readonly client: ApiClient;
  readonly host: Host;
  readonly ports: TestPorts;
  close(): void;
}

export async function demoOffice({ today = '2021-07-05', demo = true } = {}): Promise<DemoOffice> {
  const { folder, remove } = lastingScratch();
  const ports = testPorts(folder);
  ports.setDate(today);
  const host = createHost(`${folder}/data`, ports);
  const client = inProcessClient(host);
  await client.office.initialize({
    role: 'office',
    code: '530199',
    name: '云岭县教育整顿办',
    user: '演示',
    password: 'quiet-river-77',
    demo,
    singleAccount: true,
  });
  return {
    client,
    host,
    ports,
    close() {
      lockHost(host);
      remove();
    },
  };
}
