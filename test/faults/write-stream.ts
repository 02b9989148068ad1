import type { ApiClient } from '../../electron/transport/in-process.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { ItemMove, SessionMove } from '../../shared/vocabulary/words.ts';
import { randomStream } from '../support/random-stream.ts';
import { type FaultDesk, open } from './fault-desk.ts';

/** Writes in a stream. */
export const STREAM_LENGTH = 60;
/** The ledger is closed and opened again before these, so that kills meet both. */
const REOPENED_AT: ReadonlySet<number> = new Set([20, 40]);
const MINUTES_BETWEEN = 150;
/** One of the preset's. */
const CATEGORY = 'cases-not-handled';

interface Version {
  readonly id: string;
  readonly rev: number;
}

/** What the stream knows of what it wrote: from the answers alone. */
interface World {
  readonly client: ApiClient;
  readonly random: () => number;
  today: string;
  number: number;
  readonly units: string[];
  readonly people: (Version & { movedOn: string; filed: boolean })[];
  readonly sessions: (Version & { state: string; marked: boolean })[];
  readonly filings: (Version & { state: string })[];
  readonly items: (Version & { state: string })[];
  round: string;
  /** It came: a process of its own reads it, so one for each stream is enough. */
  roster: boolean;
}

type Session = Parameters<ApiClient['study']['createSession']>[0];

export interface Watcher {
  /** Before the write with this number, from 1, is asked for. */
  starts(number: number): void;
  /** After its answer came. */
  ends(number: number, answer: Version): void;
}

/**
 * Random writes of every register through the API, one audit row each; the same seed gives the same ones. The
 * desk is opened first, twice in between, and closed at the end.
 */
export async function playStream(desk: FaultDesk, seed: number, watcher: Watcher): Promise<void> {
  const world = newWorld(desk, seed);
  await open(desk);
  const [round] = await desk.client.selfInspection.rounds({});
  world.round = round?.id ?? '';
  for (let number = 1; number <= STREAM_LENGTH; number += 1) {
    if (REOPENED_AT.has(number)) {
      await desk.client.office.lock();
      await open(desk);
    }
    desk.ports.pass(MINUTES_BETWEEN * 60);
    world.today = desk.ports.clock.today();
    world.number = number;
    const write = pick(world, possibleWrites(world));
    watcher.starts(number);
    watcher.ends(number, await write());
  }
  await desk.client.office.lock();
}

function newWorld({ client, ports }: FaultDesk, seed: number): World {
  const known = { units: [], people: [], sessions: [], filings: [], items: [] };
  const today = ports.clock.today();
  return { client, random: randomStream(seed), today, number: 0, round: '', roster: false, ...known };
}

/** In the first writes a unit and people come, so that all others become possible. */
function possibleWrites(world: World): (() => Promise<Version>)[] {
  if (world.units.length === 0) return [() => createUnit(world)];
  if (world.people.length < 3) return [() => addPerson(world)];
  return [
    () => createUnit(world),
    () => addPerson(world),
    () => addPerson(world),
    ...(world.roster ? [] : [() => importRoster(world)]),
    () => updatePerson(world),
    () => createSession(world),
    () => draftItem(world),
    () => exportBundle(world),
    ...world.people.filter(({ movedOn }) => movedOn < world.today).map((one) => () => transfer(world, one)),
    ...world.people.filter(({ filed }) => !filed).map((one) => () => file(world, one)),
    ...world.filings.filter(({ state }) => state === 'filed').map((one) => () => approveFiling(world, one)),
    ...world.sessions.flatMap((one) => {
      const step = one.state === 'held' && !one.marked ? mark : moveSession;
      return one.state === 'approved' ? [] : [() => step(world, one), () => step(world, one)];
    }),
    ...world.items.filter(({ state }) => state in ITEM_STEPS).map((one) => () => moveItem(world, one)),
  ];
}

async function createUnit({ client, units, number }: World): Promise<Version> {
  const answer = await client.personnel.createUnit({ name: `第${number}科`, kind: 'court' });
  units.push(answer.id);
  return answer;
}

async function addPerson(world: World): Promise<Version> {
  const from = addDays(calendarDate(world.today), -30);
  const unit = pick(world, world.units);
  const answer = await world.client.personnel.addPerson({ name: `某${world.number}`, unit, from });
  world.people.push({ ...answer, movedOn: from, filed: false });
  return answer;
}

async function updatePerson(world: World): Promise<Version> {
  const person = pick(world, world.people);
  const { name } = await world.client.personnel.person({ id: person.id });
  const fields = { name: name ?? '', post: `职务${world.number}` };
  const answer = await world.client.personnel.updatePerson({ id: person.id, rev: person.rev, ...fields });
  return Object.assign(person, answer);
}

async function transfer(world: World, person: World['people'][number]): Promise<Version> {
  const [unit, from] = [pick(world, world.units), world.today];
  const move = { id: person.id, rev: person.rev, unit, status: 'onDuty', from } as const;
  return Object.assign(person, await world.client.personnel.transfer(move), { movedOn: from });
}

/** Thirty rows in one write, two new units among them. */
async function importRoster(world: World): Promise<Version> {
  const { client, number } = world;
  world.roster = true;
  const rows = Array.from(
    { length: 30 },
    (_, at) => `${at + 1},名册${number}单位${at % 2},册${number}人${at},科员`,
  );
  const content = Buffer.from(`序号,单位,姓名,职务\n${rows.join('\n')}\n`).toString('base64');
  const asked = { fileName: 'roster.csv', content, createUnits: true, apply: true };
  const { added, applied } = await client.personnel.importRoster(asked);
  if (!applied || added !== rows.length) throw new Error(`${added} rows of a roster added`);
  return { id: 'roster', rev: added };
}

async function createSession({ client, sessions, number, today }: World): Promise<Version> {
  const about = {
    title: `第${number}次集中学习`,
    phase: 'study',
    types: ['political'],
    form: 'collectiveStudy',
  } satisfies Partial<Session>;
  const answer = await client.study.createSession({ ...about, day: today, venues: ['会议室'] });
  sessions.push({ ...answer, state: 'draft', marked: false });
  return answer;
}

const SESSION_STEPS: Readonly<Record<string, SessionMove>> = {
  draft: 'schedule',
  scheduled: 'hold',
  held: 'submit',
  submitted: 'approve',
};

async function moveSession({ client }: World, session: World['sessions'][number]): Promise<Version> {
  const move = SESSION_STEPS[session.state] ?? 'schedule';
  return Object.assign(session, await client.study.moveSession({ id: session.id, rev: session.rev, move }));
}

async function mark(world: World, session: World['sessions'][number]): Promise<Version> {
  const { rows } = await world.client.study.attendance({ session: session.id });
  const away = rows.filter(() => world.random() < 0.3);
  const marks = away.map(
    ({ person }) => ({ person, mark: 'sickLeave', reason: `病假条${world.number}` }) as const,
  );
  const asked = { session: session.id, rev: session.rev, marks, rest: 'present' } as const;
  const { id, rev } = await world.client.study.mark(asked);
  Object.assign(session, { rev, marked: true });
  return { id, rev };
}

async function file(world: World, person: World['people'][number]): Promise<Version> {
  const items = world.random() < 0.5 ? [] : [{ category: CATEGORY, summary: `说明${world.number}` }];
  const declared = items.length > 0 ? 'hasProblem' : 'noProblem';
  const about = {
    round: world.round,
    person: person.id,
    filedOn: calendarDate(world.today),
    declared,
  } as const;
  const answer = await world.client.selfInspection.file({
    ...about,
    paperNumber: `自查${world.number}号`,
    items,
  });
  person.filed = true;
  world.filings.push({ ...answer, state: 'filed' });
  return answer;
}

async function approveFiling({ client }: World, filing: World['filings'][number]): Promise<Version> {
  const move = { id: filing.id, rev: filing.rev, move: 'approve' } as const;
  return Object.assign(filing, await client.selfInspection.moveFiling(move));
}

async function draftItem(world: World): Promise<Version> {
  const about = { source: 'officeInspection', category: CATEGORY, problem: `问题${world.number}` } as const;
  const people = {
    measures: '逐案复核',
    leader: '李副局长',
    owner: '王所长',
    dueOn: calendarDate('2021-12-31'),
  };
  const unit = pick(world, world.units);
  const answer = await world.client.rectification.draftItem({ ...about, ...people, unit });
  world.items.push({ ...answer, state: 'draft' });
  return answer;
}

const ITEM_STEPS: Readonly<Record<string, ItemMove>> = {
  draft: 'issue',
  issued: 'start',
  inProgress: 'apply',
  officeReview: 'approve',
};

async function moveItem({ client, number }: World, item: World['items'][number]): Promise<Version> {
  const move = ITEM_STEPS[item.state] ?? 'issue';
  const evidence = move === 'apply' ? { evidenceNumber: `佐证${number}` } : {};
  return Object.assign(
    item,
    await client.rectification.moveItem({ id: item.id, rev: item.rev, move, ...evidence }),
  );
}

/** Sealing costs more than any other write here, and takes the bundle's number only at its end. */
async function exportBundle({ client }: World): Promise<Version> {
  const { headRev, sequence } = await client.exchange.exportBundle({});
  return { id: `bundle ${sequence}`, rev: headRev };
}

function pick<T>({ random }: Pick<World, 'random'>, among: readonly T[]): T {
  const chosen = among[Math.floor(random() * among.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
