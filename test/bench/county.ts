import { join } from 'node:path';
import { createHost, type Host } from '../../electron/api/host.ts';
import type { Actor } from '../../electron/registers/actor.ts';
import { addPerson, createUnit } from '../../electron/registers/personnel/personnel-register.ts';
import { moveMakeup } from '../../electron/registers/study/study-makeups.ts';
import { moveSession } from '../../electron/registers/study/study-moves.ts';
import { createSession, findSession } from '../../electron/registers/study/study-register.ts';
import type { Write } from '../../electron/store/handles.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { type Mark, NAMED_EDUCATION_TYPES } from '../../shared/vocabulary/words.ts';
import { randomStream } from '../support/random-stream.ts';
import { testPorts } from '../support/test-ports.ts';

export const DESK = { user: 'desk', password: 'quiet-river-77' };
export const TODAY = calendarDate('2021-12-31');

/** An installation with one account of every role. */
export interface Desk {
  readonly folder: string;
  readonly host: Host;
  readonly client: ApiClient;
}

export interface County extends Desk {
  /** Ids of everybody on the roster. */
  readonly people: readonly string[];
  /** Repeatable numbers in [0, 1). */
  readonly random: () => number;
}

export type GivenMarks = { person: string; mark: Mark; reason?: string }[];

export interface Marked {
  readonly id: string;
  readonly rev: number;
  readonly marks: GivenMarks;
  /** Which day of the year's sessions it was, for the days of make-ups. */
  readonly day: number;
}

const UNITS = 20;

/** Data lie in `<root>/<name>`, those of its PC in `<root>/<name>-pc`. */
export function deskAt(root: string, name: string): Desk {
  const ports = testPorts(join(root, `${name}-pc`));
  ports.setDate(TODAY);
  const host = createHost(join(root, name), ports);
  return { folder: host.folder, host, client: inProcessClient(host) };
}

export async function unlock(desk: Desk): Promise<Desk> {
  await desk.client.office.unlock(DESK);
  return desk;
}

export async function newDesk(root: string, code: string, role: 'office' | 'group'): Promise<Desk> {
  const desk = deskAt(root, code);
  const { office } = desk.client;
  const fields = { ...DESK, role, code, name: `office ${code}`, singleAccount: true };
  const { recoveryCode } = await office.initialize(fields);
  await office.confirmRecovery({ code: recoveryCode });
  return desk;
}

export function ledgerOf({ host }: Desk): OpenLedger {
  if (!host.ledger) throw new Error('the desk is locked');
  return host.ledger;
}

/** A county with its roster: twenty units, everybody on duty. */
export async function newCounty(root: string, code: string, size: number): Promise<County> {
  const desk = await newDesk(root, code, 'office');
  const people = inOneWrite(desk, (write) => {
    const units = Array.from(
      { length: UNITS },
      (_, at) => createUnit(write, { name: `单位${at}`, parent: null, kind: 'court' }).id,
    );
    return Array.from({ length: size }, (_, at) => {
      const fields = { name: `某${at}`, post: null, staffing: null, orderNumber: at, disambiguator: null };
      const unit = units[at % UNITS] ?? '';
      return addPerson(write, { ...fields, unit, status: 'onDuty', from: calendarDate('2021-02-28') }).id;
    });
  });
  return { ...desk, people, random: randomStream(20210228) };
}

/**
 * `count` sessions up to 已安排, numbered from `from`; what no line measures goes through in one write.
 * @param among ids of who is expected; everybody when left out
 */
export function schedule(
  county: County,
  from: number,
  count: number,
  among?: readonly string[],
): { id: string; rev: number }[] {
  return inOneWrite(county, (write, actor) =>
    Array.from({ length: count }, (_, at) => {
      const session = createSession(write, sessionFields(from + at, among));
      return moveSession(write, actor, { ...session, move: 'schedule' });
    }),
  );
}

function sessionFields(number: number, among?: readonly string[]): Parameters<typeof createSession>[1] {
  return {
    title: `集中学习第${number}次`,
    phase: 'study',
    types: [NAMED_EDUCATION_TYPES[number % NAMED_EDUCATION_TYPES.length] ?? 'political'],
    form: 'collectiveStudy',
    action: null,
    day: addDays(calendarDate('2021-03-01'), number % 200),
    startsAt: null,
    endsAt: null,
    venues: ['一楼会议室'],
    chair: null,
    batch: null,
    mandatory: true,
    materialNumber: null,
    expected: among ? { people: [...among] } : { units: [] },
  };
}

/** Marks as a county has them: 92 in 100 present, leave of every kind, a few absent or exempt. */
export function inventMarks({ people, random }: County): GivenMarks {
  return people.map((person) => {
    const mark = inventMark(random());
    return ['present', 'video', 'late'].includes(mark)
      ? { person, mark }
      : { person, mark, reason: '有请假条' };
  });
}

const UP_TO: readonly (readonly [number, Mark])[] = [
  [0.88, 'present'],
  [0.9, 'video'],
  [0.92, 'late'],
  [0.94, 'officialLeave'],
  [0.955, 'sickLeave'],
  [0.965, 'personalLeave'],
  [0.985, 'duty'],
  [0.995, 'absent'],
  [1, 'exempt'],
];

function inventMark(share: number): Mark {
  return UP_TO.find(([limit]) => share < limit)?.[1] ?? 'present';
}

/** 提交 and 通过 of all these sessions in one write. */
export function approve(county: County, sessions: readonly Marked[]): void {
  inOneWrite(county, (write, actor) => {
    for (const { id, rev } of sessions) {
      const submitted = moveSession(write, actor, { id, rev, move: 'submit' });
      moveSession(write, actor, { ...submitted, move: 'approve' });
    }
  });
}

/** A make-up confirmed for every other absence of approved sessions, in one write. */
export function makeUp(county: County, sessions: readonly Marked[]): void {
  inOneWrite(county, (write, actor) => {
    for (const { id, marks, day } of sessions) {
      const { rev } = findSession(write, write.office, id);
      const away = marks.filter(({ mark, reason }) => reason && mark !== 'exempt');
      const people = away.filter((_, at) => at % 2 === 0).map(({ person }) => person);
      if (people.length === 0) continue;
      const on = addDays(calendarDate('2021-03-08'), day % 200);
      const made = { session: id, people };
      moveMakeup(write, actor, { ...made, rev, move: 'record', on, document: '补课记录' });
      moveMakeup(write, actor, { ...made, rev: write.rev, move: 'confirm' });
    }
  });
}

function inOneWrite<T>(desk: Desk, work: (write: Write, actor: Actor) => T): T {
  const ledger = ledgerOf(desk);
  const { pk, roles } = ledger.account;
  const actor: Actor = { account: pk, roles, singleAccount: true };
  return ledger.write(pk, 'bench.prepare', (write) => work(write, actor));
}
