import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DESK, type Desk, TODAY } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';

const LEDGER = join(import.meta.dirname, '../../electron/ledger.ts');

/** A command from the prompt to its end, against a Node that does nothing. `desk` is locked. */
export async function startUp(desk: Desk, times: number): Promise<Line[]> {
  const { applicationData } = desk.host.ports;
  const env = { ...process.env, LEDGER_PASSWORD: DESK.password, XDG_DATA_HOME: applicationData };
  const node = (args: readonly string[]) =>
    clocked(() => {
      const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    });
  const command = async (what: string, args: readonly string[]): Promise<Line> => {
    const pair = await interleaved(
      times,
      () => node([LEDGER, ...args]),
      () => node(['-e', '0']),
    );
    return { what: `cold start of ${what} / node -e 0`, unit: 'ms', ...pair };
  };
  const data = ['--data', desk.folder, '--user', DESK.user];
  return [
    await command('ledger procedures', ['procedures', '--data', desk.folder]),
    await command('ledger figures', ['figures', '--as-of', TODAY, ...data, '--json']),
  ];
}
