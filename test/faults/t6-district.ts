import assert from 'node:assert/strict';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { settleCounty } from '../exchange/county-work.ts';
import { type SoleOffice, soleOffice, soleOfficeIn, trustEachOther } from '../exchange/sole-office.ts';

export const GROUP = '530100';
const FIRST_DAY = '2021-04-18';

/** A sealed file, and where it stands in the history of the books that sealed it. */
export interface Stick {
  readonly fileName: string;
  readonly content: string;
  readonly hash: string;
  readonly epoch: string;
  readonly sequence: number;
  readonly previous: string | null;
}

/** What was taken from one sender, as whoever took it remembers it. */
export type Taken = readonly Stick[];

/** One installation of a trial: its folder on some PC, and what an onlooker knows of it. */
export interface Desk {
  readonly code: string;
  readonly id: string;
  sole: SoleOffice;
  /** By party: the number and hash of the last bundle sealed to it. */
  sealed: Map<string, { epoch: string; sequence: number; hash: string }>;
  /** By sender. */
  taken: Map<string, Taken>;
  /** It was put back to an older state, which it was told of. */
  restored: boolean;
  /** It goes on from an older state, or a copy of it speaks too, and no anchor tells. */
  parted: boolean;
}

/** A folder as it lay there once, with the onlooker's knowledge of that time. */
export interface Copy {
  readonly place: string;
  readonly sealed: Desk['sealed'];
  readonly taken: Desk['taken'];
}

/** Founds a group and its counties, and leaves them locked: every trial copies them. */
export async function foundTemplate(place: string, counties: number): Promise<ReadonlyMap<string, string>> {
  mkdirSync(place, { recursive: true });
  const group = await soleOffice(place, GROUP, { role: 'group', today: FIRST_DAY });
  const ids = new Map([[GROUP, group.id]]);
  for (let number = 1; number <= counties; number += 1) {
    const county = await soleOffice(place, `53010${number}`, { today: FIRST_DAY });
    await trustEachOther(county, group);
    await settleCounty(county);
    ids.set(county.code, county.id);
    county.lock();
  }
  group.lock();
  return ids;
}

/** @param place holds the folders of all installations, and of the PC of each */
export async function openDesks(place: string, ids: ReadonlyMap<string, string>): Promise<Desk[]> {
  const desks: Desk[] = [];
  for (const [code, id] of ids) {
    const sole = await opened(join(place, code), join(place, `pc-${code}`), code, id);
    desks.push({ code, id, sole, sealed: new Map(), taken: new Map(), restored: false, parted: false });
  }
  return desks;
}

/** The data as they are now, as a backup on a disk or a folder copied by hand has them. */
export async function copyOf(desk: Desk, place: string): Promise<Copy> {
  const { sole } = desk;
  const { wallClock } = sole.ports;
  sole.lock();
  cpSync(sole.folder, place, { recursive: true });
  await sole.unlock();
  sole.ports.wallClock = wallClock;
  return { place, sealed: new Map(desk.sealed), taken: new Map(desk.taken) };
}

/** Put back on the same PC: the program sees that writes are missing, and goes on once the loss is accepted. */
export async function restoreHere(desk: Desk, copy: Copy): Promise<void> {
  const { sole } = desk;
  const { hash } = sole.ledger().auditHead();
  sole.lock();
  rmSync(sole.folder, { recursive: true });
  cpSync(copy.place, sole.folder, { recursive: true });
  await sole.unlock();
  remember(desk, copy);
  if (goesOnFrom(sole, hash)) return; // no write is missing
  const { readOnlyBecause } = await sole.client.office.identity();
  assert.equal(readOnlyBecause, 'history_lost', 'a loss of history that is not named');
  await sole.client.office.acceptHistoryLoss({ reason: '数据盘损坏，用旧数据恢复' });
  desk.restored = true;
}

/** Nothing was written since the copy; or the office had moved to a still older one, and had not written there. */
function goesOnFrom(sole: SoleOffice, head: string): boolean {
  const known = 'SELECT 1 FROM audit WHERE hash = ?';
  return sole.ledger().read((db) => db.get(known, Buffer.from(head, 'hex'))) !== undefined;
}

/** The old data on another PC, which has no anchor to compare them with. */
export async function openElsewhere(desk: Desk, copy: Copy): Promise<SoleOffice> {
  const sole = await opened(copy.place, `${copy.place}-pc`, desk.code, desk.id);
  sole.ports.wallClock = desk.sole.ports.wallClock;
  return sole;
}

/** From now on the office works there, and what it did since the copy is gone. */
export async function moveTo(desk: Desk, copy: Copy): Promise<void> {
  const sole = await openElsewhere(desk, copy);
  desk.sole.lock();
  desk.sole = sole;
  remember(desk, copy);
  desk.parted = true;
}

function remember(desk: Desk, copy: Copy): void {
  desk.sealed = new Map(copy.sealed);
  desk.taken = new Map(copy.taken);
}

async function opened(folder: string, pc: string, code: string, id: string): Promise<SoleOffice> {
  const sole = { ...soleOfficeIn(folder, pc, code, FIRST_DAY), id };
  await sole.unlock();
  return sole;
}
