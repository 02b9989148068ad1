import type { Readable, Write } from '../../store/handles.ts';
import { type ImageRow, imagesOf } from '../../store/undo-sql.ts';
import { requireOpenDay, requireOpenMonth } from './period-lock.ts';
import { standing } from './period-undo-sql.ts';

/** Where rows that can be undone keep their business date, by table. */
const DAYS: Readonly<Record<string, string>> = {
  study_session: 'day',
  filing: 'filed_on',
  talk: 'on_day',
  institution: 'on_day',
  action_instance: 'done_on',
  move: 'effective_on',
};
const MONTHS: Readonly<Record<string, string>> = { monthly_counter: 'month' };

/**
 * What was written before its days were closed is not taken back while they are.
 * @param step the revision that the step's write made
 * @throws Refusal `period_closed`
 */
export function requireOpenStep(write: Write, step: number): void {
  const images = imagesOf(write, step);
  const said = (columns: typeof DAYS) => new Set(images.flatMap((image) => datesOf(write, image, columns)));
  requireOpenDay(write, ...said(DAYS));
  for (const month of said(MONTHS)) requireOpenMonth(write, month);
}

/** As the row stands, and as it stood before; an image of many marks goes with that of their session. */
function datesOf(
  db: Readable,
  { tbl, row, stands, before }: ImageRow,
  columns: Readonly<Record<string, string>>,
): string[] {
  const column = columns[tbl];
  if (column === undefined || stands === null) return [];
  const image = JSON.parse(before ?? '{}') as Readonly<Record<string, string | null>>;
  return [standing(db, tbl, column, row), image[column]].filter((date) => typeof date === 'string');
}
