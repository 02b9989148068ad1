import type { Actor } from '../../../electron/registers/actor.ts';
import { attendance, mark } from '../../../electron/registers/study/study-attendance.ts';
import type { SessionFields } from '../../../electron/registers/study/study-input.ts';
import { moveMakeup } from '../../../electron/registers/study/study-makeups.ts';
import { moveSession } from '../../../electron/registers/study/study-moves.ts';
import { createSession, session } from '../../../electron/registers/study/study-register.ts';
import { verifySummary } from '../../../electron/registers/study/study-summary.ts';
import type { Write } from '../../../electron/store/handles.ts';
import type { OpenLedger } from '../../../electron/store/ledger-store.ts';
import { insertRow } from '../../../electron/store/rows.ts';
import type { Given } from '../../../shared/contract/base.ts';
import type { study } from '../../../shared/contract/study.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { AccountRole, Mark, PostingStatus, SessionMove } from '../../../shared/vocabulary/words.ts';
import { newLedger } from '../../store/new-ledger.ts';
import { lastingScratch } from '../../support/scratch.ts';
import { type TestPorts, testPorts } from '../../support/test-ports.ts';

const actor = (account: number, ...roles: AccountRole[]): Actor => ({ account, roles, singleAccount: false });

export const clerk = actor(11, 'clerk');
export const otherClerk = actor(12, 'clerk');
export const reviewer = actor(13, 'reviewer');
export const both = actor(14, 'clerk', 'reviewer');
export const alone: Actor = { ...both, account: 15, singleAccount: true };

export interface Posting {
  readonly unit: string;
  readonly status?: PostingStatus;
  readonly from?: string;
  readonly until?: string | null;
}

/** A real office in a real encrypted file, and hands to work in it. Today is 2021-03-15 unless set. */
export interface Desk {
  readonly store: OpenLedger;
  readonly ports: TestPorts;
  close(): void;
  /** One write as this account. */
  as<T>(who: Actor, change: (write: Write) => T): T;
  unit(name: string, parent?: string): string;
  person(name: string, ...postings: Posting[]): string;
  create(fields?: Partial<SessionFields>): string;
  move(who: Actor, id: string, ...moves: SessionMove[]): void;
  /** A session that was held and takes marks. */
  held(fields?: Partial<SessionFields>): string;
  mark(who: Actor, id: string, marks: Readonly<Record<string, Mark>>, reason?: string): void;
  makeup(who: Actor, id: string, step: Omit<Given<typeof study.moveMakeup>, 'session' | 'rev'>): void;
  look(id: string): ReturnType<typeof session>;
  rows(id: string): ReturnType<typeof attendance>['rows'];
  deviations(): number;
}

export const ready: SessionFields = {
  title: '专题党课',
  phase: 'study',
  types: ['political'],
  form: 'partyLecture',
  action: null,
  day: calendarDate('2021-03-10'),
  startsAt: '09:00',
  endsAt: null,
  venues: ['第一会议室'],
  chair: null,
  batch: null,
  mandatory: true,
  materialNumber: null,
  expected: { units: [] },
};

export async function openDesk(): Promise<Desk> {
  const { folder, remove } = lastingScratch();
  const ports = testPorts(folder);
  const { store } = await newLedger(folder, ports);
  const as: Desk['as'] = (who, change) => store.write(who.account, 'test', change);
  const look = (id: string) =>
    store.read((db) => session(db, { office: store.office, today: ports.clock.today(), actor: clerk }, id));
  const page = { offset: 0, limit: 1000 };
  const desk: Desk = {
    store,
    ports,
    as,
    look,
    close() {
      store.close();
      remove();
    },
    unit: (name, parent) => as(clerk, (write) => insertUnit(write, name, parent)),
    person: (name, ...postings) => as(clerk, (write) => insertPerson(write, name, postings)),
    create: (fields) => as(clerk, (write) => createSession(write, { ...ready, ...fields })).id,
    move(who, id, ...moves) {
      for (const move of moves)
        as(who, (write) => moveSession(write, who, { id, rev: look(id).rev, move, reason: '事由' }));
    },
    held(fields) {
      const id = desk.create(fields);
      desk.move(clerk, id, 'schedule', 'hold');
      return id;
    },
    mark(who, id, marks, reason) {
      const given = Object.entries(marks).map(([person, one]) => ({
        person,
        mark: one,
        reason: reason ?? null,
      }));
      as(who, (write) => mark(write, who, { session: id, rev: look(id).rev, marks: given }));
    },
    makeup(who, id, step) {
      as(who, (write) => moveMakeup(write, who, { session: id, rev: look(id).rev, ...step }));
    },
    rows: (id) => store.read((db) => attendance(db, store.office, { session: id, ...page })).rows,
    deviations: () => store.read((db) => verifySummary(db, store.office)),
  };
  return desk;
}

let order = 0;

export function insertUnit(write: Write, name: string, parent?: string): string {
  const id = write.newId();
  order += 1;
  const above = parent ? pkOf(write, 'unit', parent) : null;
  insertRow(write, 'unit', id, { name, folded: name, parent: above, order_number: order });
  return id;
}

export function insertPerson(write: Write, name: string, postings: readonly Posting[]): string {
  const id = write.newId();
  const person = insertRow(write, 'person', id, { name, folded: name });
  for (const one of postings) {
    insertRow(write, 'posting', write.newId(), {
      person,
      unit: pkOf(write, 'unit', one.unit),
      status: one.status ?? 'onDuty',
      from_on: one.from ?? '2021-01-01',
      until_on: one.until ?? null,
    });
  }
  return id;
}

function pkOf(write: Write, table: string, id: string): number {
  return write.get<{ pk: number }>(`SELECT pk FROM ${table} WHERE id = ?`, id)!.pk;
}
