/** A county and its group, which goes on from an older state of its books and has lost what it said since. */
import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { expect } from 'vitest';
import { openContainer } from '../../electron/bundle/container.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { partsOf } from '../../electron/registers/text-parts.ts';
import { settleCounty } from './county-work.ts';
import { importing, opened, type Rows, resealed, rowsOf, type Stick, tableOf } from './forge.ts';
import { type SoleOffice, soleOffice, trustEachOther } from './sole-office.ts';

type Draft = Omit<Parameters<SoleOffice['client']['exchange']['draftFeedback']>[0], 'office'>;
export type Pair = Awaited<ReturnType<typeof openPair>>;

const TODAY = '2021-04-18';
/** What a row says, and what became of it, at either side. */
const WORDS = `id, kind, register, field, subject, subject_rev, category, problem, due_on, reason, state, outcome,
  released_on, read_on, reply`;

export const item = (problem: string): Draft => ({ kind: 'item', problem });
export const remark = (reason: string): Draft => ({ kind: 'remark', reason });
export const take = async (to: SoleOffice, stick: Stick, apply = true) =>
  (await importing(to, [stick], apply))[0]!;

/** The document inside a bundle. @param to whom it was sealed for */
export async function documentIn(to: SoleOffice, { content }: Stick): Promise<Buffer> {
  const { identity } = to.ledger().read(ownKeys);
  return Buffer.from(await openContainer(Buffer.from(content, 'base64'), [identity]));
}

/** Rows that give a document back. */
export function partsFor(document: Uint8Array, bundle = 'ab'.repeat(32)): Rows {
  const parts = partsOf(Buffer.from(document).toString('base64'));
  return parts.map((content, part) => ({ bundle, part, content }));
}

/** They trust each other, and each has the other's first bundle. */
export async function openPair(folder: string, number: string) {
  const county = await soleOffice(folder, `5301${number}`, { today: TODAY });
  const group = await soleOffice(folder, `5300${number}`, { role: 'group', today: TODAY });
  await trustEachOther(county, group);
  await settleCounty(county);

  const sealed = async (from: SoleOffice, to: SoleOffice, full: boolean): Promise<Stick> => {
    const { fileName, content } = await from.client.exchange.exportBundle({ recipient: to.id, full });
    return { fileName, content };
  };
  const up = (full = false) => sealed(county, group, full);
  const down = (full = false) => sealed(group, county, full);
  const report = async () => take(group, await up());
  const hear = async (full = false) => take(county, await down(full));
  await report();
  await hear();

  const release = (...ids: string[]) => group.client.exchange.releaseFeedback({ ids });
  const drafted = async (draft: Draft) =>
    (await group.client.exchange.draftFeedback({ office: county.id, ...draft })).id;
  const countyRows = (condition: string) =>
    county.ledger().read((db) => db.all(`SELECT 1 FROM feedback WHERE ${condition}`)).length;

  /** What was said to the county, as the group has it, or the county. */
  const wordsAt = (
    office: SoleOffice,
  ): { id: string; kind: string; state: string; reason: string | null }[] =>
    office.ledger().read((db) =>
      db.all(
        `SELECT ${WORDS} FROM feedback WHERE office = (SELECT pk FROM office WHERE id = ?)
           AND target = (SELECT pk FROM office WHERE id = ?) AND deleted = 0 ORDER BY id`,
        group.id,
        county.id,
      ),
    );

  return {
    ...{ county, group, wordsAt, up, down, report, hear, drafted, release, remembered },
    async said(draft: Draft): Promise<string> {
      const id = await drafted(draft);
      await release(id);
      return id;
    },
    states: (office: SoleOffice) => wordsAt(office).map(({ id, state }) => [id, state]),
    stateAt: (office: SoleOffice, id: string) => wordsAt(office).find((row) => row.id === id)?.state,
    ids: (office: SoleOffice) => wordsAt(office).map(({ id }) => id),
    /** The office hears the group's new epoch, reports, and hears what came of it. @returns the line of its report */
    async comeTogether() {
      const isTaken = { outcome: 'applied', problem: null };
      expect(await hear()).toMatchObject(isTaken);
      const line = await report();
      expect(line).toMatchObject(isTaken);
      expect(await hear()).toMatchObject(isTaken);
      expect(await report()).toMatchObject({ ...isTaken, regained: 0 });
      return line;
    },
    missing: () => countyRows('missing_rev IS NOT NULL'),
    /** What a report gives back. */
    echoIn: async (stick: Stick) => rowsOf(await opened(group, stick), 'feedbackEcho'),
    /** The county's next report, as it would be if it gave back what it likes. */
    async echoing(rows: Rows): Promise<Stick> {
      const bundle = await opened(group, await up());
      const tables = new Map(bundle.tables).set('feedbackEcho', tableOf(rows));
      const forged = await resealed(county, group, bundle, tables);
      // its later bundles follow on what it really sent
      const hash = createHash('sha256').update(Buffer.from(forged.content, 'base64')).digest('hex');
      county.ledger().write(0, 'test.sent', (write) => {
        write.run('UPDATE sent_bundle SET hash = ? WHERE hash = ?', hash, bundle.hash);
        write.undo.refuse('undo_not_possible');
      });
      return forged;
    },
    close() {
      county.lock();
      group.lock();
    },
  };

  /** Keeps the group's data folder as it is; what comes back puts it there again, and goes on from it. */
  async function remembered(): Promise<() => Promise<void>> {
    const old = `${group.folder}-old`;
    group.lock();
    rmSync(old, { recursive: true, force: true });
    cpSync(group.folder, old, { recursive: true });
    await group.unlock();
    return async () => {
      group.lock();
      rmSync(group.folder, { recursive: true });
      cpSync(old, group.folder, { recursive: true });
      await group.unlock();
      await group.client.office.acceptHistoryLoss({ reason: '数据盘损坏，用旧数据恢复' });
    };
  }
}
