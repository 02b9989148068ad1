import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { chanceOf, work } from '../exchange/county-work.ts';
import { checkAll } from './t6-check.ts';
import {
  type Copy,
  copyOf,
  type Desk,
  moveTo,
  openDesks,
  openElsewhere,
  restoreHere,
} from './t6-district.ts';
import { agree, arriveAll } from './t6-end.ts';
import { BUNDLES, note, type Trial } from './t6-state.ts';
import { deliver, seal, send } from './t6-sticks.ts';

/** One history of five counties and their group, from the founding to the day on which all agree. */
export async function playTrial(
  template: { readonly place: string; readonly ids: ReadonlyMap<string, string> },
  place: string,
  seed: number,
): Promise<Record<string, number>> {
  cpSync(template.place, place, { recursive: true });
  const [group, ...counties] = await openDesks(place, template.ids);
  assert.ok(group);
  const trial: Trial = {
    ...{ group, counties, chance: chanceOf(seed), place, seen: {} },
    ...{ drawers: new Map(), lost: new Map(), twins: new Map() },
  };
  try {
    await live(trial);
    await arriveAll(trial);
    await agree(trial);
    await checkAll(trial);
    return trial.seen;
  } finally {
    for (const { sole } of [group, ...counties]) sole.lock();
    for (const twin of trial.twins.values()) twin.lock();
  }
}

interface Mishap {
  readonly desk: Desk;
  readonly copiedIn: number;
  readonly strikesIn: number;
  readonly kind: 'restored' | 'moved' | 'twin';
}

/** Each comes to one office in a few, so that most histories have clean offices beside those that were struck. */
function mishaps({ group, counties, chance }: Trial): Mishap[] {
  const strike = (desk: Desk, kind: Mishap['kind']): Mishap => {
    const copiedIn = chance.below(BUNDLES - 5);
    return { desk, kind, copiedIn, strikesIn: copiedIn + 1 + chance.below(BUNDLES - copiedIn - 1) };
  };
  const of = (share: number, kind: Mishap['kind']) =>
    counties.filter(() => chance.happens(share)).map((county) => strike(county, kind));
  const ofGroup = (share: number, kind: Mishap['kind']) =>
    chance.happens(share) ? [strike(group, kind)] : [];
  return [
    ...of(0.15, 'restored'),
    ...of(0.08, 'moved'),
    ...of(0.08, 'twin'),
    ...ofGroup(0.15, 'restored'),
    ...ofGroup(0.08, 'moved'),
  ];
}

async function live(trial: Trial): Promise<void> {
  const { group, counties, chance } = trial;
  const ahead = mishaps(trial);
  const copies = new Map<Mishap, Copy>();
  for (let round = 0; round < BUNDLES; round += 1) {
    for (const one of ahead) {
      if (one.copiedIn === round)
        copies.set(one, await copyOf(one.desk, join(trial.place, `copy-${copies.size}`)));
      if (one.strikesIn === round) await strike(trial, one, copies.get(one)!);
    }
    for (const county of counties) {
      await work(county.sole, chance, chance.below(2));
      send(trial, county, group, await seal(trial, county.sole, group, county.sealed));
      const twin = trial.twins.get(county.code);
      if (!twin || !chance.happens(0.4)) continue;
      await work(twin, chance, 1);
      send(trial, county, group, await seal(trial, twin, group, twin.sealed));
    }
    if (chance.happens(0.5)) await deliver(trial, group);
    for (const county of counties) {
      if (!chance.happens(0.2)) continue;
      if (chance.happens(0.3)) await speak(trial, county);
      send(trial, group, county, await seal(trial, group.sole, county, group.sealed));
      await deliver(trial, county);
    }
  }
}

async function strike(trial: Trial, { desk, kind }: Mishap, copy: Copy): Promise<void> {
  note(trial, `${desk === trial.group ? 'group' : 'office'} ${kind}`);
  if (kind === 'restored') return restoreHere(desk, copy);
  if (kind === 'moved') return moveTo(desk, copy);
  desk.parted = true;
  const sole = await openElsewhere(desk, copy);
  trial.twins.set(desk.code, { ...sole, sealed: new Map(copy.sealed) });
}

/** The group says what it can say of a county's items as it knows them. */
async function speak({ group, chance }: Trial, { id: office, sole }: Desk): Promise<void> {
  const { exchange, rectification } = group.sole.client;
  const { items } = await rectification.items({ office, limit: 50 });
  const today = sole.ports.clock.today();
  const ids: string[] = [];
  for (const { id: subject, state } of items.slice(0, 2)) {
    if (state !== 'groupReview') continue;
    const kind = chance.of(['confirm', 'returnForRework', 'remark'] as const);
    const brought = { reason: '复核意见', dueOn: addDays(today, 30) };
    ids.push((await exchange.draftFeedback({ office, kind, subject, ...brought })).id);
  }
  const problem = { problem: '指导组发现的问题', dueOn: addDays(today, 20) };
  ids.push((await exchange.draftFeedback({ office, kind: 'item', ...problem })).id);
  await exchange.releaseFeedback({ ids });
}
