import { writeFileSync } from 'node:fs';
import { approve, type County, type GivenMarks, inventMarks, ledgerOf, makeUp, schedule } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, median, run } from './measure.ts';
import type { PlainDatabase } from './plain-database.ts';

const BLOCKS = 5;

/**
 * Every session is held and marked through the API, two writes of their own each with all that a write costs;
 * the same rows then go by `.import` into a plain table. Block by block, and the medians of the blocks.
 */
export async function writeMarks(
  county: County,
  sessions: number,
  plain: PlainDatabase | null,
): Promise<Line[]> {
  const marking = { hold: [] as number[], mark: [] as number[], import: [] as number[] };
  const size = sessions / BLOCKS;
  for (let block = 0; block < BLOCKS; block += 1) {
    const { hold, mark, ids } = await oneBlock(county, block * size, size);
    marking.hold.push(hold);
    marking.mark.push(mark);
    if (plain) marking.import.push(await importAgain(county, plain, ids));
  }
  const total = (numbers: readonly number[]) => median(numbers) * BLOCKS;
  const rows = (sessions * county.people.length).toLocaleString('en');
  const reference = plain ? total(marking.import) : null;
  const [hold, mark] = [total(marking.hold), total(marking.mark)];
  return [
    { what: `${rows} marks, lists frozen and marked / .import`, unit: 'ms', ours: hold + mark, reference },
    { what: `${rows} marks, study.mark alone / .import`, unit: 'ms', ours: mark, reference },
  ];
}

async function oneBlock(county: County, from: number, count: number) {
  const { study } = county.client;
  const scheduled = schedule(county, from, count);
  const marked: { id: string; rev: number; marks: GivenMarks; day: number }[] = [];
  const held: { id: string; rev: number }[] = [];
  const hold = await clocked(async () => {
    for (const { id, rev } of scheduled) held.push(await study.moveSession({ id, rev, move: 'hold' }));
  });
  const given = held.map(() => inventMarks(county));
  const mark = await clocked(async () => {
    for (const [at, { id, rev }] of held.entries()) {
      const marks = given[at] ?? [];
      const answer = await study.mark({ session: id, rev, marks });
      marked.push({ id, rev: answer.rev, marks, day: from + at });
    }
  });
  approve(county, marked);
  makeUp(county, marked);
  return { hold, mark, ids: held.map(({ id }) => id) };
}

async function importAgain(county: County, plain: PlainDatabase, ids: readonly string[]): Promise<number> {
  writeFileSync(plain.csv, csvOf(county, ids));
  return clocked(() => run('sqlite3', [plain.file, '-cmd', '.mode csv', `.import ${plain.csv} attendance`]));
}

/** The rows of these sessions in the order of their primary key. */
function csvOf(county: County, ids: readonly string[]): string {
  const ledger = ledgerOf(county);
  return ledger.read((db) => {
    const rows = db.iterate<Record<string, string | number | null>>(
      `SELECT attendance.* FROM attendance JOIN study_session ON study_session.pk = attendance.session
       WHERE attendance.office = ? AND study_session.id IN (SELECT value FROM json_each(?))`,
      ledger.office,
      JSON.stringify(ids),
    );
    return Array.from(rows, (row) => `${Object.values(row).join(',')}\n`).join('');
  });
}
