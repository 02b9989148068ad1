/**
 * What stands in the books, told slowly and plainly: what a group should have of an office, worked out from the
 * office's own dump, and what it has.
 */
import { createHash } from 'node:crypto';
import { pseudonym } from '../../electron/bundle/keys.ts';
import { dumpRegisters } from '../../electron/exchange/dump.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';

type Value = string | number | null;
type Row = Record<string, Value | undefined>;
export type Books = Record<string, string[]>;

/** Every row of every table, in a digest: what is equal before and after has not been touched. */
export function contentDigest(ledger: OpenLedger): string {
  const digest = createHash('sha256');
  ledger.read((db) => {
    const tables = db.all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    for (const { name } of tables) {
      digest.update(`${name}\n`);
      for (const row of db.iterate<object>(`SELECT * FROM ${name}`)) digest.update(JSON.stringify(row));
    }
  });
  return digest.digest('hex');
}

/** The books that a group keeps of an office, without surrogates, in an order of their own. */
export function booksHeld(group: OpenLedger, code: string): Books {
  const dump = dumped(group, code);
  const people = dump.people!;
  return canonical({
    ...dump,
    people: people.map(({ id, purpose }) => ({ id, purpose })),
    postings: dump.postings!.map(({ person, unit, from, until }) => ({ person, unit, from, until })),
    filings: dump.filings!,
  });
}

/** The same, worked out from what the office itself knows. */
export function booksExpected(office: OpenLedger): Books {
  const { code } = office.ownOffice;
  const { pseudonymKey } = office.read(ownKeys);
  const dump = dumped(office, code);
  const numbered = new Set(dump.items!.filter(({ number }) => number !== null).map(({ id }) => id));
  const purposes = ['attendance', 'selfInspection'] as const;
  const alias = (purpose: (typeof purposes)[number], id: Value | undefined) =>
    pseudonym(pseudonymKey, purpose, String(id));
  const both = <T>(make: (as: (id: Value | undefined) => string, purpose: string) => T) =>
    purposes.map((purpose) => make((id) => alias(purpose, id), purpose));
  const frozen = new Set(dump.evaluations!.filter(({ state }) => state !== 'draft').map(({ id }) => id));
  return canonical({
    ...dump,
    evaluations: dump.evaluations!.filter(({ id }) => frozen.has(id)),
    evaluationLines: dump.evaluationLines!.filter(({ evaluation }) => frozen.has(evaluation!)),
    evaluationOrders: dump.evaluationOrders!.filter(({ evaluation }) => frozen.has(evaluation!)),
    people: both((as, purpose) => dump.people!.map(({ id }) => ({ id: as(id), purpose }))).flat(),
    postings: both((as) =>
      dump
        .postings!.filter(({ status }) => status === 'onDuty' || status === 'secondedIn')
        .map(({ person, unit, from, until }) => ({ person: as(person!), unit, from, until })),
    ).flat(),
    attendance: dump.attendance!.map((row) => ({
      ...row,
      person: alias('attendance', row.person!),
      mark: coarse(String(row.mark)),
    })),
    filings: dump.filings!.map((row) => ({ ...row, person: alias('selfInspection', row.person!) })),
    items: dump.items!.filter(({ id }) => numbered.has(id)),
    moves: dump.moves!.filter(({ register, subject }) =>
      register === 'rectification_item'
        ? numbered.has(subject!)
        : register === 'study_session' || register === 'action_instance' || register === 'evaluation',
    ),
  });
}

function coarse(mark: string): string {
  if (['present', 'video', 'late'].includes(mark)) return 'present';
  return ['officialLeave', 'sickLeave', 'personalLeave', 'duty', 'leave'].includes(mark) ? 'leave' : mark;
}

/** What is compared of each register. */
const COLUMNS: Record<string, readonly string[]> = {
  campaigns: ['id', 'preset', 'name', 'content'],
  campaignVersions: ['id', 'campaign', 'number', 'from', 'content'],
  units: ['id', 'parent', 'name', 'kind', 'orderNumber', 'closedOn'],
  people: ['id', 'purpose'],
  postings: ['person', 'unit', 'from', 'until'],
  sessions:
    'id title phase types form action day startsAt endsAt venues batch mandatory materialNumber state rev'.split(
      ' ',
    ),
  attendance: ['session', 'person', 'unit', 'mark', 'makeup', 'makeupOn'],
  rounds: ['id', 'number', 'name', 'beginsOn', 'endsOn'],
  filings: ['round', 'person', 'unit', 'filedOn', 'declared', 'state'],
  items:
    'id numberYear number source category problem measures unit leader owner dueOn extendedDueOn evidenceNumber appliedOn closedOn timesReworked repeats mergedInto feedback state rev'.split(
      ' ',
    ),
  actions:
    'id definition phase origin meeting name ordinal month fromOn dueOn unit doneOn evidenceNumber sessions note state rev'.split(
      ' ',
    ),
  institutions: ['id', 'kind', 'title', 'documentNumber', 'on', 'unit'],
  counters: ['unit', 'month', 'kind', 'count'],
  periods: ['id', 'from', 'until', 'nil', 'state'],
  evaluations:
    'id phase round level evaluatedOn asOf by documentNumber verdict deadline state remark frozenRev'.split(
      ' ',
    ),
  evaluationLines:
    'id evaluation indicator list listName name figure numerator denominator text evidenceNumber'.split(' '),
  evaluationOrders: ['id', 'evaluation', 'kind', 'subject', 'text', 'deadline', 'doneOn', 'document'],
  weeklyReports: ['id', 'weekBeginsOn', 'version', 'asOf', 'content', 'reason'],
  moves: ['id', 'register', 'subject', 'move', 'from', 'to', 'effectiveOn', 'reason', 'detail', 'rev'],
};

function canonical(dump: Record<string, Row[]>): Books {
  const books: Books = {};
  for (const [register, columns] of Object.entries(COLUMNS)) {
    const rows = dump[register]!.map((row) =>
      JSON.stringify(columns.map((column) => comparable(row, column))),
    );
    books[register] = rows.sort();
  }
  return books;
}

/** A session's reason and detail stay at home; an item's leave. */
function comparable(row: Row, column: string): Value {
  const home = row.register === 'study_session' && (column === 'reason' || column === 'detail');
  return home ? null : (row[column] ?? null);
}

function dumped(ledger: OpenLedger, code: string): Record<string, Row[]> {
  const registers = ledger.read(dumpRegisters).map(({ name, columns, rows }) => {
    const records = rows.map((row) =>
      Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])),
    );
    return [name, records.filter((record) => record.office === code)] as const;
  });
  return Object.fromEntries(registers);
}
