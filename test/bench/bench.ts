/**
 * `npm run bench [-- --quick] [-- --json] [-- PART…]`: what the core costs, each time against a reference measured in
 * the same run. `--quick` takes a tenth of the rows: it shows that everything runs, its ratios say little. Parts that
 * need no other can be named: rosters, people, registers, sheet, offices.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeBundles } from './bundles.ts';
import { type County, newCounty, newDesk, unlock } from './county.ts';
import { askFigures, askFiguresPage } from './figures.ts';
import { isMet, type Line, ratioOf, tableOf } from './lines.ts';
import { writeMarks } from './marks.ts';
import { openOffices } from './offices.ts';
import { openPage } from './page.ts';
import { searchPeople } from './people-search.ts';
import { completeTable, plainDatabase } from './plain-database.ts';
import { askRegisters } from './register-lists.ts';
import { rehearseRosters } from './rosters.ts';
import { markSheet } from './sheet.ts';
import { startUp } from './start-up.ts';

const PEOPLE = 600;
const REFERENCES = ['bash', 'sqlite3', 'zstd', 'age'];

const quick = process.argv.includes('--quick');
const json = process.argv.includes('--json');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const missing = REFERENCES.filter((name) => spawnSync(name, ['--version']).error);

type Part = (sessions: number, times: number) => Promise<Line[]>;
/** Parts that bring their own data. */
const PARTS = {
  rosters: (sessions, times) => {
    say('rehearsing a roster');
    return rehearseRosters(root, sessions * 50, times);
  },
  people: async (sessions, times) => {
    say('searching for people');
    return searchPeople(await newDesk(root, '530102', 'office'), sessions * 100, times * 5);
  },
  registers: async (sessions, times) => {
    say('asking for the lists of filings and items');
    const desk = await newDesk(root, '530103', 'office');
    return askRegisters(desk, { filings: sessions * 20, items: sessions * 5 }, times * 3);
  },
  sheet: (sessions, times) => {
    say('marking a sheet');
    return markSheet(root, sessions * 3, times * 20);
  },
  offices: async (sessions, times) => {
    const county = await newCounty(root, '530105', PEOPLE);
    await writeMarks(county, sessions, null);
    return allOffices(county, sessions, times);
  },
} as const satisfies Record<string, Part>;

const root = mkdtempSync(join(tmpdir(), 'ledger-bench-'));
try {
  const began = performance.now();
  const [sessions, times] = quick ? [100, 1] : [1000, 5];
  const lines = named.length > 0 ? await measureNamed(sessions, times) : await measureAll(sessions, times);
  report(lines, (performance.now() - began) / 1000);
} finally {
  if (!process.env.KEEP) rmSync(root, { recursive: true, force: true });
  else console.error(root);
}

async function measureAll(sessions: number, times: number): Promise<Line[]> {
  if (missing.length > 0)
    say(`NOT COMPARED: ${missing.join(', ')} missing on this machine; install and run again.`);
  say(`${sessions.toLocaleString('en')} sessions of ${PEOPLE} people`);
  const county = await newCounty(root, '530101', PEOPLE);
  const group = await newDesk(root, '530100', 'group');
  await county.client.exchange.trust({ content: (await group.client.exchange.ownKeys()).content });
  await group.client.exchange.trust({ content: (await county.client.exchange.ownKeys()).content });
  const plain = missing.length === 0 ? plainDatabase(root, county) : null;

  say('writing the marks');
  const marks = await writeMarks(county, sessions, plain);
  if (plain) completeTable(plain, county);
  say('asking for the figures');
  const figures = await askFigures(county, times);
  say('exchanging bundles');
  const bundles = await exchangeBundles({ root, county, group, plain }, times);
  await unlock(county);
  const offices = await allOffices(county, sessions, times);
  await county.client.office.lock();
  say('starting the command line');
  const starts = await startUp(county, times + 2);
  const rosters = await PARTS.rosters(sessions, times);
  const people = await PARTS.people(sessions, times);
  const registers = await PARTS.registers(sessions, times);
  say('opening the page');
  const page = await openPage(county, root, times + 2);
  const sheet = await PARTS.sheet(sessions, times);
  say('asking for every table of the figures');
  // Last: it adds items that no bundle would take.
  await unlock(county);
  const figuresPage = await askFiguresPage(county, sessions * 5, times);
  return [
    ...marks,
    figures,
    ...figuresPage,
    ...bundles,
    ...offices,
    ...starts,
    ...rosters,
    ...people,
    ...registers,
    ...page,
    ...sheet,
  ];
}

function allOffices(county: County, sessions: number, times: number): Promise<Line[]> {
  const offices = sessions / 50;
  say(`opening ${offices} offices with as many marks each`);
  return openOffices(root, county, offices, times);
}

async function measureNamed(sessions: number, times: number): Promise<Line[]> {
  const unknown = named.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`unknown part: ${unknown.join(', ')}`);
  const lines: Line[] = [];
  for (const name of named) lines.push(...(await PARTS[name as keyof typeof PARTS](sessions, times)));
  return lines;
}

function report(lines: readonly Line[], seconds: number): void {
  const missed = quick ? [] : lines.filter((line) => isMet(line) === false);
  if (json) {
    const shown = lines.map((line) => ({
      ...line,
      ratio: ratioOf(line),
      met: quick ? null : (isMet(line) ?? null),
    }));
    process.stdout.write(`${JSON.stringify({ quick, missing, seconds, lines: shown })}\n`);
  } else process.stdout.write(`${tableOf(lines, !quick)}\n`);
  say(`${seconds.toFixed(0)} s${missed.length > 0 ? `, ${missed.length} goals missed` : ''}`);
  if (missed.length > 0 || missing.length > 0) process.exitCode = 1;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
