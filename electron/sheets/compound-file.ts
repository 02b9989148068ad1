/**
 * Just enough of the compound file format ([MS-CFB]) to tell what an .xls or a password-protected workbook
 * is before a parser sees it: names of the streams and the beginning of one of them.
 *
 * Header (512 bytes): 30 sector shift, 32 mini sector shift, 44 number of FAT sectors, 48 first directory
 * sector, 56 mini stream cutoff, 60 first mini FAT sector, 76 the first 109 FAT sectors (68/72: more of them
 * in DIFAT sectors, only in files above 6.8 MB). Directory entry (128 bytes): 0 name in UTF-16LE, 64 bytes of the name,
 * 66 type, 116 first sector, 120 size.
 */
export interface CompoundFile {
  readonly streams: readonly StreamEntry[];
  /** The first `bytes` bytes of a stream, fewer when it is shorter. */
  read(entry: StreamEntry, bytes: number): Buffer;
}

interface StreamEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

const STREAM = 2;
const ROOT = 5;
const ENTRY_BYTES = 128;
const MOST_DIRECTORY_BYTES = 1024 * 1024;
const LAST_REGULAR_SECTOR = 0xfffffffa;

/** @throws RangeError when the file ends before what it points to, or points in circles */
export function openCompoundFile(file: Buffer): CompoundFile {
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new RangeError('sector shift');
  const sectors = new SectorChain(file, shift, fatSectors(file, shift));
  const entries = directory(sectors.read(file.readUInt32LE(48), MOST_DIRECTORY_BYTES));
  const root = entries.find((entry) => entry.type === ROOT);
  if (!root) throw new RangeError('no root entry');
  const cutoff = file.readUInt32LE(56);
  return {
    streams: entries.filter((entry) => entry.type === STREAM),
    read: (entry, bytes) => {
      const wanted = Math.min(bytes, entry.size);
      if (entry.size >= cutoff) return sectors.read(entry.start, wanted).subarray(0, wanted);
      return readMini(file, sectors, root, entry, wanted);
    },
  };
}

class SectorChain {
  readonly #file: Buffer;
  readonly #size: number;
  readonly #fat: readonly number[];

  constructor(file: Buffer, shift: number, fat: readonly number[]) {
    this.#file = file;
    this.#size = 1 << shift;
    this.#fat = fat;
  }

  read(start: number, bytes: number): Buffer {
    const parts: Buffer[] = [];
    const seen = new Set<number>();
    let sector = start;
    for (let length = 0; length < bytes && sector <= LAST_REGULAR_SECTOR; length += this.#size) {
      if (seen.has(sector)) throw new RangeError('sectors in a circle');
      seen.add(sector);
      parts.push(sectorAt(this.#file, sector, this.#size));
      sector = this.#next(sector);
    }
    return Buffer.concat(parts);
  }

  #next(sector: number): number {
    const perSector = this.#size / 4;
    const fatSector = this.#fat[Math.floor(sector / perSector)];
    if (fatSector === undefined) throw new RangeError('sector beyond the FAT');
    return sectorAt(this.#file, fatSector, this.#size).readUInt32LE((sector % perSector) * 4);
  }
}

function sectorAt(file: Buffer, sector: number, size: number): Buffer {
  const from = (sector + 1) * size;
  if (from >= file.length) throw new RangeError('sector beyond the end');
  return file.subarray(from, from + size);
}

function fatSectors(file: Buffer, shift: number): number[] {
  const list: number[] = [];
  for (let at = 76; at < 512; at += 4) list.push(file.readUInt32LE(at));
  const size = 1 << shift;
  let difat = file.readUInt32LE(68);
  for (let left = file.readUInt32LE(72); left > 0 && difat <= LAST_REGULAR_SECTOR; left--) {
    const sector = sectorAt(file, difat, size);
    for (let at = 0; at < size - 4; at += 4) list.push(sector.readUInt32LE(at));
    difat = sector.readUInt32LE(size - 4);
    if (list.length > file.length / size + size) throw new RangeError('FAT larger than the file');
  }
  return list.filter((sector) => sector <= LAST_REGULAR_SECTOR);
}

function directory(bytes: Buffer): (StreamEntry & { type: number | undefined })[] {
  const entries = [];
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const nameBytes = Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62);
    entries.push({
      name: bytes.toString('utf16le', at, at + nameBytes),
      type: bytes[at + 66],
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}

/** Streams below the cutoff lie in 64-byte pieces within the root's own stream. */
function readMini(
  file: Buffer,
  sectors: SectorChain,
  root: StreamEntry,
  entry: StreamEntry,
  bytes: number,
): Buffer {
  const size = 1 << file.readUInt16LE(32);
  const miniStream = sectors.read(root.start, root.size);
  const miniFat = sectors.read(file.readUInt32LE(60), file.length);
  const parts: Buffer[] = [];
  let piece = entry.start;
  for (let length = 0; length < bytes; length += size) {
    parts.push(miniStream.subarray(piece * size, (piece + 1) * size));
    piece = miniFat.readUInt32LE(piece * 4);
  }
  return Buffer.concat(parts).subarray(0, bytes);
}
