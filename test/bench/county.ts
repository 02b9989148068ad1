import { join } from 'node:path';
import { createHost, type Host } from '../../electron/api/host.ts';
import type { Actor } from '../../electron/registers/actor.ts';
import { addPerson, createUnit } from '../../electron/registers/personnel/personnel-register.ts';
import { moveMakeup } from '../../electron/registers/study/study-makeups.ts';
import { moveSession } from '../../electron/registers/study/study-moves.ts';
import { createSession } from '../../electron/registers/study/study-register.ts';
import type { Write } from '../../electron/store/handles.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { addDays, calendarDate } from '../../shared/vocabulary/dates.ts';
import { EDUCATION_TYPES, type Mark } from '../../shared/vocabulary/words.ts';
import { testPorts } from '../support/test-ports.ts';
import { randomStream } from './random.ts';

export const DESK = { user: 'desk', password: 'quiet-river-77' };
export const TODAY = '2021-12-31';

/** An office or a group with one account of every role, open. */
export interface Desk {
  readonly folder: string;
  readonly host: Host;
  readonly client: ApiClient;
}

export interface Held {
  readonly id: string;
  readonly rev: number;
}

export type GivenMarks = { person: string; mark: Mark; reason?: string }[];

const UNITS = 20;

/** Data lie in `<folder>/<code>`, the second anchor in `<folder>/pc`. */
export function deskAt(folder: string, code: string): Desk {
  const ports = testPorts(join(folder, 'pc'));
  ports.setDate(TODAY);
  const host = createHost(join(folder, code), ports);
  return { folder: host.folder, host, client: inProcessClient(host) };
}

export async function newDesk(folder: string, code: string, role: 'office' | 'group'): Promise<Desk> {
  const desk = deskAt(folder, code);
  await desk.client.office.initialize({ ...DESK, role, code, name: `office ${code}`, singleAccount: true });
  return desk;
}

export function ledgerOf({ host }: Desk): OpenLedger {
  if (!host.ledger) throw new Error('the desk is locked');
  return host.ledger;
}

/** Fills the roster. @returns ids of the people */
export function settle(county: Desk, people: number): string[] {
  return inOneWrite(county, (write) => {
    const units = Array.from(
      { length: UNITS },
      (_, at) => createUnit(write, { name: `单位${at}`, parent: null, kind: 'court' }).id,
    );
    return Array.from({ length: people }, (_, at) => {
      const person = { name: `某${at}`, post: null, staffing: null, orderNumber: at, disambiguator: null };
      const unit = units[at % UNITS] ?? '';
      return addPerson(write, { ...person, unit, status: 'onDuty', from: calendarDate('2021-02-28') }).id;
    });
  });
}

/** Sessions up to 已安排, `from` … `from + count - 1`; what no bench measures goes through in one write. */
export function schedule(county: Desk, from: number, count: number): Held[] {
  return inOneWrite(county, (write, actor) =>
    Array.from({ length: count }, (_, at) => {
      const session = createSession(write, sessionFields(from + at));
      return moveSession(write, actor, { ...session, move: 'schedule' });
    }),
  );
}

function sessionFields(number: number): Parameters<typeof createSession>[1] {
  const type = EDUCATION_TYPES[number % EDUCATION_TYPES.length] ?? 'political';
  return {
    title: `集中学习第${number}次`,
    phase: 'study',
    types: [type],
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
    expected: { units: [] },
  };
}

/** Marks as a county has them: 92 in 100 present, leave of every kind, a few absent or exempt. */
export function inventMarks(people: readonly string[], random: () => number): GivenMarks {
  return people.map((person) => {
    const mark = inventMark(random());
    return mark === 'present' || mark === 'video' || mark === 'late'
      ? { person, mark }
      : { person, mark, reason: '有请假条' };
  });
}

const SHARES: readonly (readonly [number, Mark])[] = [
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
  return SHARES.find(([limit]) => share < limit)?.[1] ?? 'present';
}

/** 提交, 通过, and a make-up confirmed for every other absence, for all of these sessions in one write. */
export function approve(
  county: Desk,
  sessions: readonly (Held & { marks: GivenMarks; day: number })[],
): void {
  inOneWrite(county, (write, actor) => {
    for (const { id, rev, marks, day } of sessions) {
      const submitted = moveSession(write, actor, { id, rev, move: 'submit' });
      moveSession(write, actor, { ...submitted, move: 'approve' });
      const people = marks.flatMap(({ person, mark, reason }, at) =>
        reason && mark !== 'exempt' && at % 2 ? person : [],
      );
      if (people.length === 0) continue;
      const on = addDays(calendarDate('2021-03-08'), day % 200);
      moveMakeup(write, actor, {
        session: id,
        rev: write.rev,
        people,
        move: 'record',
        on,
        document: '补课记录',
      });
      moveMakeup(write, actor, { session: id, rev: write.rev, people, move: 'confirm' });
    }
  });
}

function inOneWrite<T>(desk: Desk, work: (write: Write, actor: Actor) => T): T {
  const ledger = ledgerOf(desk);
  const actor: Actor = { account: ledger.account.pk, roles: ledger.account.roles, singleAccount: true };
  return ledger.write(ledger.account.pk, 'bench.prepare', (write) => work(write, actor));
}

export { randomStream };
