import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Ports } from '../../electron/store/ports.ts';
import { type Volumes, volumeAt } from '../../electron/store/volumes.ts';
import { calendarDate, instant } from '../../shared/vocabulary/dates.ts';

export interface TestPorts extends Ports {
  /** Milliseconds since 1970; `today` is its date in UTC. */
  wallClock: number;
  /** Seconds. */
  uptimeSeconds: number;
  /** Moves both clocks, as time does. */
  pass(seconds: number): void;
  /** Sets the wall clock alone, as a person does. */
  setDate(date: string): void;
  /** Folders that stand for media which are plugged in. */
  media: readonly string[];
  volumes: Volumes;
}

/**
 * Ports with settable clocks, that begin on 2021-03-15 at 08:00 UTC; application data lie under `folder`.
 * Randomness is real, and passwords take the least work that is allowed.
 */
export function testPorts(folder: string): TestPorts {
  const ports: TestPorts = {
    wallClock: Date.parse('2021-03-15T08:00:00Z'),
    uptimeSeconds: 3600,
    pass(seconds) {
      ports.wallClock += seconds * 1000;
      ports.uptimeSeconds += seconds;
    },
    setDate(date) {
      ports.wallClock = Date.parse(`${date}T08:00:00Z`);
    },
    clock: {
      now: () => instant(ports.wallClock),
      today: () => calendarDate(instant(ports.wallClock).slice(0, 10)),
      uptime: () => ports.uptimeSeconds,
    },
    random: (bytes) => randomBytes(bytes),
    newId: () => randomUUID(),
    applicationData: join(folder, 'application-data'),
    passwordMilliseconds: 1,
    isNetworkFolder: () => false,
    media: [],
    volumes: {
      list: async () => ports.media.flatMap((path) => volumeAt({ path }) ?? []),
      of: async (path) => volumeAt({ path }),
    },
  };
  return ports;
}
