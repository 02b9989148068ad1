const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi;
const HIGHEST_CODE_POINT = 0x10ffff;

/** XML's five names and characters by number; anything else stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= HIGHEST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}

/** `_x000D_`: how spreadsheet programs write what XML cannot. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
