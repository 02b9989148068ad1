import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld, contentDigest } from './books.ts';
import { FIRST_DAY, settleCounty } from './county-work.ts';
import { codeOf, importing, opened, resealed, rowsOf, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
let county: SoleOffice;
let group: SoleOffice;

beforeAll(async () => {
  county = await soleOffice(scratch.folder, '530101');
  group = await soleOffice(scratch.folder, '530100', { role: 'group' });
  await trustEachOther(county, group);
  await settleCounty(county);
});

afterAll(() => {
  county.lock();
  group.lock();
  scratch.remove();
});

/** What bundles bring of themselves. */
const OF_REPORTING = ['period', 'rankCheck'];
const rowsIn = async (stick: Stick) => {
  const { manifest } = await opened(group, stick);
  return Object.fromEntries(
    Object.entries(manifest.counts).filter(([table, rows]) => rows > 0 && !OF_REPORTING.includes(table)),
  );
};
const feedback = async () => {
  const { fileName, content } = await group.client.exchange.exportBundle({});
  return { fileName, content };
};

describe('sealing', () => {
  it('[X9] is full until a bundle is acknowledged, then brings what changed since, or all when asked', async () => {
    const first = await seal(county);
    const all = await rowsIn(first);
    expect(all).toEqual({
      campaign: 1,
      unit: 3,
      person: 6,
      membership: 6,
      round: 1,
      filer: 6,
      filerMembership: 6,
    });
    await importing(group, [first]);
    const unacknowledged = await county.client.exchange.exportBundle({});
    expect(unacknowledged).toMatchObject({ sequence: 2, full: true, baseRev: 0 });

    expect(await importing(county, [await feedback()])).toMatchObject([{ outcome: 'applied' }]);
    const { bundles: sent } = await county.client.exchange.sent({});
    expect(sent.map(({ sequence, acknowledgedAt }) => [sequence, acknowledgedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
    expect(await rowsIn(await seal(county))).toEqual({});
    expect(await rowsIn(await seal(county, true))).toEqual(all);
    const incremental = await county.client.exchange.exportBundle({});
    expect(incremental).toMatchObject({ sequence: 5, full: false, baseRev: sent[1]!.headRev });
  });

  it('[X7] brings the rows touched since, and all memberships of everybody touched', async () => {
    const { personnel, study } = county.client;
    const [court, police] = await personnel.units({});
    const { people } = await personnel.people({});
    const mover = people.find(({ unit }) => unit === court!.id)!;
    await personnel.transfer({
      id: mover.id,
      rev: mover.rev,
      unit: police!.id,
      status: 'onDuty',
      from: FIRST_DAY.replace('01', '09') as never,
    });
    const { id, rev } = await study.createSession({
      title: '党课',
      phase: 'study',
      types: ['political'],
      form: 'partyLecture',
      day: '2021-03-10' as never,
      venues: ['礼堂'],
    });
    const scheduled = await study.moveSession({ id, rev, move: 'schedule' });
    const held = await study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
    const bundle = await seal(county);
    expect(await rowsIn(bundle)).toEqual({
      person: 1,
      membership: 2,
      filer: 1,
      filerMembership: 2,
      session: 1,
      sessionMove: 2,
      attendance: 6,
    });
    expect(await importing(group, [bundle])).toMatchObject([
      { outcome: 'applied', added: 11, changed: 2, unchanged: 2 },
    ]);
    await importing(county, [await feedback()]);

    await study.mark({ session: id, rev: held.rev, marks: [{ person: mover.id, mark: 'late' }] });
    const next = await seal(county);
    expect(await rowsIn(next)).toEqual({ session: 1, attendance: 1 });
    expect(rowsOf(await opened(group, next), 'attendance')[0]).toMatchObject({ session: 0, mark: 1 });
    await importing(group, [next]);
    expect(booksHeld(group.ledger(), county.code)).toEqual(booksExpected(county.ledger()));
  });

  it('[X10] at once with another gives the number to one of them, and the other leaves no trace', async () => {
    const before = (await county.client.exchange.sent({})).total;
    const both = await Promise.allSettled([seal(county), seal(county)]);
    const lost = both.find((one) => one.status === 'rejected')!;
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((lost as PromiseRejectedResult).reason).toMatchObject({ code: 'conflict' });
    expect((await county.client.exchange.sent({})).total).toBe(before + 1);
  });

  it('[X11] is for the only party, or the one named; an office reports to groups alone', async () => {
    const lonely = await soleOffice(scratch.folder, '530199');
    const digest = contentDigest(lonely.ledger());
    expect(await codeOf(seal(lonely))).toBe('party_missing');
    expect(await codeOf(lonely.client.exchange.exportBundle({ recipient: 'nobody' }))).toBe('party_unknown');
    expect(contentDigest(lonely.ledger())).toBe(digest);
    await trustEachOther(lonely, county);
    expect(await codeOf(seal(lonely))).toBe('exchange_direction');
    expect(await codeOf(seal(county))).toBe('party_ambiguous');
    const named = await county.client.exchange.exportBundle({ recipient: group.id });
    expect(named.recipient).toBe(group.id);

    // a report from another office, and feedback from one, though both are signed by a trusted key
    const report = await opened(group, { fileName: named.fileName, content: named.content });
    const recipient = { officeId: lonely.id as never };
    for (const kind of ['report', 'feedback', 'template'] as const) {
      const stick = await resealed(county, lonely, report, report.tables, { kind, recipient });
      const was = contentDigest(lonely.ledger());
      expect(await importing(lonely, [stick])).toMatchObject([
        { outcome: 'refused', problem: 'exchange_direction', added: 0 },
      ]);
      expect(contentDigest(lonely.ledger())).toBe(was);
    }
    lonely.lock();
  });

  it('[X12] never joins practice with the real: neither keys nor a bundle that claims to be the other', async () => {
    const practice = await soleOffice(scratch.folder, '530198', { role: 'group', demo: true });
    expect(await codeOf(trustEachOther(county, practice))).toBe('demo_mismatch');
    const report = await opened(group, {
      fileName: '',
      content: (await county.client.exchange.exportBundle({ recipient: group.id })).content,
    });
    const sender = { ...report.manifest.sender, demo: true };
    const was = contentDigest(group.ledger());
    const stick = await resealed(county, group, report, report.tables, { sender });
    expect(await importing(group, [stick])).toMatchObject([{ outcome: 'refused', problem: 'demo_mismatch' }]);
    expect(contentDigest(group.ledger())).toBe(was);
    practice.lock();
  });
});
