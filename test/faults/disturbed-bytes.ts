import type { Chance } from '../exchange/county-work.ts';

type Disturb = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const place = (bytes: Buffer, chance: Chance) => chance.below(bytes.length + 1);

const DISTURBANCES: readonly Disturb[] = [
  function flip(bytes, chance) {
    const copy = Buffer.from(bytes);
    for (let count = 1 + chance.below(4); count > 0; count -= 1)
      copy.writeUInt8(
        (copy[chance.below(copy.length)] ?? 0) ^ (1 << chance.below(8)),
        chance.below(copy.length),
      );
    return copy;
  },
  function oneBit(bytes, chance) {
    const copy = Buffer.from(bytes);
    const at = chance.below(copy.length);
    copy.writeUInt8((copy[at] ?? 0) ^ (1 << chance.below(8)), at);
    return copy;
  },
  (bytes, chance) => bytes.subarray(0, place(bytes, chance)),
  (bytes, chance) => bytes.subarray(place(bytes, chance)),
  function without(bytes, chance) {
    const at = place(bytes, chance);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(40))]);
  },
  function twice(bytes, chance) {
    const at = place(bytes, chance);
    return Buffer.concat([bytes.subarray(0, at + chance.below(80)), bytes.subarray(at)]);
  },
  function inserted(bytes, chance) {
    const at = place(bytes, chance);
    const noise = Buffer.from(Array.from({ length: 1 + chance.below(30) }, () => chance.below(256)));
    return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
  },
  function filled(bytes, chance) {
    const at = place(bytes, chance);
    return Buffer.from(bytes).fill(
      chance.of([0, 255, 10, 45]),
      at,
      Math.min(bytes.length, at + 1 + chance.below(60)),
    );
  },
  function spliced(bytes, chance, other) {
    return Buffer.concat([bytes.subarray(0, place(bytes, chance)), other.subarray(place(other, chance))]);
  },
];

/** Bytes as a failing medium, a careless program or somebody hostile leaves them. */
export function disturbed(bytes: Uint8Array, chance: Chance, other: Uint8Array): Buffer {
  return chance.of(DISTURBANCES)(Buffer.from(bytes), chance, Buffer.from(other));
}
