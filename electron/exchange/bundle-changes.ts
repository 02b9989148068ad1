import { ensure } from '../../shared/vocabulary/refusal.ts';
import { FIGURE_IDS, ITEM_STATES, SESSION_STATES } from '../../shared/vocabulary/words.ts';
import { type OpenedBundle, reopenBundle } from '../bundle/bundle.ts';
import type { ChainPosition } from '../bundle/trust.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import { printNumber } from '../registers/rectification/item-numbers.ts';
import type { Advance } from '../store/advance.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import { storedRates } from './figures-sql.ts';
import { chainUpTo, type KeptRow, keptContent } from './oversight-sql.ts';
import { ownIdentities } from './own-keys.ts';
import { partyByOffice } from './parties.ts';
import {
  cellValue,
  changeOf,
  type RowChanged,
  replay,
  type TableChanged,
  type Told,
} from './replayed-books.ts';
import { itemColumns, sessionColumns } from './report-tables.ts';
import { reportedChanges, reportedRates } from './reported-changes.ts';

export interface ChangesAsked {
  /** Surrogate of the sender. */
  readonly office: number;
  readonly from: ChainPosition;
  readonly to: ChainPosition;
}

/** Rows that are told one by one; the counts are of all. */
const SHOWN = 500;

/**
 * How the books of an office changed from one of its bundles to a later one, or what a group below reported. Both have
 * to be bundles that the books were made of; they are read again from the files that were kept, of an office the last
 * full one and what followed on it.
 * @throws Refusal `not_found`, `invalid_input` where the one does not come before the other, and what `advance` throws
 */
export async function bundleChanges(ledger: OpenLedger, asked: ChangesAsked, advance?: Advance) {
  const { chain, from, to } = chainAsked(ledger, asked);
  const sender = ledger.read((db) => partyByOffice(db, asked.office));
  const changes =
    sender?.keys.kind === 'group'
      ? await changesOfGroup(ledger, [from, to], advance)
      : await changesOfOffice(ledger, asked.office, { chain, from, to }, advance);
  return { from, to, ...changes };
}

type Asked = ReturnType<typeof chainAsked>;

async function changesOfOffice(ledger: OpenLedger, office: number, asked: Asked, advance?: Advance) {
  const { chain, from, to } = asked;
  const bundles = await reopened(ledger, chain, advance);
  const tables = await replay(bundles, chain.indexOf(from), advance);
  return {
    registers: tables.map(({ table, before, after, counts }) => ({
      register: table,
      ...counts,
      before,
      after,
    })),
    items: first(itemsOf(tables)),
    sessions: first(sessionsOf(tables)),
    figures: figuresOf(ledger, office, from, to),
  };
}

/** It has no items and no sessions. */
async function changesOfGroup(ledger: OpenLedger, pair: readonly KeptRow[], advance?: Advance) {
  const [from, to] = await reopened(ledger, pair, advance);
  ensure(from && to, 'internal');
  return {
    registers: reportedChanges(from, to),
    items: first<never>([]),
    sessions: first<never>([]),
    figures: figuresBetween(reportedRates(from), reportedRates(to)),
  };
}

async function reopened(ledger: OpenLedger, kept: readonly KeptRow[], advance?: Advance) {
  const identities = ledger.read(ownIdentities);
  const bundles: OpenedBundle[] = [];
  for (const [at, { pk }] of kept.entries()) {
    await advance?.('open', at, kept.length);
    const content = ledger.read((db) => keptContent(db, pk));
    ensure(content, 'not_found', { register: 'bundle' });
    bundles.push(await reopenBundle(content, identities));
  }
  return bundles;
}

function chainAsked(ledger: OpenLedger, { office, from, to }: ChangesAsked) {
  ensure(from.epoch < to.epoch || (from.epoch === to.epoch && from.sequence < to.sequence), 'invalid_input', {
    fields: ['to'],
  });
  const chain = ledger.read((db) => chainUpTo(db, office, from, to));
  const [begins, ends] = [from, to].map((place) =>
    chain.find(({ epoch, sequence }) => epoch === place.epoch && sequence === place.sequence),
  );
  ensure(begins && ends, 'not_found', { register: 'bundle' });
  return { chain, from: begins, to: ends };
}

function first<Row>(rows: readonly Row[]): { total: number; rows: Row[] } {
  return { total: rows.length, rows: rows.slice(0, SHOWN) };
}

const ITEM = { columns: itemColumns, key: ['id'] };
const SESSION = { columns: sessionColumns, key: ['id'] };

/** By number. */
function itemsOf(tables: readonly TableChanged[]) {
  return rowsOf(tables, 'item')
    .map(({ key, before, after }) => ({
      id: key[0] ?? '',
      ...itemSaid(after ?? before ?? []),
      before,
      after,
    }))
    .sort((one, other) => one.year - other.year || one.place - other.place)
    .map(({ id, number, problem, before, after }) => ({
      ...{ id, number, problem, change: changeOf(before, after) },
      before: before && itemSide(before),
      after: after && itemSide(after),
    }));
}

function itemSaid(row: Told) {
  const year = Number(cellValue(ITEM, row, 'numberYear'));
  const place = Number(cellValue(ITEM, row, 'number'));
  const number = printNumber({ number_year: year, number: place }) ?? '';
  return { year, place, number, problem: String(cellValue(ITEM, row, 'problem')) };
}

function itemSide(row: Told) {
  const day = cellValue(ITEM, row, 'extendedDueOn') ?? cellValue(ITEM, row, 'dueOn');
  return {
    state: wordOf(ITEM_STATES, cellValue(ITEM, row, 'state')),
    dueOn: dayOf(day),
    closedOn: dayOf(cellValue(ITEM, row, 'closedOn')),
  };
}

/** By day; those without one last. */
function sessionsOf(tables: readonly TableChanged[]) {
  const byDay = (one: { readonly day: string | null }) => one.day ?? '9';
  return rowsOf(tables, 'session')
    .map(({ key, before, after }) => {
      const said = after ?? before ?? [];
      return {
        id: key[0] ?? '',
        title: String(cellValue(SESSION, said, 'title')),
        day: dayOf(cellValue(SESSION, said, 'day')),
        change: changeOf(before, after),
        before: before && sessionSide(before),
        after: after && sessionSide(after),
      };
    })
    .sort((one, other) => (byDay(one) < byDay(other) ? -1 : 1));
}

function sessionSide(row: Told) {
  return {
    state: wordOf(SESSION_STATES, cellValue(SESSION, row, 'state')),
    day: dayOf(cellValue(SESSION, row, 'day')),
  };
}

/** Of rows that were checked when they were taken in. */
function wordOf<Word extends string>(words: readonly Word[], value: unknown): Word {
  const word = words.find((one) => one === value);
  ensure(word, 'internal');
  return word;
}

function dayOf(value: unknown): string | null {
  return value === null ? null : String(value);
}

function rowsOf(tables: readonly TableChanged[], name: string): RowChanged[] {
  return [...(tables.find(({ table }) => table === name)?.rows ?? [])];
}

/** As they were stored when each of the two was taken in. */
function figuresOf(ledger: OpenLedger, office: number, from: KeptRow, to: KeptRow) {
  const storedWith = ({ as_of: asOf, hash: bundle }: KeptRow): Rates =>
    ledger.read((db) => storedRates(db, { office, asOf, bundle })) ?? {};
  return figuresBetween(storedWith(from), storedWith(to));
}

function figuresBetween(before: Rates, after: Rates) {
  return FIGURE_IDS.filter((id) => before[id] || after[id]).map((figure) => ({
    figure,
    before: before[figure] ?? null,
    after: after[figure] ?? null,
  }));
}
