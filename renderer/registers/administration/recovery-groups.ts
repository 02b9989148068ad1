/** Characters of a group, as the store prints the code: seven groups of four. */
const GROUP_LENGTH = 4;

export function groupsOf(code: string): string[] {
  return code.split('-');
}

/** What a hand types, as the store reads it: any case and width, O for 0, I and L for 1. */
export function foldTyped(text: string): string {
  return foldCharacters(text).slice(0, GROUP_LENGTH);
}

/** How many characters of a code that text holds, however it is separated. */
export function countTyped(text: string): number {
  return foldCharacters(text).length;
}

export function matches(typed: string, group: string): boolean {
  return foldTyped(typed) === group;
}

/**
 * The first character that is not the group's, from 1; null while what is there so far is right.
 */
export function firstWrong(typed: string, group: string): number | null {
  const characters = [...foldTyped(typed)];
  const at = characters.findIndex((character, index) => character !== group[index]);
  return at < 0 ? null : at + 1;
}

/** The next group, after the one at `from` and then from the first, that is not typed rightly; -1 when none is left. */
export function nextOpen(typed: readonly string[], groups: readonly string[], from: number): number {
  const order = groups.map((_, step) => (from + 1 + step) % groups.length);
  return order.find((at) => !matches(typed[at] ?? '', groups[at] ?? '')) ?? -1;
}

function foldCharacters(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
