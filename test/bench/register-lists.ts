import { isDeepStrictEqual } from 'node:util';
import type { Readable } from '../../electron/store/handles.ts';
import { type Desk, ledgerOf } from './county.ts';
import type { Line } from './lines.ts';
import { interleaved, type Pair } from './measure.ts';
import { filingQuestions } from './plain-filings.ts';
import { itemQuestions } from './plain-items.ts';
import { type FullOffice, fillOffice } from './register-office.ts';

/** What a list answers: ids or counts in its order, and its total. */
export interface Answer {
  readonly rows: readonly unknown[];
  readonly total?: number;
}

/** One list under one filter, through the API and as SQL written for this question alone. */
export interface Question {
  readonly name: string;
  readonly ask: () => Promise<Answer>;
  readonly plain: (db: Readable) => Answer;
}

export type Questions = Readonly<Record<string, readonly Question[]>>;

const GOAL_RATIO = 1.3;
/** Milliseconds that a call may cost whatever it asks; the reference is lengthened so that the ratio allows them. */
const CALL = 0.5;

/**
 * Every list and filter of both registers; of a group of lists the one that stands worst.
 * @param desk of an office without people
 */
export async function askRegisters(
  desk: Desk,
  size: { readonly filings: number; readonly items: number },
  times: number,
): Promise<Line[]> {
  const office = await fillOffice(desk, size.filings, size.items);
  return [
    ...(await measured(
      office,
      `${size.filings.toLocaleString('en')} filings`,
      filingQuestions(office),
      times,
    )),
    ...(await measured(office, `${size.items.toLocaleString('en')} items`, itemQuestions(office), times)),
  ];
}

async function measured(
  { desk }: FullOffice,
  what: string,
  groups: Questions,
  times: number,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [group, questions] of Object.entries(groups)) {
    const pairs: (Pair & { readonly name: string })[] = [];
    for (const question of questions)
      pairs.push({ name: question.name, ...(await compared(desk, question, times)) });
    const worst = pairs.reduce((one, other) => (ratioOf(other) > ratioOf(one) ? other : one));
    lines.push({
      what: `${what}, ${group} / the same SQL and ${CALL} ms (worst of ${pairs.length}: ${worst.name})`,
      unit: 'ms CPU',
      ours: worst.ours,
      reference: worst.reference,
      goal: { ratio: GOAL_RATIO },
    });
  }
  return lines;
}

async function compared(desk: Desk, { name, ask, plain }: Question, times: number): Promise<Pair> {
  const ledger = ledgerOf(desk);
  const [found, expected] = [await ask(), ledger.read(plain)];
  if (!isDeepStrictEqual(found, expected)) throw new Error(`${name}: the plain SQL answers otherwise`);
  const { ours, reference } = await interleaved(
    times,
    () => spent(ask),
    () => spent(() => ledger.read(plain)),
  );
  if (process.env.LISTS) console.error(`${name}: ${ours.toFixed(1)} / ${reference.toFixed(1)}`);
  return { ours, reference: reference + CALL / GOAL_RATIO };
}

/** Processor time of this process: all of it is spent here, and the worst of many would tell of the machine's other work. */
async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function ratioOf({ ours, reference }: Pair): number {
  return ours / reference;
}
