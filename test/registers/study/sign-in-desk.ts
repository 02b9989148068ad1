import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applySignIn,
  rehearseSignIn,
  type SignInReport,
} from '../../../electron/registers/study/attendance-import.ts';
import type { RowDecision } from '../../../electron/registers/study/attendance-import-plan.ts';
import { BUILT_IN_MARKS, markKey } from '../../../electron/sheets/attendance-words.ts';
import type { SheetCell } from '../../../electron/sheets/sheet-grid.ts';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { RowOutcome } from '../../../shared/vocabulary/import-outcomes.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { registerDigest } from '../../faults/register-digest.ts';
import { signInOf } from '../../sheets/attendance-of.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';

type Report = Awaited<ReturnType<ApiClient['study']['importAttendance']>>;
type Asked = Parameters<ApiClient['study']['importAttendance']>[0];

export interface Listed {
  readonly name: string;
  readonly unit: string;
  readonly disambiguator?: string | null;
}

/** An office with people of several units, and sessions that everybody is expected at. */
export interface SignInDesk {
  readonly office: TestOffice;
  /** Id of a person by name, and unit where several have it. */
  person(name: string, unit?: string): string;
  /** A session that was held. */
  held(): Promise<string>;
  /** A file, imported by the clerk through the API. */
  file(session: string, content: Buffer, more?: Partial<Asked>): Promise<Report>;
  /** A sheet of these cells, as the parser would have read it, imported by the clerk. */
  read(session: string, lines: Lines, more?: More): Promise<SignInReport>;
  marksOf(session: string): Promise<Map<string, { mark: Mark; reason: string | null }>>;
  digest(): string;
}

export type Lines = readonly (readonly SheetCell[])[];

interface More {
  readonly map?: Readonly<Record<string, Mark>>;
  readonly decisions?: readonly (Omit<RowDecision, 'block'> & { readonly block?: number })[];
  readonly rev?: number;
  readonly apply?: boolean;
}

const FROM = calendarDate('2021-03-01');

export async function signInDesk(
  folder: string,
  list: readonly Listed[],
  parents: Readonly<Record<string, string>> = {},
): Promise<SignInDesk> {
  const office = await testOffice(folder);
  const clerk = await office.as('clerk');
  const units = new Map<string, string>();
  const unitOf = async (name: string): Promise<string> => {
    const above = parents[name];
    const parent = above === undefined ? null : await unitOf(above);
    const known = units.get(name) ?? (await clerk.personnel.createUnit({ name, parent })).id;
    units.set(name, known);
    return known;
  };
  const ids: { name: string; unit: string; id: string }[] = [];
  for (const [orderNumber, { name, unit, disambiguator = null }] of list.entries()) {
    const fields = { name, disambiguator, orderNumber, from: FROM };
    const { id } = await clerk.personnel.addPerson({ ...fields, unit: await unitOf(unit) });
    ids.push({ name, unit, id });
  }
  return {
    office,
    person: (name, unit) => ids.find((one) => one.name === name && (!unit || one.unit === unit))!.id,
    async held() {
      const desk = await office.as('clerk');
      const draft = await desk.study.createSession({
        ...{ title: '党课', phase: 'study', types: ['political'], form: 'film', venues: ['礼堂'] },
        day: calendarDate('2021-03-10'),
      });
      const { rev } = await desk.study.moveSession({ ...draft, move: 'schedule' });
      await desk.study.moveSession({ id: draft.id, rev, move: 'hold' });
      return draft.id;
    },
    async file(session, content, more = {}) {
      const desk = await office.as('clerk');
      const file = { fileName: 'sheet', content: content.toString('base64') };
      return await desk.study.importAttendance({ session, ...file, ...more });
    },
    async read(session, lines, { map = {}, decisions = [], rev, apply = false } = {}) {
      await office.as('clerk');
      const ledger = office.host.ledger!;
      const said = Object.entries(map).map(([text, mark]) => [markKey(text), mark] as const);
      const signIn = { sheet: signInOf(lines), meanings: new Map([...BUILT_IN_MARKS, ...said]) };
      const asked = { session, rev, decisions: decisions.map((one) => ({ block: 1, ...one })) };
      const actor = { ...clerkActor, account: ledger.account.pk };
      return apply
        ? ledger.write(actor.account, 'test', (write) => applySignIn(write, actor, asked, signIn))
        : ledger.read((db) => rehearseSignIn(db, ledger.office, actor, asked, signIn));
    },
    async marksOf(session) {
      const desk = await office.as('clerk');
      const { rows } = await desk.study.attendance({ session });
      return new Map(rows.map(({ person, mark, reason }) => [person, { mark, reason }]));
    },
    digest: () => office.host.ledger!.read(registerDigest),
  };
}

const clerkActor = { roles: ['clerk'], singleAccount: false } as const;

const FIXTURES = join(import.meta.dirname, '../../fixtures/attendance');

export function fixture(name: string): Buffer {
  return readFileSync(join(FIXTURES, name));
}

export interface ExpectedRow {
  readonly line: number;
  readonly block: number;
  readonly outcome: RowOutcome;
  readonly name: string | null;
  readonly unit: string | null;
  readonly reason: string | null;
  readonly mark: Mark | null;
}

interface Story {
  readonly rows: readonly (ExpectedRow & { readonly why?: string | null })[];
  readonly declared: object;
  readonly computed: object;
}

export const story: Readonly<Record<'sign-in' | 'paper', Story>> & { readonly list: readonly Listed[] } =
  JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'));
