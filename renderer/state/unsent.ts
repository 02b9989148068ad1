import { useEffect } from 'react';

/** Ways to send what was typed and is not sent yet, for as long as there is any. */
const senders = new Set<() => Promise<unknown>>();

/** Whatever closes the window meanwhile asks first, and sends it. */
export function useUnsent(isUnsent: boolean, send: () => Promise<unknown>): void {
  useEffect(() => {
    if (!isUnsent) return;
    senders.add(send);
    return () => void senders.delete(send);
  }, [isUnsent, send]);
}

/**
 * A browser asks whether to leave, and meanwhile all is sent. Electron asks nobody and stays open: there the
 * window closes by itself once all is sent.
 */
export function askBeforeClosing(closesItself: boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (senders.size === 0) return;
    event.preventDefault();
    const sent = Promise.all([...senders].map((send) => send()));
    if (closesItself) void sent.then(() => window.close());
  });
}
