import { resolve } from 'node:path';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { command } from './command.ts';

/** What happens to bundles between two offices: the medium, the paper, and what each side has. */
export const handingOverCommands = [
  command({
    words: ['places'],
    positionals: ['[FOLDER]'],
    options: {},
    async run({ client, given }) {
      const [folder] = given.positionals;
      return { places: await client.exchange.places(folder ? { folder: resolve(folder) } : {}) };
    },
  }),
  command({
    words: ['places', 'clear'],
    positionals: ['FOLDER', 'FILE...'],
    options: {},
    async run({ client, given }) {
      const [folder = '', ...files] = given.positionals;
      return await client.exchange.clearPlace({ place: resolve(folder), files });
    },
  }),
  command({
    words: ['write'],
    positionals: ['SEQUENCE'],
    options: { out: 'required', recipient: 'text', medium: 'text' },
    async run({ client, given }) {
      const recipient = await partyNamed(client, given.text('recipient'));
      const bundles = [{ recipient, sequence: numberOf(given.positionals[0]) }];
      const place = resolve(given.the('out'));
      return await client.exchange.writeBundle({ bundles, place, medium: given.text('medium') });
    },
  }),
  command({
    words: ['exchanged'],
    positionals: [],
    options: { party: 'text' },
    async run({ client, given }) {
      const party = given.text('party');
      const [standing, sent, received] = await Promise.all([
        client.exchange.ledger({ party }),
        client.exchange.ledgerSent({ party, limit: 500 }),
        client.exchange.ledgerReceived({ party, limit: 500 }),
      ]);
      return { standing, sent: sent.lines, received: received.lines };
    },
  }),
  command({
    words: ['receipt'],
    positionals: ['SEQUENCE'],
    options: { from: 'text' },
    async run({ client, given }) {
      const sender = await partyNamed(client, given.text('from'));
      return await client.exchange.receipt({ sender, sequence: numberOf(given.positionals[0]) });
    },
  }),
  command({
    words: ['receipt', 'enter'],
    positionals: ['SEQUENCE', 'CODE'],
    options: { recipient: 'text' },
    async run({ client, given }) {
      const [sequence, code = ''] = given.positionals;
      const recipient = await partyNamed(client, given.text('recipient'));
      return await client.exchange.enterReceipt({ recipient, sequence: numberOf(sequence), code });
    },
  }),
];

function numberOf(text: string | undefined): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError('SEQUENCE is the number of a bundle');
  return number;
}

/** By code or id; the only one there is when none is named. */
async function partyNamed(client: ApiClient, named: string | undefined): Promise<string> {
  const parties = await client.exchange.parties();
  const found = named
    ? parties.filter(({ code, officeId }) => code === named || officeId === named)
    : parties;
  const [party] = found;
  if (!party || found.length > 1) throw new UsageError('name the other office by its code');
  return party.officeId;
}
