import type { Browser } from '@playwright/test';
import { createHost } from '../../../electron/api/host.ts';
import { testPorts } from '../../support/test-ports.ts';
import { type Desk, openDesk, type SCREENS } from './desk.ts';

/** The day on which the story is told. */
const TODAY = '2021-04-30';

/** A PC whose data folder does not exist yet. */
export async function newDesk(
  browser: Browser,
  folder: string,
  screen: keyof typeof SCREENS = 'full',
): Promise<Desk> {
  const ports = testPorts(`${folder}-pc`);
  ports.setDate(TODAY);
  const opened = await openDesk(browser, createHost(folder, ports), folder, screen);
  return opened;
}
