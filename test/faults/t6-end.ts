/** The end of a history: what was not lost arrives, and people follow what the program names. */
import assert from 'node:assert/strict';
import type { Desk } from './t6-district.ts';
import { take } from './t6-onlooker.ts';
import { isStruck, note, type Trial } from './t6-state.ts';
import { seal } from './t6-sticks.ts';

/** How often the offices are gone through, and how often two of them try. */
const PASSES = 4;
const ROUNDS = 6;

export async function arriveAll(trial: Trial): Promise<void> {
  const { group, counties, chance, drawers } = trial;
  for (const desk of [...counties, group]) {
    const left = chance.shuffled(drawers.get(desk.code) ?? []);
    if (left.length > 0) await take(trial, desk, left);
    drawers.delete(desk.code);
  }
}

/** Bundles go to and fro until both sides have each other's newest, as long as somebody knows what to do. */
export async function agree(trial: Trial): Promise<void> {
  const told: string[] = [];
  for (let pass = 1; pass <= PASSES; pass += 1) {
    let problems = 0;
    for (const county of trial.counties) problems += await agreeWith(trial, county, told);
    if (problems === 0) return;
  }
  throw new Error(`the two sides do not come together: ${told.slice(-30).join(', ')}`);
}

/**
 * The county hears the group first, so that its own bundle holds what came of that.
 * @returns how many of the bundles met a problem before both were taken at once
 */
async function agreeWith(trial: Trial, county: Desk, told: string[]): Promise<number> {
  const { group } = trial;
  let problems = 0;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const full = round > 1;
    const down = await handed(trial, group, county, full);
    const up = await handed(trial, county, group, full);
    if (up === null && down === null) return problems;
    problems += 1;
    told.push(`${county.code} hears ${down}, the group ${up}`);
    if (round > 2) await beginAnew(trial, county, up, down);
  }
  return problems;
}

/** @returns the problem of a bundle that is sealed and taken in at once; a FORK is cleared up */
async function handed(trial: Trial, from: Desk, to: Desk, full: boolean): Promise<string | null> {
  const [line] = await take(trial, to, [await seal(trial, from.sole, to, from.sealed, full)]);
  assert.ok(line);
  const { problem } = line;
  if (problem === 'bundle_fork' || problem === 'sender_quarantined')
    await to.sole.client.exchange.settleFork({ office: from.id, reason: '与对方核对' });
  return problem;
}

/**
 * Who stands in another history than the other believes takes new keys, and both sides compare them on paper; so does
 * the county where both have lost what they had countersigned, and neither takes the other's new epoch.
 */
async function beginAnew(trial: Trial, county: Desk, up: string | null, down: string | null): Promise<void> {
  const { group } = trial;
  const groupStrays = group.parted && (up === 'ack_mismatch' || (down !== null && down !== 'ack_mismatch'));
  const one = groupStrays ? group : county;
  const bothLost = isStruck(group) && isStruck(county);
  if (!one.parted && !bothLost) return;
  note(trial, `${one === group ? 'group' : 'office'} anew`);
  await one.sole.client.exchange.replaceKeys({ reason: '与对方的记录不一致，重新开始' });
  const { content } = await one.sole.client.exchange.ownKeys();
  const others = one === group ? trial.counties : [group];
  for (const other of others) {
    await other.sole.client.exchange.trust({ content, reason: '双方核对后重新开始' });
    other.taken.delete(one.code);
  }
}
