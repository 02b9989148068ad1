import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { Refusal } from '../../shared/vocabulary/refusal.ts';
import { openZip } from './zip-preflight.ts';

/** What an entry may hold beyond what it declares before that is somebody's intention and not damage. */
const SURPLUS = 1024 * 1024;
const CHUNK_BYTES = 128 * 1024;
/** Another thread inflates ahead while a chunk is read. */
const INFLATING = { chunkSize: CHUNK_BYTES, readableHighWaterMark: 3 * CHUNK_BYTES };
const [STORED, DEFLATED] = [0, 8];

/** The entries of a zip that passed the preflight. */
export class ZipEntries {
  readonly #bytes: Buffer;
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #checked = new Set<string>();

  private constructor(bytes: Buffer, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#bytes = bytes;
    this.#zip = zip;
    this.#entries = entries;
  }

  static async of(bytes: Uint8Array): Promise<ZipEntries> {
    const zip = await openZip(bytes, { validateEntrySizes: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return new ZipEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), zip, entries);
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Inflates an entry, and checks its length and its CRC-32 on the way.
   * @throws Refusal sheet_bomb, sheet_damaged (also when there is no such entry)
   */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new Refusal('sheet_damaged');
    let length = 0;
    let sum = 0;
    for await (const chunk of await this.#inflated(entry)) {
      length += chunk.length;
      sum = crc32(chunk, sum);
      if (length > entry.uncompressedSize + SURPLUS) throw new Refusal('sheet_bomb', { limit: 'declared' });
      yield chunk;
    }
    if (length !== entry.uncompressedSize || sum !== entry.crc32) throw new Refusal('sheet_damaged');
    this.#checked.add(name);
  }

  /**
   * Inflates the entries that nobody has read to their end.
   * @throws Refusal sheet_bomb, sheet_damaged
   */
  async checkRest(): Promise<void> {
    const rest = this.names.filter((name) => !this.#checked.has(name));
    for (const name of rest) for await (const _ of this.chunks(name));
  }

  /** A whole entry; the preflight has seen to it that only sheets are large. */
  async whole(name: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.chunks(name)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async #inflated(entry: Entry): Promise<AsyncIterable<Buffer> | Iterable<Buffer>> {
    const { fileDataStart } = await this.#zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = this.#bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.compressionMethod === STORED || packed.length === 0) return [packed];
    if (entry.compressionMethod !== DEFLATED) throw new Refusal('sheet_damaged');
    const inflate = createInflateRaw(INFLATING);
    inflate.end(packed);
    return inflate;
  }
}
