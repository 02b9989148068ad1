import type { Rate } from '../../shared/rules/rates.ts';
import type { CalendarDate } from '../../shared/vocabulary/dates.ts';
import type { FigureId } from '../../shared/vocabulary/words.ts';
import type { Rates } from '../registers/figures/office-figures.ts';
import type { Readable, Write } from '../store/handles.ts';
import type { FigureOfficeRow, FigureRow } from './figure-tables.ts';

/** Of which office, as of which day, as which bundle left its books. */
export interface FigureSource {
  /** Surrogate. */
  readonly office: number;
  readonly asOf: CalendarDate;
  /** Hash of the bundle's file. */
  readonly bundle: string;
}

export function insertFigures(write: Write, { office, asOf, bundle }: FigureSource, rates: Rates): void {
  write.run('DELETE FROM office_figure WHERE office = ? AND as_of = ?', office, asOf);
  for (const [figure, { numerator, denominator }] of Object.entries(rates))
    write.run(
      `INSERT INTO office_figure (office, as_of, figure, numerator, denominator, bundle, rev)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[office, asOf, figure, numerator, denominator, bundle, write.rev],
    );
}

/** undefined: none were stored of that day and that bundle */
export function storedRates(db: Readable, { office, asOf, bundle }: FigureSource): Rates | undefined {
  const rows = db.all<Rate & { readonly figure: FigureId }>(
    `SELECT figure, numerator, denominator FROM office_figure
     WHERE office = ? AND as_of = ? AND bundle = ?`,
    ...[office, asOf, bundle],
  );
  return rows.length === 0 ? undefined : ratesOf(rows);
}

/** Whether figures were stored or taken in after a revision of ours. */
export function figuresTouchedAfter(db: Readable, after: number): boolean {
  const found = db.get(
    `SELECT 1 FROM office_figure WHERE rev > ?1
     UNION ALL SELECT 1 FROM reported_office WHERE rev > ?1 LIMIT 1`,
    after,
  );
  return found !== undefined;
}

/** Those that a group reports, by code. @param group surrogate */
export function reportedOffices(db: Readable, group: number): FigureOfficeRow[] {
  return db.all<FigureOfficeRow>(
    `SELECT id, parent, kind, code, name, as_of AS asOf, sequence, head FROM reported_office
     WHERE office = ? ORDER BY code, id`,
    group,
  );
}

/** In the order in which they travel. @param group surrogate */
export function reportedFigures(db: Readable, group: number): FigureRow[] {
  return db.all<FigureRow>(
    `SELECT id AS of, figure, numerator, denominator FROM reported_figure
     WHERE office = ? ORDER BY id, figure`,
    group,
  );
}

/** In place of all that the group has reported until now. */
export function replaceReported(
  write: Write,
  group: number,
  offices: readonly FigureOfficeRow[],
  figures: readonly FigureRow[],
): void {
  write.run('DELETE FROM reported_figure WHERE office = ?', group);
  write.run('DELETE FROM reported_office WHERE office = ?', group);
  for (const { id, parent, kind, code, name, asOf, sequence, head } of offices)
    write.run(
      `INSERT INTO reported_office (office, id, parent, kind, code, name, as_of, sequence, head, rev)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[group, id, parent, kind, code, name, asOf, sequence, head, write.rev],
    );
  for (const { of, figure, numerator, denominator } of figures)
    write.run(
      'INSERT INTO reported_figure (office, id, figure, numerator, denominator) VALUES (?, ?, ?, ?, ?)',
      ...[group, of, figure, numerator, denominator],
    );
}

/** Figure by figure. */
export function ratesOf(rows: readonly (Rate & { readonly figure: FigureId })[]): Rates {
  return Object.fromEntries(
    rows.map(({ figure, numerator, denominator }) => [figure, { numerator, denominator }]),
  );
}
