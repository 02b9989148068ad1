import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../../../electron/transport/in-process.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Mark } from '../../../shared/vocabulary/words.ts';
import { type SoleOffice, soleOffice, soleOfficeIn } from '../../exchange/sole-office.ts';
import { type TestOffice, testOffice } from '../../support/office.ts';

/** A bundle on a stick. */
export interface Stick {
  readonly fileName: string;
  readonly content: string;
}

/** Three county offices and their guidance group, every one with its own small books. */
export interface ThreeOffices {
  readonly counties: readonly [SoleOffice, SoleOffice, SoleOffice];
  readonly group: TestOffice;
  /** The first item of each county; the first two wait for the group. */
  readonly items: readonly string[];
  /** A second item of the first county, which waits for the group as well. */
  readonly second: string;
  /** Everybody's clock. */
  today(day: string): void;
  /** An office from a copy of its data folder, on another PC; it opens its books with the others'. */
  restored(county: SoleOffice, copy: string): Promise<SoleOffice>;
  close(): void;
}

export async function threeOffices(folder: string, day: string): Promise<ThreeOffices> {
  const group = await testOffice(folder, { code: '530100', role: 'group', today: day });
  const administrator = await group.as('administrator');
  await administrator.office.confirmRecovery({ code: group.recoveryCode });
  const { content } = await administrator.exchange.ownKeys();
  const counties: SoleOffice[] = [];
  for (const code of ['530101', '530102', '530103']) {
    const county = await soleOffice(folder, code, { today: day });
    await county.client.office.confirmRecovery({ code: county.recoveryCode ?? '' });
    await county.client.exchange.trust({ content });
    await administrator.exchange.trust({ content: (await county.client.exchange.ownKeys()).content });
    counties.push(county);
  }
  const [first, second, third] = counties as [SoleOffice, SoleOffice, SoleOffice];
  const items = [await itemAtGroup(first, '有案不立'), await itemAtGroup(second, '压案不查')];
  const another = await itemAtGroup(first, '超期办案');
  items.push(await itemIssued(third, '有罪不究').then(({ id }) => id));
  for (const [county, marks] of [
    [first, ['absent']],
    [second, ['absent', 'sickLeave']],
    [third, []],
  ] as const)
    await lesson(county, marks);
  const all = [first, second, third];
  return {
    ...{ counties: [first, second, third], group, items, second: another },
    today(next) {
      for (const { ports } of [...all, group]) ports.setDate(next);
    },
    async restored(county, copy) {
      const { folder: old, code } = county;
      const pc = soleOfficeIn(copy, `${copy}-pc`, code, county.ports.clock.today());
      await pc.unlock();
      all.push({ ...pc, id: county.id, folder: old });
      return { ...pc, id: county.id };
    },
    close() {
      for (const county of all) county.lock();
      group.close();
    },
  };
}

/** A copy of a county's data folder as it lies there today. */
export async function copyOf(county: SoleOffice): Promise<string> {
  const copy = `${county.folder}-copy`;
  county.lock();
  cpSync(county.folder, copy, { recursive: true });
  await county.unlock();
  return copy;
}

/** Five people, one lesson of theirs that is approved; the first of the list as marked, the others present. */
async function lesson({ client }: SoleOffice, marks: readonly Mark[]): Promise<void> {
  const { personnel, study, selfInspection } = client;
  const unit = await personnel.createUnit({ name: '县人民法院', kind: 'court' });
  const from = calendarDate('2021-03-01');
  const people: string[] = [];
  for (const name of ['赵一', '钱二', '孙三', '李四', '周五'])
    people.push((await personnel.addPerson({ name, unit: unit.id, from })).id);
  const { id, rev } = await study.createSession({
    ...{ title: '英模先进事迹报告', phase: 'study', types: ['political'], form: 'collectiveStudy' },
    ...{ day: calendarDate('2021-04-07'), venues: ['机关会议室'], mandatory: true },
  });
  const scheduled = await study.moveSession({ id, rev, move: 'schedule' });
  const held = await study.moveSession({ id, rev: scheduled.rev, move: 'hold' });
  const away = marks.map((mark, at) => ({ person: people[at] ?? '', mark, reason: '事由' }));
  const marked = await study.mark({ session: id, rev: held.rev, marks: away, rest: 'present' });
  const submitted = await study.moveSession({ id, rev: marked.rev, move: 'submit' });
  await study.moveSession({ id, rev: submitted.rev, move: 'approve' });
  const [round] = await selfInspection.rounds({});
  await selfInspection.file({
    ...{ round: round?.id ?? '', person: people[0] ?? '', filedOn: calendarDate('2021-04-09') },
    ...{ declared: 'noProblem', paperNumber: '自字1号', items: [] },
  });
}

async function itemIssued({ client }: SoleOffice, problem: string): Promise<{ id: string; rev: number }> {
  const unit =
    (await client.personnel.units({}))[0] ?? (await client.personnel.createUnit({ name: '县公安局' }));
  const { id, rev } = await client.rectification.draftItem({
    ...{ source: 'higherSupervision', category: 'cases-not-handled', problem, measures: '逐案复核' },
    ...{ leader: '吴六', owner: '郑七', unit: unit.id, dueOn: calendarDate('2021-06-01') },
  });
  return client.rectification.moveItem({ id, rev, move: 'issue' });
}

async function itemAtGroup(county: SoleOffice, problem: string): Promise<string> {
  let { id, rev } = await itemIssued(county, problem);
  for (const move of ['start', 'apply', 'reportUp'] as const)
    ({ rev } = await county.client.rectification.moveItem({ id, rev, move, evidenceNumber: '佐证1号' }));
  return id;
}

/** The county's next report, as of today; `nil`: 零报告. */
export async function report(county: SoleOffice, asked: { readonly nil?: boolean } = {}): Promise<Stick> {
  if (!county.host.ledger) await county.unlock();
  const { fileName, content } = await county.client.exchange.exportBundle(asked);
  return { fileName, content };
}

/** What a county does in the meantime that leaves with its next report. */
export async function buildsUp(county: SoleOffice, name: string): Promise<void> {
  await county.client.personnel.createUnit({ name });
}

/** Brings sticks to an installation; @returns what became of each. */
export async function brought(client: ApiClient, ...files: Stick[]): Promise<string[]> {
  const { bundles } = await client.exchange.importBundles({ files, apply: true });
  return bundles.map(({ outcome }) => outcome);
}

/** Sticks laid into one folder, one after another by their names. */
export function laid(folder: string, sticks: readonly Stick[]): string {
  mkdirSync(folder, { recursive: true });
  for (const [at, { fileName, content }] of sticks.entries())
    writeFileSync(join(folder, `${at + 1}-${fileName}`), Buffer.from(content, 'base64'));
  return folder;
}

/** The only file in a folder. */
export function onlyFileIn(folder: string): string {
  const [name, ...others] = readdirSync(folder);
  if (!name || others.length > 0) throw new Error(`one file was expected in ${folder}`);
  return join(folder, name);
}
