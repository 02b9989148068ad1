import { afterAll, beforeAll, expect, it } from 'vitest';
import { fc } from '../support/properties.ts';
import { openUndoDesk, refusalOf, type UndoDesk } from './undo-desk.ts';
import { type Act, act, danglingRows, newWorld, perform, type Rows, rowsOf } from './undo-world.ts';

let desk: UndoDesk;
beforeAll(async () => {
  desk = await openUndoDesk();
});
afterAll(() => desk.close());

it('steps of two clerks, taken back in reverse order, leave the registers as they were before each', async () => {
  const kinds = new Set<string>();
  // every run takes all of its steps back, so that the next one finds the same world
  const { units, people, items, actions, ...found } = await newWorld(desk);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 14 }), async (acts) => {
      const rows = { units: [...units], people: [...people], items: [...items], actions: [...actions] };
      const world = { ...found, ...rows };
      const done: { who: Act['who']; rev: number; before: Standing }[] = [];
      let now = standing();
      for (const one of acts.filter(({ what }) => what !== 'schedule')) {
        const rev = await perform(world, one);
        if (rev === undefined) continue;
        kinds.add(one.what);
        done.push({ who: one.who, rev, before: now });
        now = standing();
      }
      for (const step of done.reverse()) {
        expect(await desk.undoLast(step.who)).toMatchObject({ undone: step.rev });
        expect(standing()).toEqual(step.before);
      }
      expect(desk.deviations()).toBe(0);
    }),
    { numRuns: 25 },
  );
  expect(kinds.size, 'every kind of act was carried out').toBe(15);
});

interface Standing {
  readonly dump: string;
  readonly rows: Rows;
}

function standing(): Standing {
  return { dump: desk.dump(), rows: rowsOf(desk) };
}

it('a step taken back at any time gives back exactly its rows, or is refused and changes nothing', async () => {
  const undo = fc.record({ who: act.map(({ who }) => who), what: fc.constant('undo' as const) });
  const acts = fc.array(fc.oneof({ weight: 3, arbitrary: act }, { weight: 2, arbitrary: undo }), {
    minLength: 40,
    maxLength: 60,
  });
  const outcomes = { undone: 0, undo_changed_since: 0, undo_by_move: 0 };
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const office = await officeOfTwo();
      for (const one of sequence) {
        if (one.what !== 'undo') await office.act(one);
        else outcomes[await office.undo(one.who)] += 1;
      }
    }),
    { numRuns: 12 },
  );
  expect(Math.min(...Object.values(outcomes)), JSON.stringify(outcomes)).toBeGreaterThan(0);
});

interface Step {
  readonly rev: number;
  readonly what: Act['what'];
  readonly before: Rows;
  readonly after: Rows;
}

/** Does the work and keeps its own account of what each step changed. */
async function officeOfTwo() {
  const world = await newWorld(desk);
  const steps: Record<Act['who'], Step[]> = { clerk: [], second: [] };
  const standing = () => [...steps.clerk, ...steps.second].map(({ rev }) => rev);
  return {
    async act(one: Act) {
      const before = rowsOf(desk);
      const rev = await perform(world, one);
      if (rev !== undefined) steps[one.who].push({ rev, what: one.what, before, after: rowsOf(desk) });
    },
    async undo(who: Act['who']) {
      if (steps[who].length === 0) await this.act({ who, what: 'createUnit', one: 0, other: 0 });
      const step = steps[who].at(-1)!;
      const before = rowsOf(desk);
      expect((await desk.at(who).office.lastStep()).step).toBe(step.rev);
      const refusal = await outcomeOf(desk.at(who).office.undo({ step: step.rev }));
      if (refusal === null) {
        expect(rowsOf(desk)).toEqual(takenBack(before, step));
        steps[who].pop();
      } else {
        expect(rowsOf(desk)).toEqual(before);
        expect(refusal).toBe(step.what === 'schedule' ? 'undo_by_move' : 'undo_changed_since');
        const isLatest = Math.max(...standing()) === step.rev;
        expect(isLatest && step.what !== 'schedule', 'the latest step of all can be undone').toBe(false);
      }
      expect([desk.deviations(), danglingRows(desk)]).toEqual([0, 0]);
      return (refusal ?? 'undone') as 'undone' | 'undo_changed_since' | 'undo_by_move';
    },
  };
}

async function outcomeOf(call: Promise<unknown>): Promise<string | null> {
  const done = await call.then(
    () => true,
    () => false,
  );
  return done ? null : (await refusalOf(call)).code;
}

/** What must stand after a step is taken back from what stood before that. */
function takenBack(now: Rows, { before, after }: Step): Rows {
  const expected = new Map(now);
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, became] = [before.get(key), after.get(key)];
    if (was === became) continue;
    expect(now.get(key), 'a row that the step touched stands as it left it').toBe(became);
    if (was === undefined) expected.delete(key);
    else expected.set(key, was);
  }
  return expected;
}
