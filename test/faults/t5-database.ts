import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenedBundle } from '../../electron/bundle/bundle.ts';
import { chanceOf, settleCounty, work } from '../exchange/county-work.ts';
import { importing, opened } from '../exchange/forge.ts';
import { sendMutated } from '../exchange/mutations.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from '../exchange/sole-office.ts';
import { HANG_SECONDS, type PrepareTrials } from './trials.ts';

const FIRST_DAY = '2021-04-18';
/** Every bundle is kept in the file: after so many trials the books are those of the beginning again. */
const FRESH_EVERY = 40;

interface Pair {
  readonly county: SoleOffice;
  readonly group: SoleOffice;
}

/**
 * Reports and feedback whose tables were changed at random, signed by the real sender and taken in by the real books:
 * each is taken whole, or refused by name with every row of every table as it was.
 */
export const prepareDatabase: PrepareTrials = async (place, seed) => {
  const template = join(place, 'template');
  const founded = await found(template, seed);
  const bundles = await exchanged(founded);
  closeBoth(founded);
  let pair: Pair | undefined;
  let played = 0;
  return {
    hangSeconds: HANG_SECONDS,
    async play(number) {
      if (played % FRESH_EVERY === 0) pair = await fresh(template, join(place, 'books'), founded, pair);
      played += 1;
      if (!pair) throw new Error('no books');
      const chance = chanceOf(seed * 1_000_003 + number);
      const { county, group } = pair;
      const back = chance.happens(0.2);
      const outcome = back
        ? await sendMutated(group, county, bundles.feedback, chance, played + 1, lookAtFeedback)
        : await sendMutated(county, group, bundles.report, chance, played + 1);
      return [`${back ? 'feedback' : 'report'}: ${outcome}`];
    },
    close: () => pair && closeBoth(pair),
  };
};

async function found(place: string, seed: number): Promise<Pair> {
  const county = await soleOffice(place, '530101', { today: FIRST_DAY });
  const group = await soleOffice(place, '530100', { role: 'group', today: FIRST_DAY });
  await trustEachOther(county, group);
  await settleCounty(county);
  await work(county, chanceOf(seed), 250);
  return { county, group };
}

/** A full report of a county that has worked, and feedback of every kind that its items allow. */
async function exchanged({ county, group }: Pair): Promise<{ report: OpenedBundle; feedback: OpenedBundle }> {
  const first = await county.client.exchange.exportBundle({});
  await importing(group, [first]);
  const { exchange, rectification } = group.client;
  const office = county.id;
  const { items } = await rectification.items({ office, limit: 500 });
  const ids: string[] = [];
  for (const { id: subject } of items.slice(0, 20))
    ids.push((await exchange.draftFeedback({ office, kind: 'remark', subject, reason: '请补充佐证' })).id);
  for (const problem of ['台账不实', '学时不足', '会议记录缺签名'])
    ids.push((await exchange.draftFeedback({ office, kind: 'item', problem })).id);
  await exchange.releaseFeedback({ ids });
  const feedback = await exchange.exportBundle({ recipient: office });
  return { report: await opened(group, first), feedback: await opened(county, feedback) };
}

async function fresh(template: string, place: string, { county, group }: Pair, before?: Pair): Promise<Pair> {
  if (before) closeBoth(before);
  rmSync(place, { recursive: true, force: true });
  cpSync(template, place, { recursive: true });
  const at = async ({ code, id }: SoleOffice) => {
    const sole = { ...soleOfficeIn(join(place, code), join(place, `pc-${code}`), code, FIRST_DAY), id };
    await sole.unlock();
    return sole;
  };
  return { county: await at(county), group: await at(group) };
}

function closeBoth({ county, group }: Pair): void {
  county.lock();
  group.lock();
}

/** Every list of the office that feedback reaches. */
async function lookAtFeedback({ client, ports }: SoleOffice): Promise<void> {
  await client.exchange.feedback({ limit: 500 });
  await client.figures.asOf({ asOf: ports.clock.today() });
  const { items } = await client.rectification.items({ limit: 500 });
  for (const { id } of items) await client.rectification.item({ id });
}
