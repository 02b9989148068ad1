import { describe, expect, it } from 'vitest';
import { type ChainLink, type ChainVerdict, judge, type KnownLink } from '../../electron/exchange/chain.ts';
import { fc } from '../support/properties.ts';

const EPOCH = 'e1';

/** A history of bundles: `bases[i]` chooses, of the bundles before, the one that was acknowledged; 0 is full. */
function history(bases: readonly number[], { prefix = [] as ChainLink[], branch = 'a' } = {}): ChainLink[] {
  const links = [...prefix];
  for (const choice of bases) {
    const before = links.length;
    const base = choice % (before + 1);
    const last = links.at(-1);
    links.push({
      epochId: EPOCH,
      epoch: 1,
      sequence: before + 1,
      previousHash: last?.hash ?? null,
      baseRev: base === 0 ? 0 : links[base - 1]!.headRev,
      headRev: (last?.headRev ?? 0) + 3 + (choice % 4),
      full: base === 0,
      hash: `${branch}${before + 1}`,
    });
  }
  return links;
}

/** A recipient's memory. */
function recipient() {
  const known: KnownLink[] = [];
  return {
    known,
    take(link: ChainLink): ChainVerdict {
      const verdict = judge(link, known);
      const met = known.some(({ hash }) => hash === link.hash);
      if (verdict.outcome === 'applicable') known.push({ ...link, state: 'applied' });
      if (verdict.outcome === 'superseded') known.push({ ...link, state: 'superseded' });
      if (verdict.outcome === 'fork' && !met) known.push({ ...link, state: 'quarantined' });
      return verdict;
    },
    settle() {
      known.splice(
        0,
        known.length,
        ...known.map((one) => ({
          ...one,
          state: one.state === 'quarantined' ? ('settled' as const) : one.state,
        })),
      );
    },
    head: () => known.filter(({ state }) => state === 'applied').at(-1)?.hash,
    outcomes: (links: readonly ChainLink[]) => links.map((link) => judge(link, known).outcome),
  };
}

const bases = fc.array(fc.nat(9), { minLength: 2, maxLength: 9 });
const [one, two, three, four, five] = history([0, 1, 2, 3, 3]) as [
  ChainLink,
  ChainLink,
  ChainLink,
  ChainLink,
  ChainLink,
];

describe('the judgement of a bundle', () => {
  it('[X22] knows a file that was met before, however far things have gone since', () => {
    const desk = recipient();
    for (const link of [one, two, three]) expect(desk.take(link).outcome).toBe('applicable');
    expect(desk.outcomes([one, two, three])).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('[X23][X24] lets a later bundle jump a gap from a base that was applied; what was jumped is superseded', () => {
    const desk = recipient();
    desk.take(one);
    desk.take(two);
    desk.take(three);
    expect(desk.take(five)).toEqual({ outcome: 'applicable', newEpoch: false });
    expect(desk.take(four).outcome).toBe('superseded');
  });

  it('[X25] names the number that an early bundle waits for', () => {
    const desk = recipient();
    expect(desk.take(two)).toEqual({ outcome: 'early', waitsFor: 1 });
    desk.take(one);
    expect(desk.take(three)).toEqual({ outcome: 'early', waitsFor: 2 });
    expect(desk.known).toHaveLength(1);
  });

  it('[X31] ends at the newest bundle in whatever order a history arrives, with doubles, and sees no fork', () => {
    fc.assert(
      fc.property(bases, fc.infiniteStream(fc.nat()), (choices, chances) => {
        const links = history(choices);
        const desk = recipient();
        const next = () => chances.next().value!;
        let waiting = [...links, ...links].sort(() => (next() % 2) - 0.5);
        for (let pass = 0; pass < links.length; pass += 1) {
          waiting = waiting.filter((link) => {
            const { outcome } = desk.take(link);
            expect(outcome).not.toBe('fork');
            return outcome === 'early';
          });
        }
        expect(waiting).toEqual([]);
        expect(desk.head()).toBe(links.at(-1)!.hash);
      }),
    );
  });

  it('[X24][X32] begins a new epoch with a full bundle only; the old one is superseded then', () => {
    const desk = recipient();
    desk.take(one);
    const begun = { ...one, epoch: 2, epochId: 'e2', hash: 'n1', headRev: 2 };
    expect(desk.take({ ...begun, full: false, baseRev: 1 })).toEqual({ outcome: 'early', waitsFor: 1 });
    expect(desk.take(begun)).toEqual({ outcome: 'applicable', newEpoch: true });
    expect(desk.take(two).outcome).toBe('superseded');
  });
});

describe('a fork', () => {
  it('[X26] is the same number twice, a link that does not fit, a head that shrinks, an epoch under two ids', () => {
    const chain = [one, two, three].map((link) => ({ ...link, state: 'applied' as const }));
    const cases: ChainLink[] = [
      { ...three, hash: 'other' },
      { ...four, previousHash: 'other' },
      { ...four, previousHash: null, full: true, baseRev: 0 },
      { ...five, headRev: three.headRev },
      { ...five, headRev: three.headRev - 1 },
      { ...four, epochId: 'e2' },
      { ...four, epoch: 2, full: true, baseRev: 0 },
    ];
    for (const link of cases) expect(judge(link, chain).outcome).toBe('fork');
    const gap = [one, three].map((link) => ({ ...link, state: 'applied' as const }));
    expect(judge({ ...two, hash: 'other' }, gap)).toEqual({ outcome: 'fork', conflictsWith: 3 });
    expect(judge(two, gap).outcome).toBe('superseded');
  });

  it('[X26] is found whenever both branches were seen at one number, or at neighbouring ones', () => {
    fc.assert(
      fc.property(bases, bases, bases, fc.infiniteStream(fc.nat()), (shared, left, right, chances) => {
        const prefix = history(shared);
        const a = history(left, { prefix, branch: 'a' });
        const b = history(right, { prefix, branch: 'b' });
        const desk = recipient();
        const next = () => chances.next().value!;
        const seen = new Set<string>();
        let found = false;
        for (const link of [...new Set([...a, ...b])].sort(() => (next() % 2) - 0.5)) {
          const { outcome } = desk.take(link);
          found ||= outcome === 'fork';
          if (outcome === 'applicable' || outcome === 'superseded') seen.add(link.hash);
        }
        const near = a.slice(prefix.length).some(({ hash, sequence }) => {
          const beside = b.slice(prefix.length).filter((other) => Math.abs(other.sequence - sequence) <= 1);
          return seen.has(hash) && beside.some((other) => seen.has(other.hash));
        });
        expect(near).toBe(false);
        if (seen.size === new Set([...a, ...b]).size) expect(found).toBe(true);
      }),
    );
  });

  it('[X27] stays one, whoever brings it again, and so is what builds on it', () => {
    const desk = recipient();
    const [, , other, next, after] = history([0, 0, 0], { prefix: [one, two], branch: 'b' });
    for (const link of [one, two, three]) desk.take(link);
    expect(desk.take(other!)).toEqual({ outcome: 'fork', conflictsWith: 3 });
    expect(desk.take(other!)).toEqual({ outcome: 'fork', conflictsWith: 3 });
    expect(desk.take(next!).outcome).toBe('fork');
    expect(desk.take(after!)).toEqual({ outcome: 'fork', conflictsWith: 4 });
  });

  it('[X28][X29] once settled, never lets the losing branch in, and lets the other go on', () => {
    const branch = fc.array(fc.nat(9), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(bases, branch, branch, fc.infiniteStream(fc.nat()), (shared, left, right, chances) => {
        const prefix = history(shared);
        // a losing branch never has its own bundles acknowledged: its bases lie in the shared past
        const a = history(left, { prefix, branch: 'a' }).slice(prefix.length);
        const b = history(
          right.map((choice) => choice % (prefix.length + 1)),
          { prefix, branch: 'b' },
        ).slice(prefix.length);
        const desk = recipient();
        for (const link of prefix) desk.known.push({ ...link, state: 'applied' });
        desk.known.push({ ...a[0]!, state: 'applied' });
        expect(desk.take(b[0]!).outcome).toBe('fork');
        desk.settle();
        expect(desk.outcomes([b[0]!])).toEqual(['duplicate']);
        const next = () => chances.next().value!;
        for (const link of [...a.slice(1), ...b.slice(1)].sort(() => (next() % 2) - 0.5)) {
          const { outcome } = desk.take(link);
          if (link.hash.startsWith('b')) expect(['fork', 'early', 'superseded']).toContain(outcome);
          desk.settle();
        }
        // in the end the right branch is taken in its order
        for (const link of a) desk.take(link);
        expect(desk.head()).toBe(a.at(-1)!.hash);
      }),
    );
  });
});
