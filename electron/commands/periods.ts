import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { command } from './command.ts';

export const periodCommands = [
  command({
    words: ['period', 'list'],
    positionals: [],
    options: { office: 'text' },
    run: async ({ client, given }) => await client.periods.list({ office: given.text('office') }),
  }),
  command({
    words: ['period', 'close'],
    positionals: ['UNTIL'],
    options: {},
    run: async ({ client, given }) => await client.periods.close({ until: given.positionals[0] ?? '' }),
  }),
  command({
    words: ['period', 'reopen'],
    positionals: ['UNTIL'],
    options: { reason: 'required' },
    async run({ client, given }) {
      const { periods } = await client.periods.list({ limit: 500 });
      const period = periods.find(({ until }) => until === given.positionals[0]);
      if (!period) throw new Refusal('not_found', { register: 'period' });
      return await client.periods.reopen({ id: period.id, rev: period.rev, reason: given.the('reason') });
    },
  }),
  command({
    words: ['export', 'preview'],
    positionals: [],
    options: { full: 'switch', recipient: 'text', 'as-of': 'text', 'with-names': 'switch' },
    async run({ client, given }) {
      const named = given.text('recipient');
      const parties = named ? await client.exchange.parties() : [];
      const recipient = parties.find(({ code }) => code === named)?.officeId ?? named;
      return await client.exchange.exportPreview({
        recipient,
        full: given.has('full'),
        asOf: given.text('as-of'),
        withNames: given.has('with-names'),
      });
    },
  }),
];
