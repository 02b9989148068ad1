/**
 * Offices that report to one group on sticks which arrive in any order, twice, late or never, while the clocks
 * are wrong; and the group's feedback on its way back no better. What has to hold at the end is said by `checkAll`.
 */
import { expect } from 'vitest';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { FIGURE_IDS, type FigureId } from '../../shared/vocabulary/words.ts';
import { sentFigures } from '../support/sent-figures.ts';
import { booksExpected, booksHeld } from './books.ts';
import { type Chance, FIRST_DAY, settleCounty, work } from './county-work.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

interface Stick {
  readonly fileName: string;
  readonly content: string;
}

export interface District {
  readonly group: SoleOffice;
  readonly counties: readonly SoleOffice[];
  /** Counts of what happened, so that a run in which nothing happened is seen. */
  readonly seen: Record<string, number>;
}

export async function foundDistrict(folder: string, counties: number): Promise<District> {
  const group = await soleOffice(folder, '530100', { role: 'group' });
  const offices: SoleOffice[] = [];
  for (let index = 1; index <= counties; index += 1) {
    const county = await soleOffice(folder, `53010${index}`);
    await trustEachOther(county, group);
    await settleCounty(county);
    offices.push(county);
  }
  return { group, counties: offices, seen: {} };
}

/** One run: every county seals that many bundles, and the sticks travel as chance has it. */
export async function run(district: District, chance: Chance, bundles: number, steps: number): Promise<void> {
  const { group, counties } = district;
  const upward: Stick[] = [];
  const downward = new Map<SoleOffice, Stick[]>(counties.map((county) => [county, []]));
  for (let round = 0; round < bundles; round += 1) {
    for (const county of counties) {
      await work(county, chance, steps);
      upward.push(await seal(county, group, chance));
    }
    await deliver(district, group, upward, chance);
    if (!chance.happens(0.5)) continue;
    for (const county of counties) {
      await speak(district, county, chance);
      const sticks = downward.get(county)!;
      sticks.push(await seal(group, county, chance));
      await deliver(district, county, sticks, chance);
    }
  }
  await settle(district, upward, downward, chance);
}

/** In the end everything that was not lost arrives, the newest last and for certain. */
async function settle(
  district: District,
  upward: Stick[],
  downward: Map<SoleOffice, Stick[]>,
  chance: Chance,
): Promise<void> {
  const { group, counties } = district;
  for (const county of counties) {
    const late = [...downward.get(county)!, await seal(group, county, chance)];
    await take(district, county, chance.shuffled(late));
    upward.push(await seal(county, group, chance));
  }
  await take(district, group, chance.shuffled(upward));
}

/** Some arrive, some of them twice, some are lost, and the others wait in a drawer. */
async function deliver(district: District, to: SoleOffice, sticks: Stick[], chance: Chance): Promise<void> {
  const arriving: Stick[] = [];
  for (const stick of sticks.splice(0)) {
    if (chance.happens(0.15)) note(district, 'lost');
    else if (chance.happens(0.5)) sticks.push(stick);
    else arriving.push(stick);
    if (arriving.includes(stick) && chance.happens(0.3)) sticks.push(stick);
  }
  if (arriving.length > 0) await take(district, to, chance.shuffled(arriving));
}

/** A rehearsal first, which has to foretell the application to the letter. */
async function take(district: District, to: SoleOffice, files: Stick[]): Promise<void> {
  const rehearsed = await to.client.exchange.importBundles({ files });
  const { bundles } = await to.client.exchange.importBundles({ files, apply: true });
  expect(bundles.map(asRehearsed)).toEqual(rehearsed.bundles);
  for (const bundle of bundles) {
    note(district, bundle.outcome);
    if (bundle.notApplicable > 0) note(district, 'notApplicable');
    expect(bundle.problem).toBe(bundle.outcome === 'early' ? 'bundle_early' : null);
    const { added, changed, unchanged, withheld, refused, total } = bundle;
    expect(added + changed + unchanged + withheld + refused).toBe(total);
  }
}

function asRehearsed<Bundle extends { outcome: string }>(bundle: Bundle): Bundle {
  return { ...bundle, outcome: bundle.outcome === 'applied' ? 'applicable' : bundle.outcome };
}

/** Whatever day the PC believes it to be. */
async function seal(from: SoleOffice, to: SoleOffice, chance: Chance): Promise<Stick> {
  const { wallClock } = from.ports;
  if (chance.happens(0.3))
    from.ports.setDate(chance.of(['1999-12-31', '2021-01-01', '2021-04-30', '2047-06-01']));
  const full = chance.happens(0.1);
  const { fileName, content } = await from.client.exchange.exportBundle({ recipient: to.id, full });
  from.ports.wallClock = wallClock;
  return { fileName, content };
}

/** The group says what it can say of a county's items as it knows them. */
async function speak(district: District, county: SoleOffice, chance: Chance): Promise<void> {
  const { exchange, rectification } = district.group.client;
  const office = county.id;
  const { items } = await rectification.items({ office, limit: 500 });
  const about = chance
    .shuffled(items.filter(({ state }) => state === 'groupReview' || state === 'closed'))
    .slice(0, 2);
  const drafts: string[] = [];
  for (const { id: subject, state } of about) {
    const kind = state === 'closed' ? 'reopen' : chance.of(['confirm', 'returnForRework', 'remark'] as const);
    const brought = { reason: '复核意见', dueOn: addDays(county.ports.clock.today(), 30) };
    drafts.push((await exchange.draftFeedback({ office, kind, subject, ...brought })).id);
  }
  const problem = { problem: '指导组发现的问题', dueOn: addDays(county.ports.clock.today(), 20) };
  drafts.push((await exchange.draftFeedback({ office, kind: 'item', ...problem })).id);
  const ids = drafts.filter(() => chance.happens(0.8));
  if (ids.length > 0) await exchange.releaseFeedback({ ids });
}

/** The group has what the counties have, and both say so in figures; feedback ended alike on both sides. */
export async function checkAll({ group, counties }: District): Promise<void> {
  for (const county of counties) {
    expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
    const days = [0, 9, 20, 33, 60, 400].map((after) => addDays(FIRST_DAY, after));
    for (const asOf of days) {
      const here = await county.client.figures.asOf({ asOf });
      const there = await group.client.figures.asOf({ asOf, office: county.code });
      expect(there.figures).toEqual(sentFigures(here.figures));
    }
    const { sessions } = await county.client.study.sessions({ state: 'approved', limit: 5 });
    for (const { id: session } of sessions) {
      const asked = { asOf: addDays(FIRST_DAY, 400), session };
      const here = await county.client.figures.asOf(asked);
      const there = await group.client.figures.asOf({ ...asked, office: county.code });
      expect(there.figures.attendanceRate).toEqual(here.figures.attendanceRate);
    }
    const { feedback: said } = await group.client.exchange.feedback({ office: county.id, limit: 500 });
    const { feedback: heard } = await county.client.exchange.feedback({ limit: 500 });
    const ends = (rows: typeof said) =>
      rows.map(({ id, state, outcome }) => `${id} ${state} ${outcome}`).sort();
    expect(ends(said.filter(({ state }) => state !== 'draft'))).toEqual(ends(heard));
  }
}

/** Which figures have a numerator in some county; a figure of one session is asked for by `checkAll`. */
export async function figuresSeen({ counties }: District): Promise<Partial<Record<FigureId, boolean>>> {
  const seen: Partial<Record<FigureId, boolean>> = sentFigures(
    Object.fromEntries(FIGURE_IDS.map((id) => [id, false])),
  );
  for (const county of counties) {
    const { figures } = await county.client.figures.asOf({ asOf: addDays(FIRST_DAY, 400) });
    for (const [id, figure] of Object.entries(sentFigures(figures)))
      seen[id as FigureId] ||= (figure?.numerator ?? 0) > 0;
  }
  return seen;
}

function note({ seen }: District, what: string): void {
  seen[what] = (seen[what] ?? 0) + 1;
}
