import { randomBytes, randomUUID } from 'node:crypto';
import { homedir, uptime } from 'node:os';
import { join } from 'node:path';
import { type CalendarDate, calendarDate, instant } from '../../shared/vocabulary/dates.ts';
import { isNetworkFolder } from './network-folder.ts';
import type { Ports } from './ports.ts';
import { systemVolumes } from './volumes.ts';

const FOLDER_NAME = 'rectification-ledger';

/** The ports of a real machine: its clocks, its generator, its folders. Passwords take about half a second. */
export function systemPorts(): Ports {
  return {
    clock: {
      now: () => instant(Date.now()),
      today: () => localDate(new Date()),
      uptime,
    },
    random: (bytes) => randomBytes(bytes),
    newId: () => randomUUID(),
    applicationData: applicationDataFolder(process.platform, process.env, homedir()),
    passwordMilliseconds: 500,
    isNetworkFolder,
    volumes: systemVolumes(process.env),
  };
}

/**
 * Where a program keeps data that belong to this PC and user, and do not roam.
 * @param platform as `process.platform`
 */
export function applicationDataFolder(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): string {
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), FOLDER_NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER_NAME);
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), FOLDER_NAME);
}

/**
 * Where the books lie when nobody says otherwise: a folder of its own, so that a copy of it takes the ledger
 * without the second anchor, which has to stay with the PC.
 */
export function defaultDataFolder(
  platform: string = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  home = homedir(),
): string {
  return join(applicationDataFolder(platform, environment, home), 'ledger');
}

/** The day that an instant was on this PC's clock. */
export function deskDay(at: string): CalendarDate {
  return localDate(new Date(at));
}

function localDate(now: Date): CalendarDate {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return calendarDate(`${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`);
}
