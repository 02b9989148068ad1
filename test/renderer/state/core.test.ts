import { RPCLink } from '@orpc/client/message-port';
import { afterEach, expect, it } from 'vitest';
import { connectCore, core, disconnectCore } from '../../../renderer/state/core.ts';

type Link = Parameters<typeof connectCore>[0];
const open: MessagePort[] = [];

afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A way to a core that never answers. */
function silentWay(): { link: Link; host: MessagePort } {
  const { port1: port, port2: host } = new MessageChannel();
  open.push(port, host);
  // As the page does: its own listener first, then the link's, which ends the calls under way.
  port.addEventListener('close', () => disconnectCore(link));
  const link: Link = new RPCLink({ port });
  port.start();
  return { link, host };
}

it('a call under way when the core goes away, and every later one, is refused as unreachable', async () => {
  const { link, host } = silentWay();
  connectCore(link);
  const waiting = core.office.status();
  host.close();
  await expect(waiting).rejects.toMatchObject({ code: 'core_unreachable' });
  await expect(core.office.status()).rejects.toMatchObject({ code: 'core_unreachable' });
});

it('the end of an old way does not take the new one with it', async () => {
  const old = silentWay();
  connectCore(old.link);
  connectCore({ call: async () => 'answer' });
  disconnectCore(old.link);
  await expect(core.office.status()).resolves.toBe('answer');
});

it('a call that its caller gave up ends as given up', async () => {
  const { link } = silentWay();
  connectCore(link);
  const controller = new AbortController();
  const waiting = core.office.status(undefined, { signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
