import { powerMonitor } from 'electron';

/** Seconds without a key or a move of the mouse. */
const IDLE_SECONDS = 600;
const WATCH_MILLISECONDS = 10_000;

/** Calls `lock` whenever nobody can be taken to sit at the PC: it sleeps, is locked, or nothing was touched. */
export function lockWhenAway(lock: () => void): { stop(): void } {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('shutdown', lock);
  powerMonitor.on('user-did-resign-active', lock);

  let away = false;
  const timer = setInterval(() => {
    const idle = powerMonitor.getSystemIdleTime() >= IDLE_SECONDS;
    if (idle && !away) lock();
    away = idle;
  }, WATCH_MILLISECONDS);
  return { stop: () => clearInterval(timer) };
}
