import type { Actor } from '../../electron/registers/actor.ts';
import { addPerson, createUnit, transfer } from '../../electron/registers/personnel/personnel-register.ts';
import { supervise } from '../../electron/registers/rectification/item-supervision.ts';
import {
  draftItem,
  extendItem,
  moveItem,
} from '../../electron/registers/rectification/rectification-register.ts';
import {
  createRound,
  file,
  moveFiling,
} from '../../electron/registers/self-inspection/self-inspection-register.ts';
import type { Write } from '../../electron/store/handles.ts';
import { addDays, type CalendarDate, calendarDate } from '../../shared/vocabulary/dates.ts';
import { type FilingMove, ITEM_SOURCES, type ItemMove } from '../../shared/vocabulary/words.ts';
import { randomStream } from '../support/random-stream.ts';
import { type Desk, ledgerOf, TODAY } from './county.ts';

/** An office whose registers are full: two rounds of self-inspection, and a ledger of a year's work. */
export interface FullOffice {
  readonly desk: Desk;
  /** Ended, and running. */
  readonly rounds: readonly [RoundOf, RoundOf];
  /** Units with units below them. */
  readonly parents: readonly string[];
  readonly units: readonly string[];
}

interface RoundOf {
  readonly id: string;
  readonly endsOn: CalendarDate;
}

const UNITS = 60;
const UNITS_BELOW = 5;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国'];
const CATEGORIES = ['three-rules', 'business', 'shares-and-loans', 'sentence-relief', 'after-office'];
const WORDS = [
  '台账登记不全',
  '会议记录不完整',
  '案卷没有装订',
  '退费办理超期',
  '轮岗没有落实',
  '公示不及时',
];
/** One in so many filings names a problem; one person in so many has not filed the running round yet. */
const PROBLEM_EVERY = 12;
const MISSING_EVERY = 26;

/** Hands out what one write needs, repeatably. */
interface Given {
  readonly write: Write;
  readonly actor: Actor;
  readonly random: () => number;
  readonly one: <Value>(list: readonly Value[]) => Value;
}

/** @param desk of an office without people */
export async function fillOffice(desk: Desk, filings: number, items: number): Promise<FullOffice> {
  return inOneWrite(desk, (given) => {
    const { parents, units } = addUnits(given);
    const people = addPeople(given, units, filings / 2);
    const rounds = [addRound(given, ENDED, people), addRound(given, RUNNING, people)] as const;
    for (let at = 0; at < items; at += 1) addItem(given, units);
    return { desk, rounds, parents, units };
  });
}

function inOneWrite<T>(desk: Desk, work: (given: Given) => T): T {
  const ledger = ledgerOf(desk);
  const { pk, roles } = ledger.account;
  const random = randomStream(31);
  const one = <Value>(list: readonly Value[]) => list[Math.floor(random() * list.length)] as Value;
  return ledger.write(pk, 'bench.registers', (write) => {
    write.undo.refuse('undo_not_possible');
    const quiet = { ...write, record: () => undefined };
    return work({ write: quiet, actor: { account: pk, roles, singleAccount: true }, random, one });
  });
}

function addUnits({ write }: Given) {
  const add = (name: string, parent: string | null) =>
    createUnit(write, { name, parent, kind: 'publicSecurity' }).id;
  const parents: string[] = [];
  const units: string[] = [];
  for (let at = 0; at < UNITS; at += 1) {
    const isParent = at % (UNITS_BELOW + 1) === 0;
    const id = add(`单位${at}`, isParent ? null : (parents.at(-1) ?? null));
    if (isParent) parents.push(id);
    units.push(id);
  }
  return { parents, units };
}

/** Everybody of a round, one more in 25 who will not have filed, and of every fifty one who changes units in the second. */
function addPeople({ write, random, one }: Given, units: readonly string[], filing: number): string[] {
  return Array.from({ length: Math.ceil((filing * MISSING_EVERY) / (MISSING_EVERY - 1)) }, (_, at) => {
    const name = one(SURNAMES) + one(GIVEN) + (random() < 0.2 ? '' : one(GIVEN));
    const fields = { name, post: null, staffing: null, orderNumber: at % 300, disambiguator: null };
    const from = calendarDate('2021-02-28');
    const person = addPerson(write, { ...fields, unit: one(units), status: 'onDuty', from });
    if (at % 50 === 7)
      transfer(write, { ...person, unit: one(units), status: 'onDuty', from: addDays(TODAY, -10) });
    return person.id;
  });
}

interface Round {
  readonly name: string;
  readonly beginsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Shares of the filings that go on, in steps of an archive, an approval, a return. */
  readonly steps: readonly (readonly [number, readonly FilingMove[]])[];
}

const ENDED: Round = {
  name: '第一轮',
  beginsOn: calendarDate('2021-07-01'),
  endsOn: calendarDate('2021-08-31'),
  steps: [
    [0.9, ['approve', 'archive']],
    [0.95, ['approve']],
    [0.97, ['return']],
    [1, []],
  ],
};
const RUNNING: Round = {
  name: '第二轮',
  beginsOn: calendarDate('2021-11-20'),
  endsOn: calendarDate('2022-01-20'),
  steps: [
    [0.3, ['approve', 'archive']],
    [0.6, ['approve']],
    [0.63, ['return']],
    [1, []],
  ],
};

function addRound(given: Given, { steps, ...round }: Round, people: readonly string[]): RoundOf {
  const { write, actor, random, one } = given;
  const { id } = createRound(write, round);
  for (const [at, person] of people.entries()) {
    if (at % MISSING_EVERY === 3) continue;
    const filedOn = addDays(round.beginsOn, Math.floor(random() * 35));
    const items = at % PROBLEM_EVERY === 0 ? [{ category: one(CATEGORIES), summary: null }] : [];
    const declared = items.length > 0 ? 'hasProblem' : 'noProblem';
    let filing = file(write, actor, { round: id, person, filedOn, declared, paperNumber: `甲-${at}`, items });
    const share = random();
    for (const move of steps.find(([until]) => share < until)?.[1] ?? []) {
      if (move === 'archive' && items.length > 0) continue;
      filing = moveFiling(write, actor, { ...filing, move, reason: '缺签名' });
    }
  }
  return { id, endsOn: round.endsOn };
}

/** How far an item has come, as shares of the ledger. */
const LIVES: readonly (readonly [number, readonly ItemMove[]])[] = [
  [0.05, []],
  [0.1, ['issue']],
  [0.24, ['issue', 'start']],
  [0.28, ['issue', 'start', 'apply', 'return']],
  [0.34, ['issue', 'start', 'apply']],
  [0.4, ['issue', 'start', 'apply', 'reportUp']],
  [0.94, ['issue', 'start', 'apply', 'approve']],
  [0.96, ['issue', 'keepLongTerm']],
  [0.98, ['issue', 'start', 'suspend']],
  [1, ['issue', 'void']],
];

function addItem({ write, actor, random, one }: Given, units: readonly string[]): void {
  const isDraft = random() < 0.05;
  const share = random();
  const moves = isDraft ? [] : (LIVES.find(([until]) => share < until)?.[1] ?? []);
  const days = 1 + Math.floor(random() * 240);
  const issuedOn = addDays(TODAY, -days);
  const source = moves.includes('reportUp')
    ? 'groupFeedback'
    : one(ITEM_SOURCES.filter((known) => !moves.includes('approve') || !FROM_GROUP.includes(known)));
  let item: { id: string; rev: number } = draftItem(write, {
    source,
    category: one(CATEGORIES),
    problem: `${one(WORDS)}，${one(WORDS)}`,
    measures: isDraft ? null : `${one(WORDS)}的，逐项核对并补齐`,
    unit: one(units),
    leader: one(SURNAMES) + one(GIVEN),
    owner: one(SURNAMES) + one(GIVEN.slice(0, 8)),
    dueOn: addDays(issuedOn, 20 + Math.floor(random() * 120)),
    repeats: null,
  });
  for (const [step, move] of moves.entries()) {
    const on = addDays(issuedOn, Math.floor((days * step) / 4));
    const extra = { reason: '理由', evidenceNumber: '证-1' };
    item = moveItem(write, actor, { ...item, move, on, ...extra });
    if (move === 'issue' && random() < 0.1)
      item = extendItem(write, actor, { ...item, on, reason: '理由', dueOn: addDays(on, 150) });
  }
  const isAtWork = moves.length > 0 && ['issue', 'start', 'return'].includes(moves.at(-1) ?? '');
  if (isAtWork && random() < 0.2)
    supervise(
      { ...write, today: addDays(TODAY, -5) },
      { ...item, on: true, reason: '理由', nextOn: addDays(TODAY, random() < 0.5 ? -1 : 4) },
    );
}

const FROM_GROUP: readonly string[] = ['groupFeedback', 'higherSupervision'];
