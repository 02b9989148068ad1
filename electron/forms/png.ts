import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Pixels a side of one module: sharp on paper at the sizes of a form. */
const SCALE = 8;

/** The sample that is left clear, so that a frame below the picture shows. */
const WHITE = Buffer.from([0, 1]);

/** Modules as a PNG (ISO/IEC 15948) of one bit a pixel: 0 black, 1 white. */
export function pngOf(modules: readonly string[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE((modules[0]?.length ?? 0) * SCALE, 0);
  header.writeUInt32BE(modules.length * SCALE, 4);
  header[8] = 1; // bits a sample; greyscale, deflate, no interlace are the zeros after it
  const lines = modules.map((line) => pixelLine(line));
  const pixels = Buffer.concat(lines.flatMap((line) => Array<Buffer>(SCALE).fill(line)));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('tRNS', WHITE),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Filter byte 0, then the pixels; with eight a module each module is one byte. */
function pixelLine(line: string): Buffer {
  return Buffer.from([0, ...Array.from(line, (module) => (module === '1' ? 0x00 : 0xff))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
