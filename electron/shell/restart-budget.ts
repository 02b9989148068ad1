const WINDOW_MILLISECONDS = 60_000;
/** Milliseconds to wait before each start within a minute; a sixth is not tried. */
const DELAYS = [0, 250, 1000, 2500, 5000] as const;

/**
 * How long to wait before something that died is started again; undefined when it died too often in a minute.
 * @param now milliseconds of a clock that nobody sets
 */
export function restartBudget(now: () => number = () => performance.now()): () => number | undefined {
  let starts: number[] = [];
  return () => {
    const time = now();
    starts = starts.filter((start) => time - start < WINDOW_MILLISECONDS);
    const delay = DELAYS[starts.length];
    starts.push(time);
    return delay;
  };
}
