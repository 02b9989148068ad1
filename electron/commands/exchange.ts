import { join, resolve } from 'node:path';
import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';
import { PARTY_RELATIONS, type PartyRelation } from '../../shared/vocabulary/party-relations.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { growingFiles, makeFolder, writeProved } from '../exchange/stick.ts';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { type Call, command } from './command.ts';
import { asCsv } from './csv.ts';
import { readFileArgument } from './registers.ts';

export const exchangeCommands = [
  command({
    words: ['keys', 'export'],
    positionals: ['FILE'],
    options: {},
    async run({ client, given }) {
      const keys = await client.exchange.ownKeys();
      const file = given.positionals[0] ?? '';
      writeProved(file, Buffer.from(keys.content, 'base64'));
      return { file, fingerprint: keys.fingerprint };
    },
  }),
  command({
    words: ['trust'],
    positionals: ['FILE'],
    options: { as: 'text' },
    async run({ client, given }) {
      const { content } = readFileArgument(given.positionals[0] ?? '');
      return await client.exchange.trust({ content, as: relationOf(given.text('as')) });
    },
  }),
  command({
    words: ['export'],
    positionals: [],
    options: {
      out: 'required',
      full: 'switch',
      recipient: 'text',
      'as-of': 'text',
      nil: 'switch',
      'with-names': 'switch',
      reason: 'text',
      medium: 'text',
    },
    async run({ client, given }) {
      makeFolder(given.the('out'));
      const bundles = [];
      for (const recipient of await recipients(client, given.text('recipient'))) {
        const bundle = await client.exchange.exportBundle({
          recipient,
          full: given.has('full'),
          asOf: given.text('as-of'),
          nil: given.has('nil'),
          withNames: given.has('with-names'),
          namesReason: given.text('reason'),
        });
        const { content, fileName, ...told } = bundle;
        await client.exchange.writeBundle({
          bundles: [told],
          place: resolve(given.the('out')),
          medium: given.text('medium'),
        });
        bundles.push({ file: join(given.the('out'), fileName), ...told });
      }
      return { bundles };
    },
  }),
  command({
    words: ['import'],
    positionals: ['FILE...'],
    options: { apply: 'switch', 'drop-reason': 'text' },
    async run({ client, given, refuse }) {
      const answer = await client.exchange.importBundles({
        files: given.positionals.map(readFileArgument),
        apply: given.has('apply'),
        dropReason: given.text('drop-reason'),
      });
      refuseThose(answer.bundles, refuse);
      return answer;
    },
  }),
  command({
    words: ['import-folder'],
    positionals: ['DIR'],
    options: { apply: 'switch', 'drop-reason': 'text' },
    async run({ client, given, refuse }) {
      const answer = await client.exchange.importFolder({
        path: resolve(given.positionals[0] ?? ''),
        apply: given.has('apply'),
        dropReason: given.text('drop-reason'),
      });
      refuseThose(answer.bundles, refuse);
      return answer;
    },
  }),
  command({
    words: ['import-undo'],
    positionals: ['OFFICE', 'SEQUENCE'],
    options: {},
    async run({ client, given }) {
      const [sender = '', sequence = ''] = given.positionals;
      return await client.exchange.undoImport({ sender, sequence: Number(sequence) });
    },
  }),
  command({
    words: ['quarantine'],
    positionals: [],
    options: {},
    run: async ({ client }) => await client.exchange.quarantine(),
  }),
  command({
    words: ['load'],
    positionals: ['FILE...'],
    options: { out: 'required' },
    async run({ client, given, refuse }) {
      const folder = given.the('out');
      const pieces = await client.exchange.load({ files: given.positionals.map(readFileArgument) });
      makeFolder(folder);
      const files = growingFiles(folder);
      const bundles = [];
      try {
        for await (const piece of pieces) {
          if ('bundle' in piece) bundles.push(piece.bundle);
          else files.append(piece.file, piece.text);
        }
        refuseThose(bundles, refuse);
        const isLoaded = bundles.some(({ outcome }) => outcome === 'applicable');
        return { folder, files: isLoaded ? files.finish() : [], bundles };
      } finally {
        files.abandon();
      }
    },
  }),
  command({
    words: ['dump'],
    positionals: [],
    options: { out: 'required', reason: 'required' },
    async run({ client, given }) {
      const { registers } = await client.exchange.dump({ reason: given.the('reason') });
      const folder = given.the('out');
      makeFolder(folder);
      for (const { name, columns, rows } of registers) {
        const records = rows.map((row) =>
          Object.fromEntries(columns.map((column, index) => [column, row[index]])),
        );
        writeProved(join(folder, `${name}.json`), Buffer.from(`${JSON.stringify(records, null, 1)}\n`));
        writeProved(join(folder, `${name}.csv`), Buffer.from(asCsv(columns, rows)));
      }
      return { folder, registers: registers.map(({ name, rows }) => ({ name, rows: rows.length })) };
    },
  }),
];

/** @throws UsageError */
function relationOf(text: string | undefined): PartyRelation | undefined {
  const relation = PARTY_RELATIONS.find((known) => known === text);
  if (text !== undefined && !relation) throw new UsageError(`--as is one of ${PARTY_RELATIONS.join(', ')}`);
  return relation;
}

type Line = Awaited<ReturnType<ApiClient['exchange']['importBundles']>>['bundles'][number];

function refuseThose(lines: readonly Line[], refuse: Call['refuse']): void {
  for (const { fileName, problem, waitsFor } of lines) {
    const code = ERROR_CODES.find((known) => known === problem);
    if (code) refuse(new Refusal(code, { fileName, ...(waitsFor === null ? {} : { waitsFor }) }));
  }
}

/** At a group one bundle leaves for every trusted office unless one is named by its code or id. */
async function recipients(client: ApiClient, named: string | undefined): Promise<(string | undefined)[]> {
  const parties = await client.exchange.parties();
  if (named)
    return [parties.find(({ code, officeId }) => code === named || officeId === named)?.officeId ?? named];
  return parties.length === 0 ? [undefined] : parties.map(({ officeId }) => officeId);
}
