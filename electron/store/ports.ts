import type { CalendarDate, Instant } from '../../shared/vocabulary/dates.ts';
import type { Volumes } from './volumes.ts';

/** Time, randomness and places, passed in at the entries so that tests can set them. */
export interface Ports {
  readonly clock: {
    /** Now in UTC. */
    now(): Instant;
    /** Today at the office's desk. */
    today(): CalendarDate;
    /** Seconds this PC has been running; never set back by a change of the clock. */
    uptime(): number;
  };
  /** `bytes` bytes from the system's generator. */
  random(bytes: number): Buffer;
  /** A random UUID. */
  newId(): string;
  /** The PC's application data folder of this program, where the second anchor lies. */
  readonly applicationData: string;
  /** How long deriving a password key may take, in milliseconds; the floor of 64 MiB and t = 3 holds whatever is asked. */
  readonly passwordMilliseconds: number;
  /** Whether the folder lies on a network drive. */
  isNetworkFolder(folder: string): boolean;
  /** Drives and folders to which files are carried away. */
  readonly volumes: Volumes;
}
