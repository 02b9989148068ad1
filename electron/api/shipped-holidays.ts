import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { calendarDate } from '../../shared/contract/base.ts';

const FOLDER = new URL('../../resources/holidays/', import.meta.url);

const shape = z.strictObject({
  year: z.int(),
  /** The notices of the State Council that it follows. */
  basis: z.string().min(1),
  daysOff: z.array(calendarDate),
  workdays: z.array(calendarDate),
});
export type ShippedYear = z.output<typeof shape>;

let shipped: readonly ShippedYear[] | undefined;

/** The calendars that the program brings along, by year; they are read once. */
export function shippedHolidays(): readonly ShippedYear[] {
  shipped ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => shape.parse(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  return shipped;
}
