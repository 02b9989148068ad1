// The desktop program: electron . [--data DIR]
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SHELL_TEXT } from '../renderer/text/shell.ts';
import { runShell } from './shell/run-shell.ts';
import { defaultDataFolder, systemPorts } from './store/system-ports.ts';

const built = (file: string) => fileURLToPath(new URL(file, import.meta.url));

runShell({
  dataFolder: dataFolderOf(process.argv.slice(1)),
  profileFolder: join(systemPorts().applicationData, 'desktop'),
  built: {
    core: built('core.js'),
    parser: built('parser-process.js'),
    preload: built('preload.cjs'),
    page: built('../page/'),
  },
  text: SHELL_TEXT,
});

/** Electron's own switches may stand among ours. */
function dataFolderOf(args: string[]): string {
  const { values } = parseArgs({ args, strict: false, options: { data: { type: 'string' } } });
  return typeof values.data === 'string' ? resolve(values.data) : defaultDataFolder();
}
