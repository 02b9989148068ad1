import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBundle } from '../../electron/bundle/bundle.ts';
import { DEFAULT_CAPS } from '../../electron/bundle/caps.ts';
import { encodeTables } from '../../electron/bundle/tables.ts';
import { deflate } from '../../electron/bundle/zstd-frame.ts';
import { ownKeys } from '../../electron/exchange/own-keys.ts';
import { trustOf } from '../../electron/exchange/parties.ts';
import type { OfficeId } from '../../shared/vocabulary/ids.ts';
import { approve, type County, type Desk, inventMarks, ledgerOf, schedule, unlock } from './county.ts';
import type { Goal, Line } from './lines.ts';
import { interleaved, pipelineCpu, quoted, run } from './measure.ts';
import { addNewer, copyOf, type PlainDatabase } from './plain-database.ts';

/** Goals of the bundle format, as ratios to `.dump | zstd -3 | age` of the same rows; bytes for what is small. */
const GOALS = {
  size: { ratio: 0.2 },
  encode: { ratio: 1.1 },
  decode: { ratio: 0.5 },
  changedBytes: { value: 2048 },
  memory: { value: 400 },
} satisfies Record<string, Goal>;

const CHANGED_ROWS = 500;

/** As every host of the core but Electron runs it. */
const { CORE_FLAGS }: { CORE_FLAGS: string[] } = await import(
  new URL('../../scripts/core-flags.mjs', import.meta.url).href
);

export interface World {
  readonly root: string;
  readonly county: County;
  readonly group: Desk;
  /** Every row that the county has; null when the programs to compare with are missing. */
  readonly plain: PlainDatabase | null;
}

/** What the pipelines leave, beside what the desks leave. */
interface Pipeline {
  readonly pack: (sql: string, from: string, file: string) => number;
  readonly unpack: (file: string, into: string) => number;
}

/**
 * Bundles as two programs exchange them: every one in a process of its own, cold, its whole processor time
 * from the call to the answer; the reference's likewise, three cold programs in a pipeline.
 */
export async function exchangeBundles(world: World, times: number): Promise<Line[]> {
  const { county, group, plain } = world;
  const pipeline = plain && pipelineIn(world.root);
  await county.client.office.lock();
  await group.client.office.lock();
  const full = await compared(world, 'full', times, pipeline, {
    pack: '.dump attendance',
    from: plain?.file ?? '',
    into: () => join(world.root, 'unpacked.db'),
  });
  const receiver = plain && copyOf(plain, 'receiver');
  const rev = await changeRows(world);
  if (plain) addNewer(plain, county, rev);
  await county.client.office.lock();
  const changed = await compared(world, 'changed', times, pipeline, {
    pack: `.mode insert attendance\nSELECT * FROM attendance WHERE rev > ${rev};`,
    from: plain?.file ?? '',
    into: () => (receiver ? copyOf({ file: receiver, csv: '' }, 'again') : ''),
  });
  return [
    { what: 'full bundle, size', unit: 'bytes', ...full.size, goal: GOALS.size },
    { what: 'full bundle, encode', unit: 'ms CPU', ...full.encode, goal: GOALS.encode },
    { what: 'full bundle, decode + import', unit: 'ms CPU', ...full.decode, goal: GOALS.decode },
    {
      what: 'full bundle, peak memory of encode',
      unit: 'MB',
      ours: full.peak[0],
      reference: null,
      goal: GOALS.memory,
    },
    {
      what: 'full bundle, peak memory of import',
      unit: 'MB',
      ours: full.peak[1],
      reference: null,
      goal: GOALS.memory,
    },
    {
      what: `${CHANGED_ROWS} changed rows, size of the rows`,
      unit: 'bytes',
      ours: await attendanceBytes(world, 'changed.jyzd'),
      reference: changed.size.reference,
      goal: GOALS.changedBytes,
    },
    { what: `${CHANGED_ROWS} changed rows, size of the file`, unit: 'bytes', ...changed.size },
    { what: `${CHANGED_ROWS} changed rows, encode`, unit: 'ms CPU', ...changed.encode },
    { what: `${CHANGED_ROWS} changed rows, decode + import`, unit: 'ms CPU', ...changed.decode },
  ];
}

/** The group takes the full bundle, the county its acknowledgement, then a session of 500 is held and approved. */
async function changeRows({ root, county, group }: World): Promise<number> {
  bundleDesk('import', root, group, join(root, 'full.jyzd'));
  const acknowledgement = join(root, 'acknowledgement.jyzd');
  bundleDesk('export', root, group, acknowledgement);
  bundleDesk('import', root, county, acknowledgement);
  await unlock(county);
  const { rev } = await county.client.office.identity();
  const { study } = county.client;
  const few = { ...county, people: county.people.slice(0, CHANGED_ROWS) };
  const [planned] = schedule(few, 0, 1, few.people);
  if (!planned) throw new Error('no session');
  const held = await study.moveSession({ ...planned, move: 'hold' });
  const marks = inventMarks(few);
  const marked = await study.mark({ session: held.id, rev: held.rev, marks });
  approve(few, [{ id: held.id, rev: marked.rev, marks, day: 0 }]);
  return rev;
}

/** What the rows alone take, compressed: beside them the file has its manifest, signature, digests and moves. */
async function attendanceBytes({ root, group, county }: World, name: string): Promise<number> {
  const ledger = ledgerOf(await unlock(group));
  const keys = ledger.read(ownKeys);
  const bundle = await openBundle(readFileSync(join(root, name)), {
    identities: [keys.identity],
    trust: ledger.read(trustOf),
    self: ledger.ownOffice.id as OfficeId,
  });
  await group.client.office.lock();
  const table = bundle.tables.get('attendance');
  if (table?.rows !== CHANGED_ROWS) throw new Error(`${table?.rows} rows in the bundle of ${county.folder}`);
  return deflate(encodeTables(new Map([['attendance', table]])), DEFAULT_CAPS).length;
}

async function compared(
  { root, county, group }: World,
  name: 'full' | 'changed',
  times: number,
  pipeline: Pipeline | null,
  reference: { pack: string; from: string; into: () => string },
) {
  const bundle = join(root, `${name}.jyzd`);
  const packed = join(root, `${name}.zst.age`);
  const peak: [number, number] = [0, 0];
  const encode = await interleaved(
    times,
    () => {
      const { cpu, peakMb } = bundleDesk('export', root, county, bundle, name);
      peak[0] = Math.max(peak[0], peakMb);
      return cpu;
    },
    () => pipeline?.pack(reference.pack, reference.from, packed) ?? 0,
  );
  const decode = await interleaved(
    times,
    () => {
      const { cpu, peakMb } = bundleDesk('import', root, groupCopy(root, group), bundle);
      peak[1] = Math.max(peak[1], peakMb);
      return cpu;
    },
    () => {
      const into = reference.into();
      const spent = pipeline?.unpack(packed, into) ?? 0;
      rmSync(into, { force: true });
      return spent;
    },
  );
  const bytes = { ours: statSync(bundle).size, reference: pipeline ? statSync(packed).size : 0 };
  const said = (pair: { ours: number; reference: number }) => ({
    ...pair,
    reference: pipeline ? pair.reference : null,
  });
  return { size: said(bytes), encode: said(encode), decode: said(decode), peak };
}

/** The group as it stood, on another PC: a bundle is applied once. */
function groupCopy(root: string, group: Desk): { folder: string } {
  const folder = join(root, 'group-copy');
  for (const old of [folder, `${folder}-pc`]) rmSync(old, { recursive: true, force: true });
  cpSync(group.folder, folder, { recursive: true });
  return { folder };
}

/** @param files of an export the one, and `full` where it shall be */
export function bundleDesk(
  job: 'export' | 'import',
  root: string,
  { folder }: { folder: string },
  ...files: readonly string[]
) {
  const script = join(import.meta.dirname, 'bundle-desk.ts');
  const name = folder.slice(root.length + 1);
  return JSON.parse(run(process.execPath, [...CORE_FLAGS, script, job, root, name, ...files])) as {
    cpu: number;
    peakMb: number;
  };
}

function pipelineIn(root: string): Pipeline {
  const identity = join(root, 'identity');
  run('age-keygen', ['-o', identity]);
  const recipient = run('age-keygen', ['-y', identity]).trim();
  return {
    pack: (sql, from, file) =>
      pipelineCpu(
        `printf %s ${quoted(sql)} | sqlite3 ${quoted(from)} | zstd -3 -q | age -r ${recipient} > ${quoted(file)}`,
      ),
    unpack: (file, into) =>
      pipelineCpu(`age -d -i ${quoted(identity)} ${quoted(file)} | zstd -d -q | sqlite3 ${quoted(into)}`),
  };
}
