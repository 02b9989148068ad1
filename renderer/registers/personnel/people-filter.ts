import { isCalendarDate } from '../../../shared/vocabulary/dates.ts';
import { POSTING_STATUSES, type PostingStatus } from '../../../shared/vocabulary/words.ts';
import type { PeopleFilter } from './personnel-queries.ts';

/** What the list is narrowed to; it stands in the address, so that coming back finds the list as it was. */
export interface PeopleChoice {
  readonly unit: string | null;
  readonly search: string;
  readonly status: PostingStatus | null;
  readonly asOf: string;
}

export function filterOf({ unit, search, status, asOf }: PeopleChoice): PeopleFilter {
  return {
    asOf,
    ...(unit === null ? {} : { unit }),
    ...(search === '' ? {} : { search }),
    ...(status === null ? {} : { status }),
  };
}

/** Whatever stands in an address, read as a choice; what it cannot mean is left out. */
export function choiceOf(address: Readonly<Record<string, string | undefined>>, today: string): PeopleChoice {
  const { unit = null, search = '', status, asOf = '' } = address;
  return {
    unit,
    search: search.slice(0, 50),
    status: POSTING_STATUSES.find((one) => one === status) ?? null,
    asOf: isCalendarDate(asOf) ? asOf : today,
  };
}

/** Only what differs from the list as it opens. */
export function addressOf(
  { unit, search, status, asOf }: PeopleChoice,
  today: string,
): Record<string, string> {
  return {
    ...(unit === null ? {} : { unit }),
    ...(search === '' ? {} : { search }),
    ...(status === null ? {} : { status }),
    ...(asOf === today ? {} : { asOf }),
  };
}
