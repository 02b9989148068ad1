/** What has to hold when a history has ended. */
import assert from 'node:assert/strict';
import { calendarDate } from '../../shared/vocabulary/dates.ts';
import { booksExpected, booksHeld } from '../exchange/books.ts';
import type { Desk } from './t6-district.ts';
import { isStruck, type Trial } from './t6-state.ts';

const LAST_DAY = '2023-01-01';

export async function checkAll(trial: Trial): Promise<void> {
  const { group, counties } = trial;
  for (const county of counties) {
    const silent = county.parted ? ' (an unseen fork)' : '';
    const held = booksHeld(group.sole.ledger(), county.code);
    const expected = booksExpected(county.sole.ledger());
    for (const [register, rows] of Object.entries(expected))
      assert.deepEqual(held[register], rows, `${register} of ${county.code} differ${silent}`);
  }
  for (const each of counties) await checkFeedback(trial, each);
  const county = trial.chance.of(counties);
  const asOf = calendarDate(LAST_DAY);
  const here = await county.sole.client.figures.asOf({ asOf });
  const there = await group.sole.client.figures.asOf({ asOf, office: county.code });
  const { talkCoverage: _, ...sent } = here.figures;
  assert.deepEqual(there.figures, sent, 'figures differ');
  for (const each of counties) if (!isStruck(each) && !isStruck(group)) await checkClean(trial, each);
}

/** Whatever was lost on the way: what the group said to an office and the office has, the group has, and it ended alike. */
async function checkFeedback({ group }: Trial, county: Desk): Promise<void> {
  const { feedback: said } = await group.sole.client.exchange.feedback({ office: county.id, limit: 500 });
  const { feedback: heard } = await county.sole.client.exchange.feedback({ limit: 500 });
  const here = new Map(said.map((row) => [row.id, ended(row)]));
  for (const row of heard)
    assert.equal(here.get(row.id), ended(row), `feedback of the group that ${county.code} has, and its end`);
}

const ended = ({ kind, state, outcome }: { kind: string; state: string; outcome: string | null }) =>
  `${kind} ${state} ${outcome}`;

/** Of an office that nothing happened to but lost sticks: what is missing is what was lost, and feedback ended alike. */
async function checkClean({ group, lost }: Trial, county: Desk): Promise<void> {
  const { sealed } = county;
  const all = sealed.get(group.code)?.sequence ?? 0;
  const kept = await group.sole.client.exchange.received({ limit: 500 });
  const mine = kept.filter(({ sender }) => sender === county.id);
  const gone = lost.get(county.code)?.size ?? 0;
  assert.equal(mine.length, all - gone, 'numbers that are kept, and those that were lost, are not all');
  const { feedback: said } = await group.sole.client.exchange.feedback({ office: county.id, limit: 500 });
  const { feedback: heard } = await county.sole.client.exchange.feedback({ limit: 500 });
  const ends = (rows: typeof said) =>
    rows.map(({ id, state, outcome }) => `${id} ${state} ${outcome}`).sort();
  assert.deepEqual(
    ends(said.filter(({ state }) => state !== 'draft')),
    ends(heard),
    'feedback ended otherwise',
  );
}
