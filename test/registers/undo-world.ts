/** Small random work of two clerks on a few units, people, items and one list of attendance. */

import { addDays } from '../../shared/vocabulary/dates.ts';
import { COUNTER_KINDS, MARKS } from '../../shared/vocabulary/words.ts';
import { fc } from '../support/properties.ts';
import { day, from, heldSession, type UndoDesk } from './undo-desk.ts';

export const act = fc.record({
  who: fc.constantFrom('clerk' as const, 'second' as const),
  what: fc.constantFrom(
    'createUnit',
    'addPerson',
    'updatePerson',
    'transfer',
    'createSession',
    'updateSession',
    'mark',
    'mark',
    'draftItem',
    'updateItem',
    'schedule',
    'addOwnAction',
    'updateAction',
    'writeEvaluation',
    'planOrder',
    'setCounter',
    'addInstitution',
  ),
  one: fc.nat(7),
  other: fc.nat(7),
});
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

export interface World {
  readonly desk: UndoDesk;
  readonly units: string[];
  readonly people: string[];
  readonly session: string;
  readonly items: string[];
  readonly actions: string[];
  readonly evaluation: string;
}

/** Everything there is when a run begins cannot be undone. */
export async function newWorld(desk: UndoDesk): Promise<World> {
  const { personnel } = desk.at('clerk');
  const { id: unit } = await personnel.createUnit({ name: `单位${desk.ledger().auditHead().seq}` });
  const people = [];
  for (const name of ['甲', '乙']) people.push((await personnel.addPerson({ name, unit, from })).id);
  const session = (await heldSession(desk.at('clerk'), [unit])).id;
  const { id: item } = await desk
    .at('clerk')
    .rectification.draftItem({ source: 'consultation', problem: '旧事' });
  const own = { name: '旧动作', phase: 'study', dueOn: ACTION_DUE };
  const { id: action } = await desk.at('clerk').actions.addOwn(own);
  const evaluation = await draftEvaluation(desk);
  desk.barrier();
  return { desk, evaluation, actions: [action], units: [unit], people, session, items: [item] };
}

/** The only draft that a phase has. */
async function draftEvaluation(desk: UndoDesk): Promise<string> {
  const { evaluation } = desk.at('clerk');
  const { evaluations } = await evaluation.sheet({ phase: 'study' });
  return evaluations[0]?.id ?? (await evaluation.begin({ phase: 'study', level: 'own' })).id;
}

const MONTH = day.slice(0, 7);

/** Within the first phase. */
const ACTION_DUE = addDays(day, 9);

const pick = <Value>(values: readonly Value[], at: number) => values[at % values.length]!;
const table = {
  people: 'person',
  units: 'unit',
  items: 'rectification_item',
  actions: 'action_instance',
} as const;

/** The version of a row; undefined once it is a tombstone. */
function revOf(desk: UndoDesk, name: string, id: string): number | undefined {
  const sql = `SELECT rev FROM ${name} WHERE id = ? AND deleted = 0`;
  return desk.ledger().read((db) => db.get<{ rev: number }>(sql, id))?.rev;
}

/** Carries an act out on rows that are there. @returns the rev of its write, undefined when there was none */
export async function perform(world: World, { who, what, one, other }: Act): Promise<number | undefined> {
  const { desk } = world;
  const client = desk.at(who);
  const living = (list: keyof typeof table) =>
    world[list].filter((id) => revOf(desk, table[list], id) !== undefined);
  const unit = pick(living('units'), one);
  const person = pick(living('people'), one);
  const item = pick(living('items'), other);
  const action = pick(living('actions'), other);
  const name = `${what}${one}${other}`;
  const fields = { title: name, types: ['political' as const], day, expected: { units: [unit] } };
  const draft = { source: 'consultation' as const, problem: name, unit };
  const { session } = world;
  const rev = revOf(desk, 'study_session', session)!;
  const acts: Record<Act['what'], () => Promise<{ rev: number; id?: string }>> = {
    createUnit: () =>
      client.personnel.createUnit({
        name: `${name}${desk.ledger().auditHead().seq}`,
        parent: one % 2 ? unit : null,
      }),
    addPerson: () => client.personnel.addPerson({ name, unit, from: addDays(day, one - 9) }),
    updatePerson: () =>
      client.personnel.updatePerson({ id: person, rev: revOf(desk, 'person', person)!, name, post: 'x' }),
    transfer: () =>
      client.personnel.transfer({
        id: person,
        rev: revOf(desk, 'person', person)!,
        unit: pick(living('units'), other),
        status: other % 2 ? 'onDuty' : 'secondedOut',
        from: addDays(day, one - 3),
      }),
    createSession: () => client.study.createSession(fields),
    updateSession: () =>
      client.study.updateSession({
        ...fields,
        id: session,
        rev,
        expected: { units: [world.units[0]!] },
        form: 'film',
        phase: 'study',
        venues: ['x'],
      }),
    mark: () =>
      client.study.mark({
        session,
        rev,
        marks: marksOf(world, one, other),
        ...(one % 2 && { rest: 'present' }),
      }),
    draftItem: () => client.rectification.draftItem(draft),
    updateItem: () =>
      client.rectification.updateItem({
        ...draft,
        id: item,
        rev: revOf(desk, 'rectification_item', item)!,
      }),
    addOwnAction: () => client.actions.addOwn({ name, phase: 'study', dueOn: ACTION_DUE, unit }),
    updateAction: () =>
      client.actions.update({
        ...{ id: action, rev: revOf(desk, 'action_instance', action)!, dueOn: ACTION_DUE, unit },
        ...{ note: name, evidenceNumber: null, sessions: one % 2 ? [session] : [] },
      }),
    writeEvaluation: () =>
      client.evaluation.setLine({
        ...{ id: world.evaluation, rev: revOf(desk, 'evaluation', world.evaluation)! },
        ...{ indicator: 'look-effect', text: one % 3 ? name : null },
      }),
    planOrder: async () => {
      const draft = { id: world.evaluation, rev: revOf(desk, 'evaluation', world.evaluation)! };
      const order = { kind: 'other', text: name, deadline: '2021-04-01' } as const;
      return { rev: (await client.evaluation.addOrder({ ...draft, ...order })).rev };
    },
    setCounter: async () => {
      const cell = { unit, kind: pick(COUNTER_KINDS, other), count: one % 4 ? one : null };
      const { units } = await client.supporting.counters({ month: MONTH, limit: 500 });
      const { rev: read } = units.find((row) => row.unit === unit)!.cells[cell.kind];
      const set = await client.supporting.setCounters({ month: MONTH, cells: [{ ...cell, rev: read }] });
      if (set.changed === 0) throw new Error('nothing was written');
      return set;
    },
    addInstitution: () =>
      client.supporting.addInstitution({
        kind: 'created',
        title: name,
        on: day,
        unit: one % 2 ? unit : null,
      }),
    schedule: async () => {
      const created = await client.study.createSession({
        ...fields,
        form: 'film',
        phase: 'study',
        venues: ['x'],
      });
      return await client.study.moveSession({ ...created, move: 'schedule' });
    },
  };
  const done = await acts[what]().catch(() => undefined);
  if (done?.id && what === 'createUnit') world.units.push(done.id);
  if (done?.id && what === 'addPerson') world.people.push(done.id);
  if (done?.id && what === 'draftItem') world.items.push(done.id);
  if (done?.id && what === 'addOwnAction') world.actions.push(done.id);
  return done?.rev;
}

function marksOf({ people }: World, one: number, other: number) {
  const typed = MARKS.filter((mark) => mark !== 'leave' && mark !== 'exempt');
  return people.slice(0, 4).flatMap((person, at) => {
    const mark = pick(typed, one + at * other);
    return (one + at) % 3 ? { person, mark, reason: other % 2 ? `事由${other}` : null } : [];
  });
}

export type Rows = ReadonlyMap<string, string>;
const KEYED = [
  'unit',
  'person',
  'posting',
  'study_session',
  'rectification_item',
  'action_instance',
  'evaluation',
  'evaluation_line',
  'evaluation_order',
  'institution',
  'monthly_counter',
  'move',
];

/** Every living row of the registers with all its columns but rev. */
export function rowsOf(desk: UndoDesk): Rows {
  return desk.ledger().read((db) => {
    const all = new Map<string, string>();
    for (const name of [...KEYED, 'attendance', 'attendance_summary']) {
      const living = name === 'attendance_summary' ? '' : 'WHERE deleted = 0';
      for (const { rev: _, ...row } of db.all<Record<string, unknown>>(`SELECT * FROM ${name} ${living}`)) {
        const key = KEYED.includes(name) ? row.pk : `${row.session} ${row.person ?? row.unit}`;
        all.set(`${name} ${key}`, JSON.stringify(row));
      }
    }
    return all;
  });
}

/** Foreign keys between registers as the schema has them, and how many living rows name a tombstone by one. */
export function danglingRows(desk: UndoDesk): number {
  return desk.ledger().read((db) => {
    const keys = db.all<{ child: string; parent: string; from: string }>(
      `SELECT child.name AS child, key."table" AS parent, key."from" FROM sqlite_schema AS child
       JOIN pragma_foreign_key_list(child.name) AS key
       WHERE child.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(child.name) WHERE name = 'deleted')
         AND EXISTS (SELECT 1 FROM pragma_table_info(key."table") WHERE name = 'deleted')`,
    );
    const lists = ['person', 'unit'].map((parent) => ({ child: 'attendance', parent, from: parent }));
    return [...keys, ...lists].reduce((sum, { child, parent, from: column }) => {
      const row = db.get<{ rows: number }>(
        `SELECT count(*) AS rows FROM ${child} AS child JOIN ${parent} AS parent ON parent.pk = child."${column}"
         WHERE child.deleted = 0 AND parent.deleted = 1`,
      );
      return sum + row!.rows;
    }, 0);
  });
}
