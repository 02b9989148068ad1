import { ORPCError } from '@orpc/client';
import { dumpRegisters } from '../../electron/exchange/dump.ts';
import { verifySummary } from '../../electron/registers/study/study-summary.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { type ApiClient, inProcessClient } from '../../electron/transport/in-process.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { PASSWORD, type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';

export type Worker = 'clerk' | 'second' | 'reviewer';

/** An office with two clerks and a reviewer, who take turns without signing in again each time. */
export interface UndoDesk {
  readonly office: TestOffice;
  /** The API as one of them. */
  at(who: Worker): ApiClient;
  ledger(): OpenLedger;
  /** The dump without revs: what there is to undo. */
  dump(): string;
  /** Takes back the last step of an account. */
  undoLast(who: Worker): Promise<{ undone: number; rev: number }>;
  /** A write that nobody can undo: what was before it stays. */
  barrier(): void;
  deviations(): number;
  close(): void;
}

export async function openUndoDesk(code = '530101'): Promise<UndoDesk> {
  const scratch = lastingScratch();
  const office = await testOffice(scratch.folder, { code });
  const { host } = office;
  const admin = await office.as('administrator');
  await admin.office.addAccount({ name: 'second', roles: ['clerk'], password: PASSWORD });
  const opened = host.ledger!;
  const accounts = new Map(opened.accounts().map((account) => [account.name, account]));
  const client = inProcessClient(host);
  const desk: UndoDesk = {
    office,
    at(who) {
      host.ledger = Object.create(opened, { account: { value: accounts.get(who) } }) as OpenLedger;
      return client;
    },
    ledger: () => opened,
    dump: () => opened.read((db) => JSON.stringify(dumpRegisters(db).map(withoutRev))),
    async undoLast(who) {
      const { step } = await desk.at(who).office.lastStep();
      return await desk.at(who).office.undo({ step: step! });
    },
    barrier() {
      for (const { pk } of accounts.values())
        opened.write(pk, 'test.barrier', (write) => write.undo.refuse('undo_not_possible'));
    },
    deviations: () => opened.read((db) => verifySummary(db, opened.office)),
    close() {
      opened.close();
      scratch.remove();
    },
  };
  return desk;
}

/** A register without rows has no columns in the dump, so that tombstones and nothing are told alike. */
function withoutRev({ name, columns, rows }: ReturnType<typeof dumpRegisters>[number]) {
  const kept = columns.flatMap((column, index) => (column === 'rev' ? [] : [index]));
  return name === 'offices'
    ? []
    : [name, kept.map((index) => columns[index]), rows.map((row) => kept.map((index) => row[index]))];
}

/** The error code with its fields that a call must end in. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; fields: unknown }> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ORPCError) return { code: error.code, fields: error.data };
  throw error ?? new Error('nothing was refused');
}

export const day = calendarDate('2021-03-10');
export const from = calendarDate('2021-03-01');

/** A session of these units, held and open for marks. */
export async function heldSession(client: ApiClient, units: string[]): Promise<{ id: string; rev: number }> {
  const { id, rev } = await client.study.createSession({
    title: '专题党课',
    phase: 'study',
    types: ['political'],
    form: 'partyLecture',
    day,
    venues: ['第一会议室'],
    expected: { units },
  });
  const scheduled = await client.study.moveSession({ id, rev, move: 'schedule' });
  const held = await client.study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
  return { id, rev: held.rev };
}

export function rosterOf(people: number, units: number): { fileName: string; content: string } {
  const lines = Array.from({ length: people }, (_, at) => `某人${at},单位${at % units},科员`);
  const content = Buffer.from(['姓名,单位,职务', ...lines].join('\n')).toString('base64');
  return { fileName: 'roster.csv', content };
}
