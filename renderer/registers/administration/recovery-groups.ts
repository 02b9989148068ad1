/** Characters of a group, as the store prints the code: seven groups of four. */
export const GROUP_LENGTH = 4;

export function groupsOf(code: string): string[] {
  return code.split('-');
}

/** What a hand types, as the store reads it: any case and width, O for 0, I and L for 1. */
export function foldTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .slice(0, GROUP_LENGTH);
}

export function matches(typed: string, group: string): boolean {
  return foldTyped(typed) === group;
}
