import { join } from 'node:path';
import { formAsked } from '../../shared/contract/forms.ts';
import { FORM_FILES, FORM_IDS } from '../../shared/vocabulary/words.ts';
import { makeFolder, writeProved } from '../exchange/stick.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

const ASKED = ['session', 'office', 'from', 'until', 'phase', 'state'] as const;

export const formCommands = [
  command({
    words: ['form'],
    positionals: ['FORM'],
    options: {
      ...{ as: 'required', out: 'required', session: 'text', office: 'text', 'as-of': 'text' },
      ...{ from: 'text', until: 'text', phase: 'text', state: 'text' },
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

function askedOf(form: string | undefined, given: { text(option: string): string | undefined }) {
  const options = Object.fromEntries(ASKED.map((name) => [name, given.text(name)]));
  const asked = formAsked.safeParse({ form, asOf: given.text('as-of'), ...options });
  if (asked.success) return asked.data;
  const wrong = [...new Set(asked.error.issues.map(({ path }) => path.join('.')))];
  throw new UsageError(`cannot be read: ${wrong.join(', ')}; forms are ${FORM_IDS.join(', ')}`);
}
