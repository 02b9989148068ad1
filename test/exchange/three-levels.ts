/** A province, its cities and their counties, each an installation of its own that knows only whom it reports to. */
import type { PartyRelation } from '../../shared/vocabulary/party-relations.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { importing, type Stick } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

export const TODAY = '2021-05-20';

export interface Levels {
  readonly province: SoleOffice;
  readonly cities: readonly SoleOffice[];
  /** Two of the first city, then two of the second. */
  readonly counties: readonly SoleOffice[];
  readonly all: readonly SoleOffice[];
}

/** All of them trust each other and have books; nothing has been sent. */
export async function threeLevels(folder: string): Promise<Levels> {
  const founded = (code: string, role: 'office' | 'group') =>
    soleOffice(folder, code, { role, today: TODAY });
  const province = await founded('530000', 'group');
  const cities = [await founded('530100', 'group'), await founded('530200', 'group')];
  const counties: SoleOffice[] = [];
  for (const [at, city] of cities.entries()) {
    await trustBelow(province, city);
    for (const last of [1, 2]) {
      const county = await founded(`530${at + 1}0${last}`, 'office');
      await trustEachOther(county, city);
      await settleCounty(county);
      county.ports.setDate(TODAY);
      await work(county, chanceOf(10 * at + last), 80);
      county.ports.setDate(TODAY);
      counties.push(county);
    }
  }
  return { province, cities, counties, all: [province, ...cities, ...counties] };
}

/** Each group says for itself what the other one is to it. */
export async function trustBelow(above: SoleOffice, below: SoleOffice): Promise<void> {
  await trustAs(above, below, 'child');
  await trustAs(below, above, 'parent');
}

export async function trustAs(one: SoleOffice, other: SoleOffice, as?: PartyRelation) {
  const { content } = await other.client.exchange.ownKeys();
  return one.client.exchange.trust({ content, as });
}

/** A bundle as of a day. */
export async function sealTo(
  from: SoleOffice,
  to: SoleOffice,
  { asOf = TODAY, full = false }: { asOf?: string; full?: boolean } = {},
): Promise<Stick> {
  const { fileName, content } = await from.client.exchange.exportBundle({ recipient: to.id, asOf, full });
  return { fileName, content };
}

/** The line of the one bundle that goes from one desk to the other. */
export async function carry(from: SoleOffice, to: SoleOffice, given: { asOf?: string; full?: boolean } = {}) {
  const [line] = await importing(to, [await sealTo(from, to, given)]);
  return line!;
}
