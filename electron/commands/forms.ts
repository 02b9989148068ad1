import { join } from 'node:path';
import { formAsked } from '../../shared/contract/forms.ts';
import { FORM_FILES, FORM_IDS } from '../../shared/vocabulary/words.ts';
import { makeFolder, writeProved } from '../exchange/stick.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { command } from './command.ts';

/** Fields of a question that stand on the command line as they are; others have their own spelling. */
const ASKED = [
  ...['session', 'office', 'from', 'until', 'phase', 'state', 'round', 'item', 'unit', 'source', 'category'],
  ...['number', 'text', 'week', 'party'],
] as const;
const SWITCHES = ['named', 'grouped'] as const;

export const formCommands = [
  command({
    words: ['form'],
    positionals: ['FORM'],
    options: {
      ...{ as: 'required', out: 'required', session: 'text', office: 'text', 'as-of': 'text' },
      ...{ from: 'text', until: 'text', phase: 'text', state: 'text', round: 'text', item: 'text' },
      ...{ unit: 'text', source: 'text', category: 'text', number: 'text', 'due-on': 'text', text: 'text' },
      ...{ week: 'text', version: 'text', named: 'switch', grouped: 'switch' },
      ...{ party: 'text', sequence: 'text' },
    },
    async run({ client, given }) {
      const as = FORM_FILES.find((ending) => ending === given.the('as'));
      if (!as) throw new UsageError(`--as is one of ${FORM_FILES.join(', ')}`);
      const { fileName, content } = await client.forms.save({
        asked: askedOf(given.positionals[0], given),
        as,
      });
      makeFolder(given.the('out'));
      const file = join(given.the('out'), fileName);
      writeProved(file, Buffer.from(content, 'base64'));
      return { file };
    },
  }),
];

function askedOf(form: string | undefined, given: Arguments) {
  const options = Object.fromEntries(ASKED.map((name) => [name, given.text(name)]));
  const switches = Object.fromEntries(SWITCHES.map((name) => [name, given.has(name)]));
  const days = { asOf: given.text('as-of'), dueOn: given.text('due-on') };
  const version = given.text('version');
  const sequence = given.text('sequence');
  const numbers = { version: version && Number(version), sequence: sequence && Number(sequence) };
  // of an evaluation a number; of a self-inspection an id
  const round = form === 'evaluationSheet' && options.round ? Number(options.round) : options.round;
  const asked = formAsked.safeParse({ form, ...days, ...numbers, ...options, round, ...switches });
  if (asked.success) return asked.data;
  const wrong = [...new Set(asked.error.issues.map(({ path }) => path.join('.')))];
  throw new UsageError(`cannot be read: ${wrong.join(', ')}; forms are ${FORM_IDS.join(', ')}`);
}
