const DAY_MS = 86_400_000;

/**
 * Whole days on this PC's calendar since an instant; 0 on the day itself, and when the clock went back.
 * @param today `YYYY-MM-DD`
 */
export function daysSince(instant: string, today: string): number {
  const at = new Date(instant);
  const day = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.max(0, Math.round((Date.parse(today) - day) / DAY_MS));
}
