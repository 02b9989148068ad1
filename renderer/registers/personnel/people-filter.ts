import { isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import {
  PEOPLE_SORTS,
  type PeopleSort,
  POSTING_STATUSES,
  type PostingStatus,
} from '../../../shared/vocabulary/words.ts';
import type { PeopleFilter } from './personnel-queries.ts';

/** What the list is narrowed to; it stands in the address, so that coming back finds the list as it was. */
export interface PeopleChoice {
  readonly unit: string | null;
  /** With all units below the chosen one. */
  readonly below: boolean;
  readonly search: string;
  /** Empty: any. */
  readonly status: readonly PostingStatus[];
  readonly sort: PeopleSort;
  readonly asOf: string;
}

export function filterOf({ unit, below, search, status, sort, asOf }: PeopleChoice): PeopleFilter {
  return {
    asOf,
    sort,
    ...(unit === null ? {} : { unit, below }),
    ...(search === '' ? {} : { search }),
    ...(status.length === 0 ? {} : { status: [...status] }),
  };
}

/** Whatever stands in an address, read as a choice; what it cannot mean is left out. */
export function choiceOf(address: Readonly<Record<string, unknown>>, today: string): PeopleChoice {
  const text = (name: string) => (typeof address[name] === 'string' ? address[name] : '');
  const words = text('status').split('.');
  const asOf = text('asOf');
  return {
    unit: text('unit') || null,
    below: text('below') !== 'no',
    search: text('search').slice(0, 50),
    status: POSTING_STATUSES.filter((one) => words.includes(one)),
    sort: PEOPLE_SORTS.find((one) => one === text('sort')) ?? 'order',
    asOf: isCalendarDate(asOf) ? asOf : today,
  };
}

/** Only what differs from the list as it opens; undefined where it does not. */
export function addressOf(
  { unit, below, search, status, sort, asOf }: PeopleChoice,
  today: string,
): Readonly<Record<string, string | undefined>> {
  return {
    unit: unit ?? undefined,
    below: below ? undefined : 'no',
    search: search || undefined,
    status: status.join('.') || undefined,
    sort: sort === 'order' ? undefined : sort,
    asOf: asOf === today ? undefined : asOf,
  };
}
