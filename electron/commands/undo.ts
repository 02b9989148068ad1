import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { command } from './command.ts';

export const undoCommands = [
  command({
    words: ['undo'],
    positionals: [],
    options: {},
    async run({ client }) {
      const { step } = await client.office.lastStep();
      if (step === null) throw new Refusal('undo_nothing');
      return await client.office.undo({ step });
    },
  }),
];
