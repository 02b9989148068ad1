const DAY_MS = 86_400_000;

/** `YYYY-MM` of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month `step` months later. */
export function monthBeside(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return isoOf(Date.UTC(year, number - 1 + step, 1)).slice(0, 7);
}

/** Whole weeks, Monday first, that hold the month. */
export function weeksOf(month: string): string[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, number - 1, 1);
  const end = Date.UTC(year, number, 1);
  const weeks: string[][] = [];
  for (let monday = mondayOf(first); monday < end; monday += 7 * DAY_MS)
    weeks.push([...Array(7).keys()].map((day) => isoOf(monday + day * DAY_MS)));
  return weeks;
}

function mondayOf(time: number): number {
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return time - sinceMonday * DAY_MS;
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
