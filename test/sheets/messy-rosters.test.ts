import { afterAll, describe, expect, it } from 'vitest';
import { dumpRegisters } from '../../electron/exchange/dump.ts';
import type { ApiClient } from '../../electron/transport/in-process.ts';
import { registerDigest } from '../faults/register-digest.ts';
import { type TestOffice, testOffice } from '../support/office.ts';
import { lastingScratch } from '../support/scratch.ts';
import {
  addBefore,
  expectedReport,
  inOrder,
  type MessyCase,
  messyCases,
  messyFile,
  type Report,
  rosterIn,
} from './messy-case.ts';

interface Desk {
  readonly office: TestOffice;
  readonly client: ApiClient;
}

const scratch = lastingScratch();
const desks = new Map<string, Promise<Desk>>();

/** One office for all cases that begin with the same people. */
function deskOf({ before }: MessyCase): Promise<Desk> {
  const key = JSON.stringify(before);
  const desk = desks.get(key) ?? openDesk(`5301${10 + desks.size}`, before);
  desks.set(key, desk);
  return desk;
}

async function openDesk(code: string, before: MessyCase['before']): Promise<Desk> {
  const office = await testOffice(scratch.folder, { code });
  const client = await office.as('clerk');
  await addBefore(client, before);
  return { office, client };
}

afterAll(async () => {
  for (const desk of desks.values()) (await desk).office.close();
  scratch.remove();
});

function digestOf({ office }: Desk): string {
  return office.host.ledger!.read(registerDigest);
}

function asked(expected: MessyCase, file: string) {
  return { fileName: file, content: messyFile(file).toString('base64'), ...expected.answers };
}

/** Invented ID-card numbers, phones and ranks of the fixtures. */
const NOT_STORED = /990000\d{8}|1390000000\d|139 0000|一级警|四级高级/;

/** What an import left in the books, its audit row included. */
function kept({ office }: Desk): string {
  return office.host.ledger!.read((db) =>
    JSON.stringify([dumpRegisters(db), db.all('SELECT * FROM audit_body')]),
  );
}

describe.each(messyCases())('$title', (expected) => {
  const [first = '', ...others] = expected.files;

  it(`leaves from ${first} exactly the expected people, and is taken back as one step`, async () => {
    const desk = await deskOf(expected);
    const { client } = desk;
    const before = { people: await rosterIn(client), units: await unitsIn(client) };
    const report = await client.personnel.importRoster({ ...asked(expected, first), apply: true });
    expect(report).toMatchObject({ ...expectedReport(expected, report), applied: true });
    expect(sumOf(report)).toBe(report.read);
    expect(await rosterIn(client)).toEqual(inOrder(expected.people));
    expect(kept(desk)).not.toMatch(NOT_STORED);

    const { step } = await client.office.lastStep();
    await client.office.undo({ step: step! });
    expect({ people: await rosterIn(client), units: await unitsIn(client) }).toEqual(before);
  });

  it.each(others)('has in %s the same outcome for every row; a rehearsal changes nothing', async (file) => {
    const desk = await deskOf(expected);
    const digest = digestOf(desk);
    const report = await desk.client.personnel.importRoster(asked(expected, file));
    expect(report).toMatchObject({ ...expectedReport(expected, report), applied: false });
    expect(sumOf(report)).toBe(report.read);
    expect(digestOf(desk)).toBe(digest);
  });
});

function sumOf({ added, changed, unchanged, held, skipped }: Report): number {
  return added + changed + unchanged + held + skipped;
}

describe('a bare 借调', () => {
  const held = messyCases().filter(({ rows }) => rows.some(({ unanswered }) => unanswered !== undefined));

  it.each(held)('is held until it is answered once for the file: $title', async (expected) => {
    const { client } = await deskOf(expected);
    const { secondment: _, ...unanswered } = asked(expected, expected.files[0] ?? '');
    const report = await client.personnel.importRoster(unanswered);
    const rows = expected.rows.map(({ line, outcome, unanswered: reason }) => [
      line,
      reason ? 'held' : outcome,
      reason,
    ]);
    expect(
      report.rows.map(({ line, outcome, reason }, index) => [line, outcome, rows[index]?.[2] && reason]),
    ).toEqual(rows);
  });
});

async function unitsIn(client: ApiClient): Promise<string[]> {
  return (await client.personnel.units({})).map(({ name }) => name).toSorted();
}
