/** Signed bundles whose tables were changed at random: what a hostile office, or a broken one, could send. */
import assert from 'node:assert/strict';
import type { OpenedBundle } from '../../electron/bundle/bundle.ts';
import type { Cell } from '../../electron/bundle/column-encoding.ts';
import type { Table, Tables } from '../../electron/bundle/tables.ts';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { contentDigest } from './books.ts';
import { type Chance, FIRST_DAY } from './county-work.ts';
import { importing, resealed, type Stick, withRanks } from './forge.ts';
import type { SoleOffice } from './sole-office.ts';

const ODD: readonly Cell[] = [
  null,
  -1,
  0,
  1,
  7,
  99_999,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '草',
  '{',
  '{"newDueOn":5}',
  '{"newDueOn":"2021-13-01"}',
  '[[]]',
  '["political"]',
  '2021-02-30',
  'constructor',
  '\u0000\u202e',
  '字'.repeat(5000),
  '00000000-0000-4000-8000-000000000000',
];

/**
 * Takes in one mutated bundle as the beginning of a new epoch, and looks at everything that rests on it.
 * @param look asks the recipient for everything that rests on what it took in
 * @returns the code it was refused with; 'applied'; 'unsealed' when the format itself does not take it
 */
export async function sendMutated(
  sender: SoleOffice,
  recipient: SoleOffice,
  original: OpenedBundle,
  chance: Chance,
  epoch: number,
  look = lookAtEverything,
): Promise<string> {
  let tables: Tables = original.tables;
  for (let count = 1 + chance.below(3); count > 0; count -= 1) tables = mutated(tables, chance);
  if (original.tables.has('rankCheck') && chance.happens(0.9)) tables = withRanks(tables);
  const stick = await sealedOr(sender, recipient, original, tables, epoch);
  if (!stick) return 'unsealed';
  const before = contentDigest(recipient.ledger());
  const [line] = await importing(recipient, [stick], true, '核对过');
  const { added, changed, unchanged, withheld, refused, total, outcome, problem } = line!;
  assert.equal(added + changed + unchanged + withheld + refused, total);
  if (outcome === 'applied') await look(recipient, sender);
  else assert.equal(contentDigest(recipient.ledger()), before, 'a refused bundle left a trace');
  return problem ?? outcome;
}

async function sealedOr(
  sender: SoleOffice,
  recipient: SoleOffice,
  original: OpenedBundle,
  tables: Tables,
  counter: number,
): Promise<Stick | undefined> {
  const epoch = { id: sender.ports.newId(), counter };
  try {
    return await resealed(sender, recipient, original, tables, { epoch, sequence: 1, previousHash: null });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function mutated(tables: Tables, chance: Chance): Tables {
  const registers = [...tables].filter(([one]) => one !== 'rankCheck');
  if (registers.length === 0) return tables;
  const [name, table] = chance.of(registers);
  const next = table.rows > 0 ? chance.of(CHANGES)(table, chance, tables) : undefined;
  const rest = new Map(tables);
  if (next) rest.set(name, next);
  else rest.delete(name);
  return rest;
}

type Change = (table: Table, chance: Chance, tables: Tables) => Table | undefined;

const oddCell: Change = (table, chance, tables) => {
  const [column, cells] = chance.of([...table.columns]);
  const others = [...tables.values()]
    .flatMap((one) => [...one.columns.values()])
    .filter((one) => one.length > 0);
  const cell = chance.of([chance.of(ODD), chance.of([...chance.of(others)]), chance.of([...cells])]);
  const at = chance.below(table.rows);
  return withColumn(table, column, [...cells].with(at, cell));
};

/** Another number or word that may well stand there. */
const likelyCell: Change = (table, chance) => {
  const [column, cells] = chance.of([...table.columns]);
  const at = chance.below(table.rows);
  const cell = cells[at];
  const near = typeof cell === 'number' ? Math.max(0, cell + chance.below(5) - 2) : chance.of([...cells]);
  return withColumn(table, column, [...cells].with(at, near));
};

const reordered =
  (order: (rows: number, chance: Chance) => number[]): Change =>
  (table, chance) => {
    const places = order(table.rows, chance);
    const columns = [...table.columns].map(
      ([name, cells]) => [name, places.map((at) => cells[at] ?? null)] as const,
    );
    return { rows: places.length, columns: new Map(columns) };
  };

const all = (rows: number) => Array.from({ length: rows }, (_, at) => at);

const CHANGES: readonly Change[] = [
  oddCell,
  oddCell,
  oddCell,
  likelyCell,
  likelyCell,
  likelyCell,
  likelyCell,
  reordered((rows, chance) => all(rows).toSpliced(chance.below(rows), 1)),
  reordered((rows, chance) => all(rows).toSpliced(chance.below(rows), 0, chance.below(rows))),
  reordered((rows, chance) => chance.shuffled(all(rows))),
  (table, chance) =>
    withColumn(table, chance.of(['colour', 'id', 'rev', 'deleted']), Array(table.rows).fill(1)),
  (table, chance) => {
    const columns = new Map(table.columns);
    columns.delete(chance.of([...columns.keys()]));
    return { ...table, columns };
  },
  (_table, chance, tables) => chance.of([...tables.values()]),
  () => undefined,
];

function withColumn(table: Table, name: string, cells: readonly Cell[]): Table {
  return { ...table, columns: new Map(table.columns).set(name, cells) };
}

/** Every figure on several days and every list that shows the office's rows, through the API. */
async function lookAtEverything({ client }: SoleOffice, { id: office }: SoleOffice): Promise<void> {
  const page = { office, limit: 500 };
  for (const after of [0, 15, 60, 400])
    await client.figures.asOf({ asOf: addDays(FIRST_DAY, after), office });
  await client.personnel.units({ office });
  await client.personnel.people(page);
  for (const { id: session } of (await client.study.sessions(page)).sessions)
    await client.study.attendance({ session, limit: 500 });
  for (const { id: round } of await client.selfInspection.rounds({ office }))
    await client.selfInspection.filings({ round, limit: 500 });
  const { items } = await client.rectification.items(page);
  for (const { id } of items) await client.rectification.item({ id });
}
