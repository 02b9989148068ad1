import type { FigureRecords } from './figures-oracle.ts';

type Value = string | number | null;
type Part<Name extends keyof FigureRecords> = NonNullable<FigureRecords[Name]>[number];
type Posting = Part<'people'>['postings'][number];
type SessionMark = Part<'sessions'>['marks'][number];

export interface Dump {
  readonly registers: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Value[])[];
  }[];
}

interface DumpedMove {
  readonly register: string;
  readonly subject: string;
  readonly move: string;
  readonly to: string;
  readonly effectiveOn: string;
  readonly detail: string | null;
}

/**
 * What `ledger dump` wrote down, as the records that the slow figures are made of: every figure can be computed
 * again from the dump alone, by a program that knows nothing of ours.
 */
export function dumpedRecords(dump: Dump): FigureRecords {
  const postings = rowsOf<Posting & { person: string }>(dump, 'postings');
  const marks = rowsOf<SessionMark & { session: string }>(dump, 'attendance');
  const moves = rowsOf<DumpedMove>(dump, 'moves');
  type Session = Omit<Part<'sessions'>, 'mandatory' | 'types'> & { mandatory: number; types: string };
  const campaign = rowsOf<{ content: string }>(dump, 'campaigns').at(-1);
  return {
    people: rowsOf<{ id: string }>(dump, 'people').map(({ id }) => ({
      ...{ id, postings: postings.filter(({ person }) => person === id) },
    })),
    sessions: rowsOf<Session>(dump, 'sessions').map((session) => ({
      ...{ ...session, mandatory: session.mandatory === 1, types: JSON.parse(session.types) },
      marks: marks.filter((mark) => mark.session === session.id),
    })),
    rounds: rowsOf<{ id: string; beginsOn: string; endsOn: string }>(dump, 'rounds').map(
      ({ id, beginsOn, endsOn }) => ({ id, begins: beginsOn, ends: endsOn }),
    ),
    filings: rowsOf<Part<'filings'>>(dump, 'filings'),
    items: rowsOf<Part<'items'> & { dueOn: string | null; extendedDueOn: string | null }>(dump, 'items').map(
      ({ id, source, dueOn, extendedDueOn }) => ({
        ...{ id, source, due: dueOn, extendedDue: extendedDueOn },
        moves: movesOf<Part<'items'>['moves'][number]>(moves, 'rectification_item', id),
      }),
    ),
    actions: rowsOf<Part<'actions'> & { dueOn: string }>(dump, 'actions').map(({ id, origin, dueOn }) => ({
      ...{ id, origin, due: dueOn },
      moves: movesOf<Part<'actions'>['moves'][number]>(moves, 'action_instance', id),
    })),
    talks: rowsOf<Part<'talks'>>(dump, 'talks'),
    requiredTypes: campaign ? JSON.parse(campaign.content).educationTypes.required : [],
  };
}

function rowsOf<Record>(dump: Dump, name: string): Record[] {
  const register = dump.registers.find((one) => one.name === name);
  if (!register) throw new Error(`the dump has no ${name}`);
  return register.rows.map(
    (row) => Object.fromEntries(register.columns.map((column, at) => [column, row[at]])) as Record,
  );
}

/** In the order in which they were written. */
function movesOf<Move>(moves: readonly DumpedMove[], register: string, subject: string): Move[] {
  return moves
    .filter((move) => move.register === register && move.subject === subject)
    .map(
      ({ move, to, effectiveOn, detail }) => ({ move, to, on: effectiveOn, ...broughtBy(detail) }) as Move,
    );
}

function broughtBy(detail: string | null) {
  const { appliedOn, newDueOn } = detail === null ? {} : JSON.parse(detail);
  return { appliedOn: appliedOn ?? null, newDue: newDueOn ?? null };
}
