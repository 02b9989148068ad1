import { RPCLink } from '@orpc/client/message-port';

/** What the shell's preload sends with the page's end of a channel to the core. */
const CORE_PORT = 'core-port';

type PortLink = RPCLink<Record<never, never>>;

/**
 * Takes every port that the shell brings: the first one, and the next whenever the core was started again.
 * @param onPort called with each new way to the core
 * @param onClose called when the core at the other end of a way is gone
 */
export function watchCorePorts(onPort: (link: PortLink) => void, onClose: (link: PortLink) => void): void {
  window.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== window || event.data !== CORE_PORT || !port) return;
    // Before the link's own listener, which ends the calls under way.
    port.addEventListener('close', () => onClose(link));
    const link: PortLink = new RPCLink({ port });
    port.start();
    onPort(link);
  });
}

/** The preload of the desktop program leaves this mark. */
export function isInShell(): boolean {
  return 'shell' in window;
}
