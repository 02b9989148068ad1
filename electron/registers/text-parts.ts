/** UTF-16 units of one part: no text of a bundle may be as long as a document can be. */
export const PART_LENGTH = 8_000;

/** A text in stretches that leave one by one. A pair of surrogates is one character: half of it leaves in none. */
export function partsOf(content: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < content.length; ) {
    const isSplit = /[\uD800-\uDBFF]/.test(content.charAt(at + PART_LENGTH - 1));
    const end = at + PART_LENGTH - (isSplit ? 1 : 0);
    parts.push(content.slice(at, end));
    at = end;
  }
  return parts;
}
