import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';

export const TODAY = '2021-04-20';
const UNITS = 10;
const PEOPLE_OF_UNIT = 22;
const CHARACTERS = [...'安博诚达恩芳刚浩嘉凯兰敏宁鹏强蓉思涛文欣燕泽'];

export interface FilingOffice extends TestOffice {
  readonly round: string;
  /** Names by unit, in the order of the lists. */
  readonly units: readonly { readonly name: string; readonly people: readonly string[] }[];
}

/** An office with a round that has begun and 220 people, of whom nobody has filed. */
export async function filingOffice(folder: string): Promise<FilingOffice> {
  const office = await testOffice(folder, { today: TODAY });
  await (await office.as('administrator')).office.confirmRecovery({ code: office.recoveryCode });
  const { selfInspection } = await office.as('reviewer');
  const [round] = await selfInspection.rounds({});
  const { personnel } = await office.as('clerk');
  const units = [];
  for (let number = 1; number <= UNITS; number += 1) {
    const name = `第${number}中队`;
    const { id: unit } = await personnel.createUnit({ name, kind: 'publicSecurity', orderNumber: number });
    const people = CHARACTERS.slice(0, PEOPLE_OF_UNIT).map((given) => `${SURNAMES[number - 1]}${given}`);
    for (const [at, person] of people.entries())
      await personnel.addPerson({
        ...{ name: person, unit, orderNumber: at + 1, from: calendarDate('2021-01-01') },
      });
    units.push({ name, people });
  }
  return { ...office, round: round?.id ?? '', units };
}

const SURNAMES = '赵钱孙李周吴郑王冯陈';
