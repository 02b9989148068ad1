/** Upper limits that hold before memory or time is spent ([B7], [B8], [B26] of SPEC.md). */
export interface BundleCaps {
  /** bytes of the file */
  readonly fileBytes: number;
  /** bytes of the document after inflation */
  readonly inflatedBytes: number;
  /** rows of all tables together */
  readonly rows: number;
  /** rows × columns of all tables together; 8 bytes each in memory, 24 beyond 31 bits */
  readonly cells: number;
  /** strings in the payload, names included */
  readonly strings: number;
  /** opening brackets in the payload: an empty array takes 2 bytes on disk and 16 in memory */
  readonly brackets: number;
  /** UTF-16 code units of one string */
  readonly stringLength: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_CAPS: BundleCaps = {
  fileBytes: 16 * MIB,
  inflatedBytes: 32 * MIB,
  rows: 2_000_000,
  cells: 15_000_000,
  strings: 1_000_000,
  brackets: 20_000,
  stringLength: 10_000,
};

/** The largest content a zstd frame of `compressed` bytes may state; the floor is harmless in size at any ratio. */
export function ratioLimit(compressed: number): number {
  return 16 * MIB + 200 * compressed;
}
