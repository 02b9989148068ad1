import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenLedger } from '../../electron/store/ledger-store.ts';
import { setOwnEpoch } from '../../electron/store/office-sql.ts';
import { fc } from '../support/properties.ts';
import { lastingScratch } from '../support/scratch.ts';
import { booksExpected, booksHeld } from './books.ts';
import { chanceOf, settleCounty, work } from './county-work.ts';
import { codeOf, importing, opened, resealed, type Stick, seal } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

const scratch = lastingScratch();
const offices: SoleOffice[] = [];
let group: SoleOffice;

async function founded(code: string, role: 'office' | 'group' = 'office'): Promise<SoleOffice> {
  const office = await soleOffice(scratch.folder, code, { role });
  offices.push(office);
  return office;
}

async function county(code: string): Promise<SoleOffice> {
  const office = await founded(code);
  await trustEachOther(office, group);
  await settleCounty(office);
  return office;
}

/** The history, which only grows, what counts its writes, and where images and kept files lie. */
const BESIDE = ['audit', 'audit_body', 'undo_step', 'undo_image', 'import_image', 'import_step'];

/** Every row of every table beside the log of imports; of the own office all but its revision. */
function booksDigest(ledger: OpenLedger): string {
  const digest = createHash('sha256');
  ledger.read((db) => {
    const tables = db.all<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    );
    for (const { name } of tables) {
      if (BESIDE.includes(name)) continue;
      const only = name === 'received_bundle' ? "WHERE state <> 'undone'" : '';
      digest.update(`${name}\n`);
      for (const row of db.iterate<{ pk?: number }>(`SELECT * FROM ${name} ${only}`)) {
        const told = name === 'office' && row.pk === ledger.office ? { ...row, rev: 0 } : row;
        digest.update(JSON.stringify(told));
      }
    }
  });
  return digest.digest('hex');
}

const undone = (sender: SoleOffice, sequence: number) =>
  group.client.exchange.undoImport({ sender: sender.id, sequence });
const why = async (sender: SoleOffice) => {
  const imports = await group.client.exchange.undoableImports();
  return imports.find((one) => one.sender === sender.id)?.why;
};

beforeAll(async () => {
  group = await founded('530100', 'group');
});

afterAll(() => {
  for (const office of offices) office.lock();
  scratch.remove();
});

describe('an import that is taken back', () => {
  it('[X85] leaves the books row for row as they were, whatever it brought', async () => {
    const ours = await county('530111');
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.boolean(), fc.boolean(), async (seed, full, acknowledged) => {
        await work(ours, chanceOf(seed), 30);
        const before = booksDigest(group.ledger());
        const stick = await seal(ours, full);
        const [line] = await importing(group, [stick]);
        expect(line).toMatchObject({ outcome: 'applied' });
        const { sequence } = line!;
        const { rows } = await undone(ours, sequence!);
        expect(rows).toBeGreaterThanOrEqual(line!.added);
        expect(booksDigest(group.ledger())).toBe(before);
        const [again] = await importing(group, [stick]);
        expect(again).toEqual(line);
        expect(booksHeld(group.ledger(), ours.code)).toEqual(booksExpected(ours.ledger()));
        if (!acknowledged) return;
        await importing(ours, [await group.client.exchange.exportBundle({ recipient: ours.id })]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('[X85] goes back behind a new epoch too', async () => {
    const ours = await county('530112');
    await work(ours, chanceOf(7), 60);
    await importing(group, [await seal(ours)]);
    const before = booksDigest(group.ledger());
    ours.ledger().write(ours.ledger().account.pk, 'test.epoch', (write) => {
      setOwnEpoch(write, { id: write.newId(), counter: 2 });
    });
    await work(ours, chanceOf(8), 30);
    const [line] = await importing(group, [await seal(ours)], true, '新账');
    expect(line).toMatchObject({ outcome: 'applied', sequence: 1 });
    await undone(ours, 1);
    expect(booksDigest(group.ledger())).toBe(before);
  });

  it('[X86] is the last one only, until it was acknowledged or its rows were spoken of', async () => {
    const ours = await county('530113');
    const sticks = [];
    for (let bundle = 0; bundle < 3; bundle += 1) {
      await work(ours, chanceOf(bundle), 10);
      sticks.push(await seal(ours));
    }
    await importing(group, sticks);
    expect(await codeOf(undone(ours, 2))).toBe('import_not_undoable');
    expect(await why(ours)).toBe(null);
    const { id } = await group.client.exchange.draftFeedback({
      office: ours.id,
      kind: 'item',
      problem: '台账不实',
    });
    expect(await why(ours)).toBe('spokenOf');
    await group.client.exchange.releaseFeedback({ ids: [id] });
    await group.client.exchange.exportBundle({ recipient: ours.id });
    expect(await why(ours)).toBe('acknowledged');
    expect(await codeOf(undone(ours, 3))).toBe('import_not_undoable');
  });

  it('[X86] reaches back eight imports of a sender, and not behind rows that were written since', async () => {
    const ours = await county('530114');
    for (let bundle = 1; bundle <= 10; bundle += 1) {
      await ours.client.personnel.createUnit({ name: `股室${bundle}` });
      await importing(group, [await seal(ours, bundle === 10)]);
    }
    group.ledger().write(group.ledger().account.pk, 'test.rename', (write) => {
      write.run("UPDATE unit SET name = '改过' WHERE name = '股室10'");
    });
    await undone(ours, 10);
    for (let bundle = 9; bundle > 2; bundle -= 1) await undone(ours, bundle);
    expect(await why(ours)).toBe('notKept');
    await ours.client.personnel.createUnit({ name: '后来' });
    const units = await ours.client.personnel.units({});
    await importing(group, [await seal(ours)]);
    const { id, rev, kind, orderNumber } = units[0]!;
    await ours.client.personnel.updateUnit({ id, rev, kind, orderNumber, name: '改名' });
    await importing(group, [await seal(ours)]);
    group.ledger().write(group.ledger().account.pk, 'test.rename', (write) => {
      write.run("UPDATE unit SET name = '改过' WHERE name = '改名'");
    });
    const refused = await undone(ours, 12).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'import_not_undoable', data: { why: 'writtenSince' } });
  });

  it('[X86] stays where it closed the books of another campaign', async () => {
    const ours = await county('530115');
    await importing(group, [await seal(ours)]);
    const { rev } = await ours.client.campaign.current();
    await ours.client.campaign.begin({ rev, beginning: { from: 'preset', preset: '2021-second-batch' } });
    const [line] = await importing(group, [await seal(ours)]);
    expect(line?.closes).not.toBe(null);
    expect(await why(ours)).toBe('closedBooks');
  });

  it('[X87] may come again, also after later ones, and leaves its number to no other', async () => {
    const ours = await county('530116');
    const [first, second, third] = [await seal(ours), await seal(ours), await seal(ours)];
    await importing(group, [first, second]);
    await undone(ours, 2);
    const report = await opened(group, second);
    const other = await resealed(ours, group, report, report.tables, {
      createdAt: '2021-03-16T00:00:00.000Z' as never,
    });
    const outcomes = async (sticks: Stick[], apply = true) =>
      (await importing(group, sticks, apply)).map(({ outcome }) => outcome);
    expect(await outcomes([other], false)).toEqual(['fork']);
    expect(await outcomes([third])).toEqual(['applied']);
    expect(await outcomes([second])).toEqual(['superseded']);
    expect(await outcomes([second])).toEqual(['duplicate']);
    await undone(ours, 3);
    expect(await outcomes([third])).toEqual(['applied']);
  });
});
