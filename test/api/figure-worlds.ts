import { startCampaign } from '../../electron/registers/campaign/campaign-register.ts';
import type { Write } from '../../electron/store/handles.ts';
import { insertRow } from '../../electron/store/rows.ts';
import { addDays, type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import type { EducationType, FigureId, OrganKind } from '../../shared/vocabulary/words.ts';
import { alone, type Desk } from '../registers/study/study-desk.ts';
import { daysThatMatter, playWorld, type WorldShape, worldShape } from '../registers/study/study-world.ts';
import { type FigureRecords, figuresOracle, type Share } from '../support/figures-oracle.ts';
import { fc } from '../support/properties.ts';

/** Offices with a little of every register, told once to the ledger and once, with units and phases, to the oracle. */

const FIRST = calendarDate('2021-03-01');
const onDay = (days: number) => addDays(FIRST, days);
/** Some of what there is lies before the first phase and behind the last. */
export const PHASES = [
  { id: 'study', beginsOn: onDay(2), endsOn: onDay(14) },
  { id: 'inspection', beginsOn: onDay(15), endsOn: onDay(24) },
] as const;
const PHASE_OF_ROW = ['study', 'inspection', null];
/** Only these units have a kind of their own; those below take theirs. */
const KINDS: readonly (OrganKind | null)[] = ['court', 'publicSecurity', null, null];

const days = fc.nat(35);
const unit = fc.nat(4);
const extras = fc.record({
  rounds: fc.array(fc.record({ begins: fc.nat(20), lasts: fc.nat(15) }), { maxLength: 2 }),
  filings: fc.array(fc.record({ round: fc.nat(1), person: fc.nat(6), on: days, state: fc.nat(3) }), {
    maxLength: 8,
  }),
  talks: fc.array(fc.record({ person: fc.nat(6), on: days }), { maxLength: 6 }),
  items: fc.array(
    fc.record({
      unit,
      due: days,
      moves: fc.array(fc.record({ step: fc.nat(7), on: days, newDue: fc.option(days) }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
    { maxLength: 6 },
  ),
  actions: fc.array(
    fc.record({
      unit,
      phase: fc.nat(1),
      origin: fc.nat(2),
      due: days,
      moves: fc.array(fc.tuple(fc.nat(3), days), { maxLength: 3 }),
    }),
    { maxLength: 8 },
  ),
});
type Extras = typeof extras extends fc.Arbitrary<infer Shape> ? Shape : never;

/** The oracle's records with what filters ask about. */
interface Told extends FigureRecords {
  sessions: (FigureRecords['sessions'][number] & { phase: string | null })[];
  items: (FigureRecords['items'][number] & { unit: string | null })[];
  actions: (NonNullable<FigureRecords['actions']>[number] & { unit: string | null; phase: string })[];
  talks: NonNullable<FigureRecords['talks']>;
}

export interface World {
  readonly write: Write;
  readonly told: Told;
  readonly units: readonly {
    readonly id: string;
    readonly above: readonly string[];
    readonly kind: OrganKind | null;
  }[];
  readonly asOf: CalendarDate;
  readonly filter: Filter;
}

export interface Filter {
  readonly unit?: string | null;
  readonly below?: boolean;
  readonly organKind?: OrganKind;
  readonly phase?: string | null;
  readonly type?: EducationType;
}

const picked = fc.record({
  unit: fc.nat(19),
  below: fc.boolean(),
  kind: fc.nat(9),
  phase: fc.nat(9),
  type: fc.nat(9),
  day: fc.nat(),
});

/** Plays worlds on the real ledger; each is rolled back. */
export function inWorlds(desk: Desk, runs: number, check: (world: World) => void): void {
  const property = fc.property(worldShape, extras, picked, (shape, more, pick) => {
    desk.store.rehearse(alone.account, (write) => {
      begin(write, shape.requiredTypes);
      const told = play(write, shape, more);
      const units = unitsOf(write, shape);
      const matter = daysThatMatter(told);
      const asOf = matter[pick.day % matter.length]!;
      check({ write, told, units, asOf, filter: filterOf(pick, units, shape) });
    });
  });
  fc.assert(property, { numRuns: runs });
}

function begin(write: Write, required: EducationType[]): void {
  startCampaign(write, {
    id: 'invented',
    name: '虚构的活动',
    phases: PHASES.map((phase) => ({ ...phase, name: phase.id })),
    educationTypes: { required, offered: [] },
    actions: [],
    categoryLists: [
      {
        id: 'list',
        version: 1,
        name: '类',
        appliesTo: 'all',
        enabled: true,
        categories: [{ id: 'one', name: '一' }],
      },
    ],
    evaluation: [],
    makeup: { termDays: 30 },
    rounds: [],
  });
}

function play(write: Write, shape: WorldShape, more: Extras): Told {
  const records = playWorld(write, shape);
  const sessions = records.sessions.map((session, index) => {
    const phase = PHASE_OF_ROW[index % PHASE_OF_ROW.length]!;
    write.run('UPDATE study_session SET phase = ? WHERE id = ?', phase, session.id);
    return { ...session, phase };
  });
  for (const [index, kind] of KINDS.entries())
    write.run('UPDATE unit SET kind = ? WHERE name = ?', kind, `单位${index}`);
  const people = records.people.map(({ id }) => id);
  const rounds = more.rounds.map((round) => playRound(write, round));
  return {
    ...records,
    sessions,
    rounds,
    filings: playFilings(write, more, rounds, people),
    talks: more.talks.flatMap((talk) => playTalk(write, talk, people)),
    items: more.items.map((item, index) => playItem(write, item, index)),
    actions: more.actions.map((action) => playAction(write, action)),
  };
}

const pkOf = (write: Write, table: string, id: string) =>
  write.get<{ pk: number }>(`SELECT pk FROM ${table} WHERE id = ?`, id)!.pk;
/** The fifth is no unit. */
const unitAt = (write: Write, index: number) =>
  write.get<{ pk: number; id: string }>('SELECT pk, id FROM unit WHERE name = ?', `单位${index}`);

function playRound(write: Write, { begins, lasts }: Extras['rounds'][number]): Told['rounds'][number] {
  const round = { id: write.newId(), begins: onDay(begins), ends: onDay(begins + lasts) };
  const columns = { number: begins, name: '轮', begins_on: round.begins, ends_on: round.ends };
  insertRow(write, 'inspection_round', round.id, columns);
  return round;
}

function playFilings(
  write: Write,
  { filings }: Extras,
  rounds: Told['rounds'],
  people: string[],
): Told['filings'] {
  const STATES = ['filed', 'approved', 'archived', 'returned'] as const;
  const seen = new Set<string>();
  return filings.flatMap(({ round: at, person: who, on, state: which }) => {
    const [round, person] = [rounds[at], people[who]];
    if (!round || !person || seen.has(`${round.id} ${person}`)) return [];
    seen.add(`${round.id} ${person}`);
    const filing = { round: round.id, person, filedOn: onDay(on), state: STATES[which]! };
    insertRow(write, 'filing', write.newId(), {
      round: pkOf(write, 'inspection_round', round.id),
      person: pkOf(write, 'person', person),
      unit: unitAt(write, 0)!.pk,
      filed_on: filing.filedOn,
      declared: 'noProblem',
      submitted_by: 0,
      state: filing.state,
    });
    return [filing];
  });
}

function playTalk(
  write: Write,
  { person: who, on }: Extras['talks'][number],
  people: string[],
): Told['talks'] {
  const person = people[who];
  if (!person) return [];
  const columns = {
    person: pkOf(write, 'person', person),
    on_day: onDay(on),
    talker: '某',
    record_number: '1',
  };
  insertRow(write, 'talk', write.newId(), columns);
  return [{ person, on: onDay(on) }];
}

const STEPS = [
  [['start', 'inProgress']],
  [['apply', 'officeReview']],
  [
    ['apply', 'officeReview'],
    ['approve', 'closed'],
  ],
  [
    ['apply', 'officeReview'],
    ['return', 'inProgress'],
  ],
  [['keepLongTerm', 'longTerm']],
  [['suspend', 'suspended']],
  [['extend', 'inProgress']],
  [
    ['apply', 'officeReview'],
    ['reportUp', 'groupReview'],
  ],
] as const;
const ISSUE = [['issue', 'issued']] as const;

/** Moves in the order of their days, as the register keeps them; the application before what follows from it. */
function playItem(
  write: Write,
  { unit: at, due, moves }: Extras['items'][number],
  index: number,
): Told['items'][number] {
  const home = unitAt(write, at);
  const steps = moves.toSorted((one, other) => one.on - other.on);
  const told: Told['items'][number]['moves'] = steps.flatMap(({ step, on, newDue }, place) =>
    (place === 0 ? ISSUE : STEPS[step]!).map(([move, to]) => ({
      ...{ move, to, on: onDay(on) },
      newDue: move === 'extend' && newDue !== null ? onDay(newDue) : null,
    })),
  );
  const item = {
    id: write.newId(),
    source: 'officeInspection' as const,
    due: onDay(due),
    extendedDue: null,
    moves: told,
  };
  const state = told.at(-1)?.to ?? 'draft';
  const number = told.length > 0 ? { number_year: 2021, number: index + 1 } : {};
  const columns = {
    source: item.source,
    problem: '问题',
    unit: home?.pk ?? null,
    due_on: item.due,
    state,
    ...number,
  };
  const subject = insertRow(write, 'rectification_item', item.id, columns);
  for (const { move, to, on, newDue } of told)
    insertRow(write, 'move', write.newId(), {
      ...{ register: 'rectification_item', subject, move, to_state: to, effective_on: on },
      detail: newDue ? JSON.stringify({ newDueOn: newDue }) : null,
    });
  return { ...item, unit: home?.id ?? null };
}

function playAction(
  write: Write,
  { unit: at, phase, origin, due, moves }: Extras['actions'][number],
): Told['actions'][number] {
  const STATES = ['underway', 'done', 'done', 'cancelled'] as const;
  const home = unitAt(write, at);
  const action = {
    id: write.newId(),
    phase: PHASES[phase]!.id,
    origin: (['parent', 'office', 'own'] as const)[origin]!,
    due: onDay(due),
    moves: moves
      .toSorted(([, one], [, other]) => one - other)
      .map(([to, on]) => ({ to: STATES[to]!, on: onDay(on) })),
  };
  const subject = insertRow(write, 'action_instance', action.id, {
    ...{ definition: 'one', phase: action.phase, origin: action.origin, name: '动作', ordinal: 1 },
    ...{
      from_on: '2021-01-01',
      due_on: action.due,
      unit: home?.pk ?? null,
      state: action.moves.at(-1)?.to ?? 'planned',
    },
  });
  for (const { to, on } of action.moves)
    insertRow(write, 'move', write.newId(), {
      register: 'action_instance',
      subject,
      move: 'any',
      to_state: to,
      effective_on: on,
    });
  return { ...action, unit: home?.id ?? null };
}

function unitsOf(write: Write, shape: WorldShape): World['units'] {
  const ids = KINDS.map((_, index) => unitAt(write, index)!.id);
  const climb = (index: number): number[] => {
    const parent = shape.parents[index]!;
    return parent < index ? [index, ...climb(parent)] : [index];
  };
  return ids.map((id, index) => {
    const path = climb(index);
    return { id, above: path.map((at) => ids[at]!), kind: path.map((at) => KINDS[at]).find(Boolean) ?? null };
  });
}

type Pick = typeof picked extends fc.Arbitrary<infer Value> ? Value : never;

function filterOf(pick: Pick, units: World['units'], shape: WorldShape): Filter {
  const home = pick.unit === 4 ? null : units[pick.unit]?.id;
  const kind = (['court', 'publicSecurity'] as const)[pick.kind];
  const phase = pick.phase === 2 ? null : PHASES[pick.phase]?.id;
  const type = shape.requiredTypes[pick.type];
  return {
    ...(home !== undefined && { unit: home, below: pick.below }),
    ...(kind && home !== null && { organKind: kind }),
    ...(phase !== undefined && { phase }),
    ...(type && { type }),
  };
}

/** What the oracle says of the rows that a filter lets through. */
export function narrowedOracle(
  { told, units }: World,
  asOf: CalendarDate,
  filter: Filter,
): Partial<Record<FigureId, Share>> {
  const isIn = unitTest(units, filter);
  const isOfPhase = (id: string | null) =>
    filter.phase === undefined || (PHASES.some((one) => one.id === id) ? id : null) === filter.phase;
  const isInPhase = (day: string | undefined) => filter.phase === undefined || phaseOn(day) === filter.phase;
  const sessions = told.sessions.filter(
    ({ phase, types }) => isOfPhase(phase) && (!filter.type || types.includes(filter.type)),
  );
  const common: FigureRecords = {
    ...told,
    sessions,
    requiredTypes: filter.type ? [filter.type] : told.requiredTypes,
    people: told.people.map((one) => ({
      ...one,
      postings: one.postings.filter((posting) => isIn(posting.unit)),
    })),
    rounds: told.rounds.filter(({ begins }) => isInPhase(begins)),
    talks: told.talks.filter(({ on }) => isInPhase(on)),
    items: told.items.filter(({ unit: home, moves }) => isIn(home) && isInPhase(moves[0]?.on)),
    actions: told.actions.filter(({ unit: home, phase }) => isIn(home) && isOfPhase(phase)),
  };
  const attended = {
    ...common,
    sessions: sessions.map((one) => ({ ...one, marks: one.marks.filter((mark) => isIn(mark.unit)) })),
  };
  const people = figuresOracle(common, asOf);
  const { participationFirst, participationWithMakeup, makeupCompletion } = figuresOracle(attended, asOf);
  const { attendanceRate: _none, ...figures } = {
    ...people,
    participationFirst,
    participationWithMakeup,
    makeupCompletion,
  };
  if (!filter.type) return figures;
  return { participationFirst, participationWithMakeup, makeupCompletion, coverage: people.coverage };
}

function unitTest(units: World['units'], filter: Filter): (id: string | null) => boolean {
  return (id) => {
    const one = units.find((known) => known.id === id);
    if (filter.organKind && one?.kind !== filter.organKind) return false;
    if (filter.unit === undefined) return true;
    if (filter.unit === null || !one) return filter.unit === id;
    return filter.below === false ? one.id === filter.unit : one.above.includes(filter.unit);
  };
}

function phaseOn(day: string | undefined): string | null {
  return (
    PHASES.find(({ beginsOn, endsOn }) => day !== undefined && beginsOn <= day && day <= endsOn)?.id ?? null
  );
}
