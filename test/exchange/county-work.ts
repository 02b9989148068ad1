/** Random work at a county's desk, through the API: whatever a clerk and a reviewer can do, in any order. */
import { ORPCError } from '@orpc/client';
import { filingMachine } from '../../shared/rules/filing-moves.ts';
import { itemMachine } from '../../shared/rules/item-moves.ts';
import { makeupMachine } from '../../shared/rules/makeup-moves.ts';
import { monthOf } from '../../shared/rules/months.ts';
import { movesFrom } from '../../shared/rules/moves.ts';
import { sessionMachine } from '../../shared/rules/session-moves.ts';
import { addDays, type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import {
  COUNTER_KINDS,
  INSTITUTION_KINDS,
  ITEM_SOURCES,
  MARKS,
  NAMED_EDUCATION_TYPES,
  POSTING_STATUSES,
} from '../../shared/vocabulary/words.ts';
import { ACTION_STEPS } from './county-actions.ts';
import type { SoleOffice } from './sole-office.ts';

export const FIRST_DAY = calendarDate('2021-03-01');

export interface Chance {
  /** 0 ≤ whole number < `below` */
  below(below: number): number;
  /** One of the list; from an empty one, the step ends here. */
  of<T>(list: readonly T[]): T;
  happens(share: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
}

class NothingThere extends Error {}

/** The same seed takes the same chances (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of: (list) => {
      if (list.length === 0) throw new NothingThere();
      return list[below(list.length)]!;
    },
    happens: (share) => next() < share,
    shuffled: (list) =>
      list
        .map((one) => [next(), one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one),
  };
}

/** A county with a few units and people to begin with, some way into the first round of self-inspection. */
export async function settleCounty(county: SoleOffice): Promise<void> {
  county.ports.setDate('2021-04-18');
  const { personnel } = county.client;
  const court = await personnel.createUnit({ name: '县人民法院', kind: 'court' });
  const police = await personnel.createUnit({ name: '县公安局', kind: 'publicSecurity' });
  const station = await personnel.createUnit({ name: '城关派出所', parent: police.id });
  for (const [index, unit] of [court, police, station, court, police, station].entries())
    await personnel.addPerson({ name: `某${index}`, unit: unit.id, from: FIRST_DAY });
}

/**
 * Tries that many steps; what the rules refuse is part of the day's work. A programming error is not.
 * @returns how many were taken
 */
export async function work(county: SoleOffice, chance: Chance, steps: number): Promise<number> {
  let taken = 0;
  for (let step = 0; step < steps; step += 1) {
    try {
      if (await chance.of(STEPS)(county, chance)) taken += 1;
    } catch (error) {
      if (error instanceof NothingThere) continue;
      if (!(error instanceof ORPCError) || ['internal', 'invalid_output'].includes(error.code)) throw error;
    }
  }
  return taken;
}

type Step = (county: SoleOffice, chance: Chance) => Promise<unknown>;

const today = (county: SoleOffice) => county.ports.clock.today();
const earlier = (county: SoleOffice, chance: Chance, days = 20): CalendarDate =>
  addDays(today(county), -chance.below(days));
const unitOf = async ({ client }: SoleOffice, chance: Chance) =>
  chance.of(await client.personnel.units({})).id;
const personOf = async ({ client }: SoleOffice, chance: Chance) =>
  chance.of((await client.personnel.people({ limit: 500 })).people);

const passDays: Step = async (county, chance) => county.ports.pass(86_400 * (1 + chance.below(4)));

const newUnit: Step = async (county, chance) => {
  const units = await county.client.personnel.units({});
  if (units.length > 8) return false;
  const parent = chance.happens(0.5) ? chance.of(units).id : null;
  return county.client.personnel.createUnit({ name: `股室${units.length}`, parent });
};

const newPerson: Step = async (county, chance) => {
  const { total } = await county.client.personnel.people({ limit: 1 });
  if (total > 14) return false;
  const fields = { name: `某${total}`, post: '科员', disambiguator: `牌${total}` };
  const from = addDays(FIRST_DAY, chance.below(30));
  const status = chance.of(POSTING_STATUSES);
  return county.client.personnel.addPerson({ ...fields, unit: await unitOf(county, chance), status, from });
};

const rename: Step = async (county, chance) => {
  const { id, rev } = await personOf(county, chance);
  return county.client.personnel.updatePerson({ id, rev, name: `某改${chance.below(99)}` });
};

const transfer: Step = async (county, chance) => {
  const { id, rev } = await personOf(county, chance);
  const to = { unit: await unitOf(county, chance), status: chance.of(POSTING_STATUSES) };
  return county.client.personnel.transfer({ id, rev, ...to, from: earlier(county, chance) });
};

const newSession: Step = async (county, chance) => {
  const { client } = county;
  const units = (await client.personnel.units({})).map(({ id }) => id);
  const { id, rev } = await client.study.createSession({
    title: `第${chance.below(99)}讲`,
    phase: 'study',
    types: chance.shuffled(NAMED_EDUCATION_TYPES).slice(0, 1 + chance.below(6)),
    form: 'collectiveStudy',
    day: earlier(county, chance),
    venues: ['一楼会议室', '二楼"分"会场'],
    chair: '主持人丁',
    mandatory: chance.happens(0.8),
    expected: { units: chance.happens(0.6) ? [] : chance.shuffled(units).slice(0, 2) },
  });
  if (chance.happens(0.1)) return true;
  const scheduled = await client.study.moveSession({ id, rev, move: 'schedule' });
  return client.study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
};

const sessionOf = async ({ client }: SoleOffice, chance: Chance) =>
  chance.of((await client.study.sessions({ limit: 500 })).sessions);

const TYPED = MARKS.filter((mark) => mark !== 'unmarked' && mark !== 'leave');

const mark: Step = async (county, chance) => {
  const { id, rev } = await sessionOf(county, chance);
  const { rows } = await county.client.study.attendance({ session: id, limit: 500 });
  const marks = rows
    .filter(() => chance.happens(0.5))
    .map(({ person }) => ({ person, mark: chance.of(TYPED), reason: '事由丙' }));
  return county.client.study.mark({
    session: id,
    rev,
    marks,
    ...(chance.happens(0.6) && { rest: 'present' }),
  });
};

const moveSession: Step = async (county, chance) => {
  const { id, rev, state } = await sessionOf(county, chance);
  const move = chance.of(
    movesFrom(sessionMachine, state).filter((one) => one !== 'cancel' || chance.happens(0.2)),
  );
  return county.client.study.moveSession({ id, rev, move, reason: '事由丙' });
};

/** Marked, submitted and approved at once, or the random moves would seldom get there. */
const finish: Step = async (county, chance) => {
  const { study } = county.client;
  let { id, rev, state } = await sessionOf(county, chance);
  if (state !== 'held' && state !== 'returned') return false;
  const { rows } = await study.attendance({ session: id, limit: 500 });
  const away = [
    { person: chance.of(rows).person, mark: chance.of(['absent', 'sickLeave'] as const), reason: '事由丙' },
  ];
  ({ rev } = await study.mark({ session: id, rev, marks: away, rest: chance.of(['present', 'video']) }));
  ({ rev, state } = await study.moveSession({ id, rev, move: 'submit' }));
  return study.moveSession({ id, rev, move: 'approve' });
};

const makeup: Step = async (county, chance) => {
  const { sessions } = await county.client.study.sessions({ limit: 500 });
  const open = sessions.filter(({ sums }) => sums.makeupPending + sums.makeupDone > 0);
  const { id, rev } = chance.of(open);
  const { rows } = await county.client.study.attendance({ session: id, limit: 500 });
  const { makeup: state, person } = chance.of(rows.filter((row) => ['pending', 'done'].includes(row.makeup)));
  const move = chance.of(movesFrom(makeupMachine, state));
  const brought = { on: earlier(county, chance, 6), document: '补字1号', reason: '事由丙' };
  return county.client.study.moveMakeup({ session: id, rev, people: [person], move, ...brought });
};

const file: Step = async (county, chance) => {
  const { client } = county;
  const round = chance.of(await client.selfInspection.rounds({}));
  const hasProblem = chance.happens(0.4);
  const { id: person } = await personOf(county, chance);
  return client.selfInspection.file({
    round: round.id,
    person,
    filedOn: earlier(county, chance),
    declared: hasProblem ? 'hasProblem' : 'noProblem',
    paperNumber: `自字5号${person}`,
    items: hasProblem ? [{ category: 'shares-and-loans', summary: '摘要己' }] : [],
  });
};

const moveFiling: Step = async (county, chance) => {
  const { client } = county;
  const round = chance.of(await client.selfInspection.rounds({}));
  const { filings } = await client.selfInspection.filings({ round: round.id, limit: 500 });
  const filed = filings.filter(({ id }) => id !== null);
  if (filed.length === 0) return false;
  const { id, rev, state } = chance.of(filed);
  if (state === 'due') return false;
  const move = chance.of(movesFrom(filingMachine, state));
  return client.selfInspection.moveFiling({ id: id!, rev: rev!, move, reason: '事由丙' });
};

const dispose: Step = async (county, chance) => {
  const { client } = county;
  const round = chance.of(await client.selfInspection.rounds({}));
  const { filings } = await client.selfInspection.filings({ round: round.id, state: 'approved', limit: 500 });
  const filed = filings.filter(({ items }) => items > 0);
  if (filed.length === 0) return false;
  const { itemList } = await client.selfInspection.filing({ id: chance.of(filed).id! });
  const { id: item, rev } = chance.of(itemList);
  const disposition = chance.of(['rectification', 'handedOver', 'noAction'] as const);
  const brought = { transferDocument: '移字1号', reason: '事由丙', problem: '转来的问题' };
  return client.selfInspection.disposeItem({ item, rev, disposition, ...brought });
};

const newItem: Step = async (county, chance) => {
  const { client } = county;
  const { id, rev } = await client.rectification.draftItem({
    source: chance.of(ITEM_SOURCES),
    category: 'cases-not-handled',
    problem: '有案不立',
    measures: '逐案复核',
    unit: await unitOf(county, chance),
    leader: '责任领导庚',
    owner: '责任人辛',
    dueOn: addDays(today(county), chance.below(40)),
  });
  return chance.happens(0.9) && client.rectification.moveItem({ id, rev, move: 'issue' });
};

const itemOf = async ({ client }: SoleOffice, chance: Chance) =>
  chance.of((await client.rectification.items({ limit: 500 })).items);

const moveItem: Step = async (county, chance) => {
  const { id, rev, source, state } = await itemOf(county, chance);
  const other = await itemOf(county, chance);
  const wanted = chance.of(movesFrom(itemMachine, state).filter((one) => one !== 'extend'));
  const own = source !== 'groupFeedback' && source !== 'higherSupervision';
  const move = wanted === 'approve' || wanted === 'reportUp' ? (own ? 'approve' : 'reportUp') : wanted;
  const brought = { reason: '整改理由', evidenceNumber: '佐证1号', mergedInto: other.id };
  return county.client.rectification.moveItem({ id, rev, move, ...brought });
};

/** As far as the group's review, or the random moves would seldom get there. */
const reportUp: Step = async (county, chance) => {
  const { rectification } = county.client;
  const item = await itemOf(county, chance);
  let { rev } = item;
  if (item.owner === null) {
    const open = {
      measures: '逐案复核',
      leader: '责任领导庚',
      owner: '责任人辛',
      unit: await unitOf(county, chance),
    };
    const fields = { source: item.source, problem: item.problem, repeats: item.repeats };
    const dueOn = calendarDate(item.dueOn ?? today(county));
    const category = item.category ?? 'cases-not-handled';
    ({ rev } = await rectification.updateItem({ id: item.id, rev, ...fields, ...open, dueOn, category }));
  }
  for (const move of ['start', 'apply', 'reportUp'] as const)
    ({ rev } = await rectification.moveItem({ id: item.id, rev, move, evidenceNumber: '佐证2号' }));
  return true;
};

const extend: Step = async (county, chance) => {
  const { id, rev } = await itemOf(county, chance);
  const dueOn = addDays(today(county), 1 + chance.below(60));
  return county.client.rectification.extendItem({ id, rev, dueOn, reason: '整改理由' });
};

const count: Step = async (county, chance) => {
  const month = monthOf(earlier(county, chance, 50));
  const cells = [
    {
      unit: await unitOf(county, chance),
      kind: chance.of(COUNTER_KINDS),
      count: chance.happens(0.2) ? null : chance.below(9),
    },
  ];
  const { units } = await county.client.supporting.counters({ month });
  return county.client.supporting.setCounters({
    month,
    cells: cells.map((cell) => ({
      ...cell,
      rev: units.find(({ unit }) => unit === cell.unit)?.cells[cell.kind].rev ?? 0,
    })),
  });
};

const institution: Step = async (county, chance) => {
  const { supporting } = county.client;
  const { institutions } = await supporting.institutions({});
  if (institutions.length > 0 && chance.happens(0.4)) {
    const { id, rev } = chance.of(institutions);
    return supporting.removeInstitution({ id, rev });
  }
  return supporting.addInstitution({
    kind: chance.of(INSTITUTION_KINDS),
    title: `制度${chance.below(9)}`,
    on: earlier(county, chance),
    unit: chance.happens(0.5) ? await unitOf(county, chance) : null,
  });
};

const talk: Step = async (county, chance) => {
  const { id: person } = await personOf(county, chance);
  const recordNumber = `谈-${chance.below(999)}`;
  return county.client.supporting.addTalk({
    person,
    on: earlier(county, chance),
    by: '谈话人壬',
    recordNumber,
  });
};

const undo: Step = async ({ client }) => {
  const { step, undoable } = await client.office.lastStep();
  return undoable && step !== null && client.office.undo({ step });
};

const STEPS: readonly Step[] = [
  undo,
  undo,
  passDays,
  newUnit,
  newPerson,
  rename,
  transfer,
  transfer,
  newSession,
  newSession,
  mark,
  mark,
  moveSession,
  moveSession,
  finish,
  finish,
  makeup,
  makeup,
  makeup,
  file,
  file,
  moveFiling,
  moveFiling,
  dispose,
  newItem,
  newItem,
  moveItem,
  moveItem,
  moveItem,
  reportUp,
  reportUp,
  extend,
  count,
  count,
  institution,
  talk,
  ...ACTION_STEPS,
];
