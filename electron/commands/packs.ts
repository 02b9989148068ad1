import { join } from 'node:path';
import { marksOfPairs } from '../../renderer/text/attendance-import.ts';
import { packTableLines } from '../../renderer/text/packs.ts';
import { ERROR_CODES } from '../../shared/vocabulary/error-codes.ts';
import { PACK_KINDS, PACK_OCCASIONS, type PackKind } from '../../shared/vocabulary/pack-words.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { makeFolder, writeProved } from '../exchange/stick.ts';
import type { ApiClient } from '../transport/in-process.ts';
import { UsageError } from './arguments.ts';
import { type Call, command } from './command.ts';
import { readFileArgument } from './registers.ts';

type Taken = Awaited<ReturnType<ApiClient['packs']['take']>>;

export const packCommands = [
  command({
    words: ['pack', 'issue'],
    positionals: [],
    options: {
      kind: 'required',
      out: 'required',
      unit: 'text',
      below: 'switch',
      session: 'text',
      round: 'text',
    },
    async run({ client, given }) {
      const kind = PACK_KINDS.find((known) => known === given.the('kind'));
      if (!kind) throw new UsageError(`--kind is one of ${PACK_KINDS.join(', ')}`);
      const occasion = occasionOf(given, kind);
      const units = await unitIds(client, given.text('unit'));
      const { files } = await client.packs.issue({ kind, units, below: given.has('below'), occasion });
      makeFolder(given.the('out'));
      return files.map(({ content, fileName, ...pack }) => {
        const file = join(given.the('out'), fileName);
        writeProved(file, Buffer.from(content, 'base64'));
        return { file, ...pack };
      });
    },
  }),
  command({
    words: ['pack', 'take'],
    positionals: ['FILE...'],
    options: { map: 'text', secondment: 'text', from: 'text', apply: 'switch' },
    async run({ client, given, refuse }) {
      const asked = {
        files: given.positionals.map(readFileArgument),
        map: marksOf(given.text('map')),
        secondment: secondmentOf(given.text('secondment')),
        from: given.text('from'),
      };
      const rehearsal = await client.packs.take(asked);
      const taken = given.has('apply')
        ? await client.packs.take({ ...asked, apply: seen(rehearsal) })
        : rehearsal;
      tellRefusals(taken, refuse);
      return given.has('json') ? taken : packTableLines(taken);
    },
  }),
];

/** --session or --round, whichever the kind asks for, and no other. */
function occasionOf(given: Call['given'], kind: PackKind): string | undefined {
  const asked = PACK_OCCASIONS[kind];
  for (const [word, of] of [
    ['session', 'signIn'],
    ['round', 'selfInspection'],
  ] as const)
    if ((word === asked) !== (given.text(word) !== undefined))
      throw new UsageError(`--${word} belongs to --kind ${of}`);
  return asked === null ? undefined : given.text(asked);
}

function marksOf(text: string | undefined) {
  const pairs = marksOfPairs(text ?? '');
  if ('wrong' in pairs) throw new UsageError(`--map: ${pairs.wrong} is no pair of a text and a mark`);
  return pairs.map;
}

/** All that came back, as it was just seen. */
function seen({ packs }: Taken) {
  return packs.flatMap(({ pack, outcome, seen: said }) =>
    outcome === 'returned' && pack !== null ? [{ pack, seen: said }] : [],
  );
}

function tellRefusals({ packs }: Taken, refuse: Call['refuse']): void {
  for (const { code, fileName } of packs) {
    const known = ERROR_CODES.find((one) => one === code);
    if (known) refuse(new Refusal(known, { file: fileName }));
  }
}

/** By name, several with commas between them. */
async function unitIds(client: ApiClient, names: string | undefined): Promise<string[]> {
  if (names === undefined) return [];
  const units = await client.personnel.units({});
  return names.split(/[,，、]/).map((name) => {
    const found = units.filter((unit) => unit.name === name.trim());
    const [unit] = found;
    if (!unit || found.length > 1)
      throw new UsageError(`--unit: ${found.length} units of the name ${name.trim()}`);
    return unit.id;
  });
}

function secondmentOf(text: string | undefined): 'in' | 'out' | undefined {
  if (text === undefined || text === 'in' || text === 'out') return text;
  throw new UsageError('--secondment is in or out');
}
