/** What a pack says of itself in its hidden column. */
export interface PackMarker {
  readonly pack: string;
  readonly digest: string;
}

const MARKER = /^\s*JYZD-P1:([0-9a-zA-Z-]{1,64}):([0-9a-f]{1,64})\s*$/;

export function packMarker(pack: string, digest: string): string {
  return `JYZD-P1:${pack}:${digest}`;
}

/** Null for any other text. */
export function readPackMarker(text: string): PackMarker | null {
  const [, pack, digest] = MARKER.exec(text) ?? [];
  return pack === undefined || digest === undefined ? null : { pack, digest };
}
