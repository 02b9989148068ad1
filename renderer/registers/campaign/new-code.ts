/** A code that no row of the list has: `phase-4` and the like. */
export function newCode(stem: string, taken: readonly { readonly id: string }[]): string {
  const codes = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (codes.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
