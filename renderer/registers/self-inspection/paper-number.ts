/**
 * The number on the next paper of the pile: 自1-0269 → 自1-0270. Leading zeros keep their places; what does
 * not end in digits cannot be counted on.
 */
export function nextPaperNumber(last: string | null): string | null {
  const [, head = '', digits = ''] = /^(.*?)(\d+)$/.exec(last?.trim() ?? '') ?? [];
  if (digits === '') return null;
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0');
  return head + next;
}
