import type { Rate } from '../../../shared/rules/rates.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { FigureId, InstallationRole } from '../../../shared/vocabulary/words.ts';
import type { Actor } from '../actor.ts';

/** An office's figures as of a day, by id; one that is not computed is missing. */
export type FiguresOn = (
  office: number,
  asOf: CalendarDate,
) => Readonly<Partial<Record<FigureId, Rate | null>>>;

/** Who evaluates, from where, and on what; offices are told by their surrogates. */
export interface EvaluationDesk {
  readonly actor: Actor;
  readonly at: InstallationRole;
  readonly figuresOn: FiguresOn;
  /** The last day that an office's data reach here; null: none have arrived. */
  dataUntil(office: number): CalendarDate | null;
}
