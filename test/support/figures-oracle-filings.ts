/**
 * Who owes a form and who has filed, by unit: one loop per sentence over what `ledger dump` tells, sharing nothing
 * with what production asks the database.
 */
import type { DumpedRegister } from '../../electron/exchange/dump.ts';

/** ISO calendar dates, which compare as strings. */
type Day = string;
type Row = Readonly<Record<string, string | number | null>>;

export interface UnitSums {
  readonly unit: string;
  readonly expected: number;
  readonly due: number;
  readonly filed: number;
  readonly approved: number;
  readonly archived: number;
  readonly returned: number;
}

/** One line of the list of those who owe a form. */
export interface Owing {
  readonly person: string;
  readonly unit: string;
  readonly state: 'due' | 'returned';
}

export interface RoundAnswer {
  /** Units that somebody is expected from. */
  readonly units: readonly UnitSums[];
  readonly owing: readonly Owing[];
  /** Everybody of the round's list as `person unit expected state`. */
  readonly lines: readonly string[];
}

/** As of the end of `today`, under the knowledge that the dump holds. */
export function roundOracle(dump: readonly DumpedRegister[], id: string, today: Day): RoundAnswer {
  const round = only(recordsOf(dump, 'rounds').filter((row) => row.id === id));
  // whoever came after a round's end is not expected any more
  const day = today < String(round.endsOn) ? today : String(round.endsOn);
  const filings = recordsOf(dump, 'filings').filter((row) => row.round === id);
  const postings = recordsOf(dump, 'postings').filter((row) => counts(row, day));
  const lines = [];
  for (const { person, unit } of postings) {
    const filing = filings.find((row) => row.person === person);
    lines.push({ person: String(person), unit: String(unit), expected: true, state: filing?.state ?? 'due' });
  }
  for (const filing of filings) {
    if (postings.some(({ person }) => person === filing.person)) continue;
    const { person, unit, state } = filing;
    lines.push({ person: String(person), unit: String(unit), expected: false, state });
  }
  const expected = lines.filter((line) => line.expected);
  const units = [...new Set(expected.map(({ unit }) => unit))].sort();
  return {
    units: units.map((unit) =>
      sumsOf(
        unit,
        expected.filter((line) => line.unit === unit),
      ),
    ),
    owing: lines
      .filter(({ state }) => state === 'due' || state === 'returned')
      .map(({ person, unit, state }) => ({ person, unit, state: state as Owing['state'] })),
    lines: lines.map((line) => [line.person, line.unit, line.expected, line.state].join(' ')).sort(),
  };
}

/** 在岗 and 借入 on the day; a posting covers [from, until). */
function counts({ status, from, until }: Row, day: Day): boolean {
  if (status !== 'onDuty' && status !== 'secondedIn') return false;
  return String(from) <= day && (until === null || day < String(until));
}

function sumsOf(unit: string, lines: readonly { readonly state: unknown }[]): UnitSums {
  const many = (state: string) => lines.filter((line) => line.state === state).length;
  return {
    unit,
    expected: lines.length,
    due: many('due'),
    filed: many('filed'),
    approved: many('approved'),
    archived: many('archived'),
    returned: many('returned'),
  };
}

function recordsOf(dump: readonly DumpedRegister[], name: string): Row[] {
  const { columns, rows } = only(dump.filter((register) => register.name === name));
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

function only<Value>([value, ...more]: readonly Value[]): Value {
  if (value === undefined || more.length > 0) throw new Error('exactly one was looked for');
  return value;
}
