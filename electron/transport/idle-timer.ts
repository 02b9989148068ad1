/** Calls `onIdle` once nothing was going on for so many milliseconds. */
export interface IdleTimer {
  /** Something goes on, until the returned function is called. */
  begin(): () => void;
  stop(): void;
}

export function idleTimer(milliseconds: number, onIdle: () => void): IdleTimer {
  let running = 0;
  let stopped = false;
  let timer = setTimeout(onIdle, milliseconds);

  return { begin, stop };

  function begin(): () => void {
    running += 1;
    clearTimeout(timer);
    return end;
  }

  function end(): void {
    running -= 1;
    if (running === 0 && !stopped) timer = setTimeout(onIdle, milliseconds);
  }

  function stop(): void {
    stopped = true;
    clearTimeout(timer);
  }
}
