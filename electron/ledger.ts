import { runCommand } from './commands/run.ts';
import { secretsFrom } from './commands/secrets.ts';
import { systemPorts } from './store/system-ports.ts';

// Whoever reads the answer may stop reading, as `head` does.
process.stdout.on('error', () => process.exit());

/** The command line: the same core as the program with a page, in a process that ends with its command. */
process.exitCode = await runCommand(
  process.argv.slice(2),
  systemPorts(),
  secretsFrom(process.env, { input: process.stdin, output: process.stderr }),
  {
    print: (text) => process.stdout.write(`${text}\n`),
    complain: (text) => process.stderr.write(`${text}\n`),
  },
);
