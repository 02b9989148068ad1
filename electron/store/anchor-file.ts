/**
 * An anchor file: the head of the history outside the database. Two slots, 4096 bytes apart so that no sector
 * holds both, are written in turn; a torn write leaves the other. Integers are 8 bytes big endian.
 *
 *   offset  bytes
 *        0      8  "RLANCHR2"
 *        8      8  turn: 1, 2, 3 …; odd turns lie in slot 0, even ones in slot 1
 *       16     16  data id (the UUID's bytes)
 *       32      8  epoch counter
 *       40      8  seq
 *       48     32  hash of the history at seq
 *       80     64  the highest item numbers given: 8 × (4 bytes year, 4 bytes number), the latest year first, then zeros
 *      144     32  SHA-256 of bytes 0–143
 *
 * "RLANCHR1", which earlier releases wrote, has no numbers: SHA-256 of bytes 0–79 at 80. It is read as before.
 */
import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ItemNumber } from '../../shared/rules/numbering.ts';
import { syncFolder } from './atomic-file.ts';
import type { AuditHead } from './audit-chain.ts';
import { codeOf } from './file-errors.ts';

const MAGIC = 'RLANCHR2';
const MAGIC_BEFORE = 'RLANCHR1';
const SLOT_BYTES = 176;
const SLOT_PITCH = 4096;
const HASH_END = 80;
const CHECKED = 144;
const YEAR_BYTES = 8;
/** What the hash covers, by the magic. */
const CHECKED_UNTIL = new Map([
  [MAGIC, CHECKED],
  [MAGIC_BEFORE, HASH_END],
]);

/** What an anchor is told with every write. */
export interface Anchored extends AuditHead {
  /** The highest number of an item that was given in each year, the latest year first. */
  readonly numbers: readonly ItemNumber[];
}

export interface Anchor extends Anchored {
  readonly dataId: string;
}

export interface AnchorFile {
  /** What the newest whole slot says; undefined where there is none, or it is another ledger's. */
  readonly found: Anchor | undefined;
  /** Bytes are there, but neither slot is whole. */
  readonly damaged: boolean;
  /** @throws what the file system throws */
  write(head: Anchored): void;
  close(): void;
}

/** Reads the anchor without opening it for writing; undefined where there is none that is whole. */
export function readAnchor(path: string): Anchor | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    return newest(readSlots(file))?.anchor;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Opens, or creates with its folder, the anchor of the ledger `dataId`.
 * @throws what the file system throws
 */
export function openAnchor(path: string, dataId: string): AnchorFile {
  const file = openForBoth(path);
  const slots = readSlots(file);
  const last = newest(slots);
  let turn = last?.turn ?? 0;
  return {
    found: last?.anchor.dataId === dataId ? last.anchor : undefined,
    damaged: last === undefined && fstatSync(file).size > 0,
    write(head) {
      const bytes = encode({ ...head, dataId }, turn + 1);
      writeSync(file, bytes, 0, SLOT_BYTES, (turn % 2) * SLOT_PITCH);
      fdatasyncSync(file);
      turn += 1;
    },
    close: () => closeSync(file),
  };
}

/** Writes the head to an anchor that nobody holds open. @throws what the file system throws */
export function writeAnchor(path: string, dataId: string, head: Anchored): void {
  const anchor = openAnchor(path, dataId);
  try {
    anchor.write(head);
  } finally {
    anchor.close();
  }
}

/** Opened without truncation; Node has no flag for "create or keep, read and write" but the numbers. */
function openForBoth(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'wx+', 0o600);
  syncFolder(dirname(path));
  return file;
}

interface Slot {
  readonly turn: number;
  readonly anchor: Anchor;
}

function newest(slots: readonly Slot[]): Slot | undefined {
  return [...slots].sort((a, b) => b.turn - a.turn)[0];
}

function readSlots(file: number): Slot[] {
  return [0, 1].flatMap((slot) => {
    const bytes = Buffer.alloc(SLOT_BYTES);
    readSync(file, bytes, 0, SLOT_BYTES, slot * SLOT_PITCH);
    return decode(bytes);
  });
}

function encode(anchor: Anchor, turn: number): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  bytes.write(MAGIC, 0, 'latin1');
  bytes.writeBigUInt64BE(BigInt(turn), 8);
  bytes.write(anchor.dataId.replaceAll('-', ''), 16, 'hex');
  bytes.writeBigUInt64BE(BigInt(anchor.epochCounter), 32);
  bytes.writeBigUInt64BE(BigInt(anchor.seq), 40);
  bytes.write(anchor.hash, 48, 'hex');
  anchor.numbers.slice(0, (CHECKED - HASH_END) / YEAR_BYTES).forEach(({ year, number }, at) => {
    bytes.writeUInt32BE(year, HASH_END + at * YEAR_BYTES);
    bytes.writeUInt32BE(number, HASH_END + at * YEAR_BYTES + 4);
  });
  checksum(bytes, CHECKED).copy(bytes, CHECKED);
  return bytes;
}

function decode(bytes: Buffer): Slot[] {
  const end = CHECKED_UNTIL.get(bytes.toString('latin1', 0, 8));
  if (end === undefined || !checksum(bytes, end).equals(bytes.subarray(end, end + 32))) return [];
  const hex = bytes.toString('hex', 16, 32);
  const anchor = {
    dataId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    epochCounter: Number(bytes.readBigUInt64BE(32)),
    seq: Number(bytes.readBigUInt64BE(40)),
    hash: bytes.toString('hex', 48, HASH_END),
    numbers: numbersIn(bytes.subarray(HASH_END, end)),
  };
  return [{ turn: Number(bytes.readBigUInt64BE(8)), anchor }];
}

function numbersIn(bytes: Buffer): ItemNumber[] {
  return Array.from({ length: bytes.length / YEAR_BYTES }, (_, at) => ({
    year: bytes.readUInt32BE(at * YEAR_BYTES),
    number: bytes.readUInt32BE(at * YEAR_BYTES + 4),
  })).filter(({ year }) => year > 0);
}

function checksum(bytes: Buffer, end: number): Buffer {
  return createHash('sha256').update(bytes.subarray(0, end)).digest();
}
