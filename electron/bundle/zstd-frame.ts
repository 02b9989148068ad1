import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { ensure, Refusal } from '../../shared/vocabulary/refusal.ts';
import type { BundleCaps } from './caps.ts';
import { ratioLimit } from './caps.ts';

/*
 * Frame header, RFC 8878 section 3.1.1.1:
 *   0  4  magic 28 B5 2F FD
 *   4  1  descriptor: bits 7-6 size field, 5 single segment, 3 reserved, 2 checksum, 1-0 dictionary id
 *   5  …  window descriptor (1, absent when single segment), dictionary id, content size (little-endian)
 */
const MAGIC = 0xfd2fb528;
const SIZE_FIELD_BYTES = [0, 2, 4, 8];
/** Section 3.1.1.2: bit 0 last block, bits 2-1 kind, the others its size; a block of one repeated byte holds that byte. */
const BLOCK_HEAD = 3;
const RUN_BLOCK = 1;

/** Below this, in bytes, a tenth less costs a millisecond; above, it would cost seconds. */
const SMALL = 64 * 1024;
const LEVEL = { small: 15, large: 3 };

/** One zstd frame that states its content size. @throws Refusal where `inflate` would. */
export function deflate(content: Uint8Array, caps: BundleCaps): Uint8Array {
  const level = content.length < SMALL ? LEVEL.small : LEVEL.large;
  const frame = zstdCompressSync(content, { params: { [constants.ZSTD_c_compressionLevel]: level } });
  checkSize(content.length, frame.length, caps);
  return frame;
}

/** The content of one frame, refused before inflation when it states too much ([B6], [B8]). */
export function inflate(frame: Uint8Array, caps: BundleCaps): Uint8Array {
  const { size, end } = measured(Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength));
  checkSize(size, frame.length, caps);
  ensure(end === frame.length, 'bundle_damaged');
  const content = inflateTo(frame, size);
  ensure(content.length === size, 'bundle_damaged');
  return content;
}

function checkSize(size: number, compressed: number, caps: BundleCaps): void {
  const limit = Math.min(caps.inflatedBytes, ratioLimit(compressed));
  ensure(size <= limit, 'bundle_bomb', { bytes: size, limit });
}

function inflateTo(frame: Uint8Array, size: number): Uint8Array {
  try {
    return zstdDecompressSync(frame, {
      maxOutputLength: Math.max(size, 1),
      chunkSize: Math.min(Math.max(size, 64), 1024 * 1024),
    });
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refusal(tooLong ? 'bundle_bomb' : 'bundle_damaged');
  }
}

/** What the frame states as its content's size, and where it ends by its block headers. */
function measured(frame: Buffer): { size: number; end: number } {
  const descriptor = frame[4];
  ensure(descriptor !== undefined && frame.readUInt32LE(0) === MAGIC, 'bundle_damaged');
  const singleSegment = (descriptor & 0x20) !== 0;
  ensure((descriptor & 0x0b) === 0, 'bundle_damaged'); // reserved bit and dictionary id
  const bytes = (SIZE_FIELD_BYTES[descriptor >> 6] ?? 0) || (singleSegment ? 1 : 0);
  const offset = singleSegment ? 5 : 6;
  ensure(bytes > 0 && frame.length >= offset + bytes, 'bundle_damaged');
  const checksum = (descriptor & 0x04) !== 0 ? 4 : 0;
  return { size: sizeAt(frame, offset, bytes), end: endOfBlocks(frame, offset + bytes) + checksum };
}

function sizeAt(frame: Buffer, offset: number, bytes: number): number {
  if (bytes === 8) return Number(frame.readBigUInt64LE(offset));
  return frame.readUIntLE(offset, bytes) + (bytes === 2 ? 256 : 0);
}

/** zlib passes over what stands behind a frame, which would be bytes that nobody looks at. */
function endOfBlocks(frame: Buffer, start: number): number {
  let at = start;
  let isLast = false;
  while (!isLast) {
    ensure(at + BLOCK_HEAD <= frame.length, 'bundle_damaged');
    const head = frame.readUIntLE(at, BLOCK_HEAD);
    isLast = (head & 1) === 1;
    at += BLOCK_HEAD + (((head >> 1) & 3) === RUN_BLOCK ? 1 : head >> 3);
  }
  return at;
}
