/** The last group of digits in a number, as 自查〔2021〕009号 has it; full-width digits are kept as they are typed. */
const LAST_DIGITS = /^(.*?)(\d{1,9})(\D*)$/su;

/** The number after a paper original's: its last digits advance and keep their width. Null where it has none. */
export function nextPaperNumber(paperNumber: string): string | null {
  const [, before, digits, after] = LAST_DIGITS.exec(paperNumber) ?? [];
  if (before === undefined || digits === undefined) return null;
  return `${before}${String(Number(digits) + 1).padStart(digits.length, '0')}${after ?? ''}`;
}
