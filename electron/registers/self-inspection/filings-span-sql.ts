import { COUNTED_FILING_STATES } from '../../../shared/rules/figures.ts';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import type { Readable } from '../../store/handles.ts';

export interface FilingsSpan {
  readonly filed: number;
  /** Of them those that declared problems, and how many items they named. */
  readonly declared: number;
  readonly declaredItems: number;
}

const COUNTED = `filing.office = ?1 AND filing.deleted = 0 AND filing.filed_on BETWEEN ?2 AND ?3
  AND filing.state IN (${COUNTED_FILING_STATES.map((state) => `'${state}'`).join(', ')})`;

/** The filings, of whatever round, that were made from one day to another. */
export function filingsSpan(
  db: Readable,
  office: number,
  from: CalendarDate,
  until: CalendarDate,
): FilingsSpan {
  const row = db.get<FilingsSpan>(
    `SELECT count(*) AS filed, coalesce(sum(filing.declared = 'hasProblem'), 0) AS declared,
       (SELECT count(*) FROM filing JOIN filing_item AS item ON item.filing = filing.pk AND item.deleted = 0
        WHERE ${COUNTED}) AS declaredItems
     FROM filing WHERE ${COUNTED}`,
    office,
    from,
    until,
  );
  return row ?? { filed: 0, declared: 0, declaredItems: 0 };
}
