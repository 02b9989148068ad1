import { UsageError } from './arguments.ts';
import { command } from './command.ts';

export const demoCommands = [
  command({
    words: ['demo'],
    positionals: [],
    options: { people: 'required', sessions: 'required', seed: 'required' },
    async run({ client, given }) {
      return await client.office.fillDemo({
        people: wholeNumber('people', given.the('people')),
        sessions: wholeNumber('sessions', given.the('sessions')),
        seed: wholeNumber('seed', given.the('seed')),
      });
    },
  }),
];

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new UsageError(`--${option} is a whole number`);
  return Number(text);
}
