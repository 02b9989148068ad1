import { countPeopleOnDay, peopleOnDay } from '../../electron/registers/personnel/people-sql.ts';
import { addPerson, createUnit } from '../../electron/registers/personnel/personnel-register.ts';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { randomStream } from '../support/random-stream.ts';
import { type Desk, ledgerOf, TODAY } from './county.ts';
import type { Line } from './lines.ts';
import { clocked, interleaved } from './measure.ts';

/** What somebody types: two characters, pinyin, initials. */
const TYPED = ['王伟', 'zhangwei', 'zw'];
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇解查曾区'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英建国志文海玉春生辉健立诚思远'];
const PAGE = { offset: 0, limit: 50, sort: 'pinyin' } as const;
const GOAL_RATIO = 1.3;
/** Milliseconds that a call may cost whatever it asks; the reference is lengthened so that the ratio allows them. */
const CALL = 0.5;

/**
 * `personnel.people` through the API, against its own two queries alone: found, counted, sorted, the first page.
 * @param desk of an office without people
 */
export async function searchPeople(desk: Desk, people: number, times: number): Promise<Line[]> {
  addPeople(desk, people);
  const lines: Line[] = [];
  for (const search of TYPED) {
    const { ours, reference } = await interleaved(
      times,
      () => clocked(() => desk.client.personnel.people({ search, ...PAGE })),
      () => clocked(() => queriesAlone(desk, search)),
    );
    lines.push({
      what: `${people.toLocaleString('en')} people searched for ${search} / the same SQL and ${CALL} ms`,
      unit: 'ms',
      ours,
      reference: reference + CALL / GOAL_RATIO,
      goal: { ratio: GOAL_RATIO },
    });
  }
  return lines;
}

function queriesAlone(desk: Desk, search: string): void {
  const ledger = ledgerOf(desk);
  const spelling = /^[a-z]+$/.test(search) ? search : null;
  const named = { characters: search, spelling };
  const filter = { office: ledger.office, asOf: TODAY, unit: null, statuses: null, search: named };
  ledger.read((db) => {
    countPeopleOnDay(db, filter);
    peopleOnDay(db, filter, PAGE);
  });
}

function addPeople(desk: Desk, people: number): void {
  const ledger = ledgerOf(desk);
  const random = randomStream(7);
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  ledger.write(ledger.account.pk, 'bench.people', (write) => {
    write.undo.refuse('undo_not_possible');
    const record = () => undefined;
    const quiet = { ...write, record };
    const { id: unit } = createUnit(quiet, { name: 'bench', parent: null, kind: null });
    for (let at = 0; at < people; at += 1) {
      const name = one(SURNAMES) + one(GIVEN) + (at % 5 === 0 ? '' : one(GIVEN));
      const fields = { name, post: null, staffing: null, orderNumber: null, disambiguator: null };
      addPerson(quiet, { ...fields, unit, status: 'onDuty', from: calendarDate('2021-03-01') });
    }
  });
}
