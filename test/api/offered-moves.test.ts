import { ORPCError } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/vocabulary/dates.ts';
import { type Chance, chanceOf, settleCounty, work } from '../exchange/county-work.ts';
import { type SoleOffice, soleOffice } from '../exchange/sole-office.ts';
import { lastingScratch } from '../support/scratch.ts';

const EVERYTHING = { limit: 500 };
/** What a person would fill in when the move asks for it. */
const REASON = '事由';

/** Tries a move; the error code that refused it, or null. */
const tried = (call: Promise<unknown>): Promise<string | null> =>
  call.then(
    () => null,
    (error: unknown) => {
      if (error instanceof ORPCError) return String(error.code);
      throw error;
    },
  );

interface Told {
  readonly offered: string | null;
  readonly happened: string | null;
}

const { folder, remove } = lastingScratch();
let county: SoleOffice;
let chance: Chance;
beforeAll(async () => {
  county = await soleOffice(folder, '530101');
  chance = chanceOf(11);
  await settleCounty(county);
  await work(county, chance, 400);
});
afterAll(() => {
  county.lock();
  remove();
});

describe('a move that is offered can be made, one that is not is refused for the reason that was told', () => {
  it('of rectification items', async () => {
    const { rectification } = county.client;
    const { items } = await rectification.items(EVERYTHING);
    const target = items.find(({ state }) => state === 'inProgress')!;
    const later = addDays(county.ports.clock.today(), 400);
    const told: Told[] = [];
    for (const { id } of items) {
      if (id === target.id) continue;
      const { rev, allowed } = await rectification.item({ id });
      if (allowed.length === 0) continue;
      const { move, why } = chance.of(allowed);
      const made =
        move === 'extend'
          ? rectification.extendItem({ id, rev, dueOn: later, reason: REASON })
          : rectification.moveItem({
              ...{ id, rev, move, reason: REASON },
              ...{ evidenceNumber: '佐证1号', mergedInto: target.id },
            });
      // the group's own ways of moving an item are carried out by its feedback
      if (move === 'returnForRework') await tried(made);
      else told.push({ offered: why, happened: await tried(made) });
    }
    expectTruth(told);
  });

  it('of study sessions', async () => {
    const { study } = county.client;
    const told: Told[] = [];
    for (const { id } of (await study.sessions(EVERYTHING)).sessions) {
      const { rev, allowed } = await study.session({ id });
      if (allowed.length === 0) continue;
      const { move, why } = chance.of(allowed);
      told.push({
        offered: why,
        happened: await tried(study.moveSession({ id, rev, move, reason: REASON })),
      });
    }
    expectTruth(told);
  });

  it('of filings', async () => {
    const { selfInspection } = county.client;
    const [round] = await selfInspection.rounds({});
    const told: Told[] = [];
    for (const { id } of (await selfInspection.filings({ round: round!.id, ...EVERYTHING })).filings) {
      if (id === null) continue;
      const { rev, allowed } = await selfInspection.filing({ id });
      if (allowed.length === 0) continue;
      const { move, why } = chance.of(allowed);
      const filing = { id, rev: rev!, move, reason: REASON };
      told.push({ offered: why, happened: await tried(selfInspection.moveFiling(filing)) });
    }
    expectTruth(told);
  });
});

function expectTruth(told: readonly Told[]): void {
  expect(told.map(({ happened }) => happened)).toEqual(told.map(({ offered }) => offered));
  expect(told.length).toBeGreaterThan(5);
  expect(told.filter(({ offered }) => offered === null).length).toBeGreaterThan(2);
}
