import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { lastingScratch } from '../support/scratch.ts';

const { folder, remove } = lastingScratch();
const stick = join(folder, 'stick');
let county: CommandLine;
let group: CommandLine;

beforeAll(async () => {
  mkdirSync(stick);
  county = commandLine(folder, 'county');
  group = commandLine(folder, 'group');
  const own = ['--name', '示例', '--user', 'admin'];
  await county.run(['init', '--role', 'office', '--code', '530101', ...own]);
  await group.run(['init', '--role', 'group', '--code', '530100', ...own]);
  for (const [from, to] of [
    [county, group],
    [group, county],
  ] as const) {
    const keys = join(folder, `${from === county ? 'county' : 'group'}.json`);
    await from.run(['keys', 'export', keys, '--user', 'admin']);
    await to.run(['trust', keys, '--user', 'admin']);
  }
});
afterAll(remove);

const admin = (line: CommandLine, ...words: string[]) => line.run([...words, '--user', 'admin']);

describe('the command line', () => {
  it('notes the medium that a bundle was written to, and tells what lies there', async () => {
    await admin(county, 'export', '--out', stick, '--medium', 'U-03');
    await admin(county, 'export', '--out', stick);
    const { json } = await admin(county, 'places', stick);
    expect(json.places[0]).toMatchObject({ path: stick, writable: true });
    const told = json.places[0].bundles.map((one: { sequence: number; known: string }) => [
      one.sequence,
      one.known,
    ]);
    expect(told).toEqual([
      [1, 'older'],
      [2, 'current'],
    ]);
    const { json: exchanged } = await admin(county, 'exchanged', '--party', '530100');
    expect(exchanged.sent.map((one: { medium: string | null }) => one.medium)).toEqual([null, 'U-03']);
    expect(exchanged.standing[0].sent).toMatchObject({ last: 2, written: 2, delivered: null });
  });

  it('clears an old bundle, and writes the newest once more where it was lost', async () => {
    const [old, newest] = readdirSync(stick).sort();
    expect((await admin(county, 'places', 'clear', stick, newest!)).err).toContain('place_not_ours');
    expect((await admin(county, 'places', 'clear', stick, old!)).json).toEqual({ cleared: 1 });
    const other = join(folder, 'other');
    mkdirSync(other);
    const { json } = await admin(county, 'write', '2', '--out', other);
    expect(json).toMatchObject({ safeToRemove: true, files: [{ fileName: newest }] });
    expect(readdirSync(other)).toEqual([newest]);
  });

  it('gives the code of a receipt at the recipient, and takes it at the sender', async () => {
    await admin(group, 'import', join(stick, readdirSync(stick)[0]!), '--apply');
    const { json } = await admin(group, 'receipt', '2', '--from', '530101');
    expect((await admin(county, 'receipt', 'enter', '2', '0000-0000')).err).toContain('receipt_wrong');
    const entered = await admin(county, 'receipt', 'enter', '2', json.code);
    expect(entered.json).toMatchObject({ sequence: 2 });
    expect((await admin(county, 'receipt', 'enter', 'two', json.code)).exit).toBe(2);
  });
});
