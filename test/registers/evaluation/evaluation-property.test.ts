import { afterAll, beforeAll, expect, it } from 'vitest';
import { fc } from '../../support/properties.ts';
import {
  approvedLecture,
  closedItem,
  decide,
  type EvaluationDesk,
  finishedAction,
  found,
  freeze,
  makeUp,
  openEvaluationDesk,
  writtenDraft,
} from './evaluation-desk.ts';

let desk: EvaluationDesk;
beforeAll(async () => {
  desk = await openEvaluationDesk('530404');
});
afterAll(() => desk.close());

/** Later work of an office, as a word for each thing that somebody does. */
const WORK = ['attend', 'makeUp', 'correct', 'leave', 'join', 'item', 'campaign', 'nextRound'] as const;
type Work = (typeof WORK)[number];

let lectures = 0;
let categories = 0;

async function work(what: Work, pick: number): Promise<void> {
  const { personnel, study } = desk.at('clerk');
  const [unit] = await personnel.units({});
  if (what === 'attend') {
    lectures += 1;
    const day = `2021-04-${String(1 + (lectures % 19)).padStart(2, '0')}`;
    await approvedLecture(desk, desk.people.slice(0, 3), [desk.people[pick % 3]!], day);
  } else if (what === 'makeUp') {
    const { rows } = await study.makeups({ state: 'pending' });
    const row = rows[pick % Math.max(1, rows.length)];
    if (row) await makeUp(desk, row.session, [row.person]);
  } else if (what === 'correct') {
    const { rev, state } = await study.session({ id: desk.lecture });
    if (state !== 'approved') return;
    await desk.at('reviewer').study.moveSession({ id: desk.lecture, rev, move: 'correct', reason: '更正' });
  } else if (what === 'leave') {
    const { id, rev } = await personnel.person({ id: desk.people[3 + (pick % 3)]! });
    await personnel
      .transfer({ id, rev, unit: unit!.id, status: 'transferredOut', from: '2021-04-20' })
      .catch(() => undefined);
  } else if (what === 'join') {
    await personnel.addPerson({ name: `新${pick}${lectures}`, unit: unit!.id, from: '2021-01-01' });
  } else if (what === 'item') await closedItem(desk);
  else if (what === 'campaign') {
    categories += 1;
    const { rev } = await desk.at('reviewer').campaign.current();
    await desk.at('reviewer').campaign.addCategory({ rev, name: `类别${categories}` });
  } else {
    const draft = await decide(desk, await writtenDraft(desk, 'own'), { verdict: 'passed' });
    await freeze(desk, draft);
  }
}

it('a frozen evaluation stays as it was, whatever is done in the office later', async () => {
  await finishedAction(desk);
  const { id } = await freeze(
    desk,
    await decide(desk, await writtenDraft(desk, 'own'), { verdict: 'passed' }),
  );
  // what may be done with it changes, as later rounds come to stand on it; it itself does not
  const whole = async () => ({ ...(await found(desk, id)), allowed: null });
  const before = await whole();
  const lives = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...WORK), fc.nat(50)), { minLength: 1, maxLength: 5 }),
      async (done) => {
        for (const [what, pick] of done) await work(what, pick);
        const { live } = await desk.at('clerk').evaluation.sheet({ phase: 'study' });
        lives.add(JSON.stringify(live));
        expect(await whole()).toEqual(before);
      },
    ),
    { numRuns: 10 },
  );
  // the work was no idle play: the figures of today moved while the frozen ones stood
  expect(lives.size).toBeGreaterThan(3);
});
