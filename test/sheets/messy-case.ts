import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import type { PostingStatus, Staffing } from '../../shared/vocabulary/words.ts';

const FOLDER = new URL('../fixtures/rosters/messy/', import.meta.url);

export interface CasePerson {
  readonly name: string;
  readonly unit: string;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  readonly status: PostingStatus;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
}

/** What make-messy.py expects of every row of a case's files. */
export interface MessyCase {
  readonly title: string;
  readonly files: readonly string[];
  readonly answers: { readonly createUnits?: boolean; readonly secondment?: 'in' | 'out' };
  /** People whom the register has before. */
  readonly before: readonly CasePerson[];
  readonly droppedColumns: readonly string[];
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly held: number;
  readonly skipped: number;
  /** `name` and `unit` null: whatever is shown; `unanswered`: why the row is held without the file's answer. */
  readonly rows: readonly (ReportRow & { readonly unanswered?: string })[];
  /** The whole roster afterwards. */
  readonly people: readonly CasePerson[];
}

const COUNTS = ['read', 'added', 'changed', 'unchanged', 'held', 'skipped'] as const;

export type Report = Awaited<ReturnType<ApiClient['personnel']['importRoster']>>;

interface ReportRow {
  readonly line: number;
  readonly outcome: string;
  readonly name: string | null;
  readonly unit: string | null;
  readonly reason: string | null;
}

export function messyCases(): MessyCase[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.expected.json'));
  return names.toSorted().map((name): MessyCase => JSON.parse(messyFile(name).toString('utf8')));
}

export function messyFile(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(name, FOLDER)));
}

/** The report that must come, with the names that it shows where anything may be shown. */
export function expectedReport(expected: MessyCase, { rows }: Report) {
  return {
    ...Object.fromEntries(COUNTS.map((count) => [count, expected[count]])),
    droppedColumns: expected.droppedColumns,
    rows: expected.rows.map(({ unanswered: _, ...row }, index) => ({
      ...row,
      name: row.name ?? rows[index]?.name,
      unit: row.unit ?? rows[index]?.unit,
    })),
  };
}

export async function addBefore(client: ApiClient, people: readonly CasePerson[]): Promise<void> {
  const units = new Map<string, string>();
  for (const { unit, ...person } of people) {
    const id = units.get(unit) ?? (await client.personnel.createUnit({ name: unit })).id;
    units.set(unit, id);
    await client.personnel.addPerson({ ...person, unit: id });
  }
}

/** Everybody in the register, in a fixed order. */
export async function rosterIn(client: ApiClient): Promise<CasePerson[]> {
  const { people } = await client.personnel.people({ limit: 500 });
  const kept = people.map(
    ({ name, unitName, post, staffing, status, orderNumber, disambiguator }): CasePerson => ({
      name: name ?? '',
      unit: unitName ?? '',
      post,
      staffing,
      status: status ?? 'transferredOut',
      orderNumber,
      disambiguator,
    }),
  );
  return inOrder(kept);
}

export function inOrder(people: readonly CasePerson[]): CasePerson[] {
  const key = (person: CasePerson) => JSON.stringify([person.unit, person.name, person.disambiguator]);
  return people.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}
