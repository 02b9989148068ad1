import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import type { Actor, Asking } from '../../../electron/registers/actor.ts';
import { createUnit } from '../../../electron/registers/personnel/personnel-register.ts';
import type { ItemFields } from '../../../electron/registers/rectification/item-edits.ts';
import { item } from '../../../electron/registers/rectification/item-lists.ts';
import {
  draftItem,
  moveItem,
  updateItem,
} from '../../../electron/registers/rectification/rectification-register.ts';
import type { Write } from '../../../electron/store/handles.ts';
import { createLedger, type OpenLedger } from '../../../electron/store/ledger-store.ts';
import { type CalendarDate, calendarDate } from '../../../shared/vocabulary/dates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { lastingScratch } from '../../support/scratch.ts';
import { type TestPorts, testPorts } from '../../support/test-ports.ts';

/** An office's ledger with a clerk and a reviewer at it; removed when the file's tests are over. */
export interface Desk {
  readonly ledger: OpenLedger;
  readonly ports: TestPorts;
  readonly clerk: Actor;
  readonly reviewer: Actor;
  readonly unit: string;
}

export async function openDesk(): Promise<Desk> {
  const { folder, remove } = lastingScratch();
  const ports = testPorts(folder);
  const { store: ledger } = await createLedger(folder, ports, {
    office: { id: randomUUID(), code: '450127', name: '测试县教育整顿办', kind: 'office', demo: false },
    account: { name: '管理员', roles: ['administrator'], single: false },
    password: 'correct horse battery',
  });
  afterAll(() => {
    ledger.close();
    remove();
  });
  const account = async (name: string, role: 'clerk' | 'reviewer'): Promise<Actor> => {
    const { pk } = await ledger.addAccount({ name, roles: [role], password: 'correct horse battery' });
    return { account: pk, roles: [role], singleAccount: false };
  };
  const clerk = await account('录入员', 'clerk');
  const reviewer = await account('审核人', 'reviewer');
  const unit = ledger.write(clerk.account, 'personnel.createUnit', (write) =>
    createUnit(write, { name: '县公安局', parent: null, kind: 'publicSecurity' }),
  );
  return { ledger, ports, clerk, reviewer, unit: unit.id };
}

export const day = calendarDate;

/** Everything that an item needs to be issued. */
export function completeFields(desk: Desk, dueOn: string | null = '2021-06-15'): ItemFields {
  return {
    source: 'officeInspection',
    category: 'cases-not-handled',
    problem: '有案不立',
    measures: '逐案复核',
    unit: desk.unit,
    leader: '李副局长',
    owner: '王所长',
    dueOn: dueOn === null ? null : day(dueOn),
    repeats: null,
  };
}

type Step = Omit<Parameters<typeof moveItem>[2], 'id' | 'rev' | 'on'> & { readonly on?: string };

/** Who asks for lists in tests: the clerk, today. */
export function askingOf({ ledger, ports, clerk }: Desk): Asking {
  return { office: ledger.office, today: ports.clock.today(), actor: clerk };
}

/** One item taken through its life by whoever may; every step is a write of its own. */
export function follow(desk: Desk, fields: ItemFields) {
  const { ledger } = desk;
  const { id } = ledger.write(desk.clerk.account, 'draft', (write) => draftItem(write, fields));
  const now = () => ledger.read((db) => item(db, askingOf(desk), id));
  const as = (actor: Actor, step: Step) =>
    ledger.write(actor.account, 'move', (write) => {
      const on: { on?: CalendarDate } = step.on ? { on: day(step.on) } : {};
      return moveItem(write, actor, { ...step, id, rev: now().rev, ...on } as Parameters<typeof moveItem>[2]);
    });
  return {
    id,
    now,
    clerk: (step: Step) => as(desk.clerk, step),
    reviewer: (step: Step) => as(desk.reviewer, step),
    update: (change: Partial<ItemFields>) =>
      ledger.write(desk.clerk.account, 'update', (write) =>
        updateItem(write, { ...fields, ...change, id, rev: now().rev }),
      ),
    write: <T>(change: (write: Write) => T) => ledger.write(0, 'test', change),
  };
}

/** The code of the refusal, after checking that the refused work changed not one row. */
export function refusedWithoutTrace(desk: Desk, work: () => unknown): string {
  const before = contentOf(desk);
  const code = refusal(work);
  if (contentOf(desk) !== before) throw new Error(`${code} left something behind`);
  return code;
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'nothing was refused';
}

const TABLES = [
  'rectification_item',
  'filing',
  'filing_item',
  'inspection_round',
  'move',
  'audit',
  'office',
] as const;

function contentOf({ ledger }: Desk): string {
  return JSON.stringify(
    ledger.read((db) => TABLES.map((table) => db.all(`SELECT * FROM ${table}`))),
    (_, value) => (typeof value === 'bigint' ? String(value) : value),
  );
}
