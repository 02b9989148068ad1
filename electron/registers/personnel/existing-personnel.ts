import type { PostingStatus, Staffing } from '../../../shared/vocabulary/words.ts';

export interface ExistingUnit {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
  /** Of the unit above; null at the top. */
  readonly parentName: string | null;
}

export interface ExistingPerson {
  readonly id: string;
  readonly name: string;
  readonly folded: string;
  /** Of the posting of the day the roster holds from; null when there is none. */
  readonly unitId: string | null;
  readonly status: PostingStatus | null;
  readonly post: string | null;
  readonly staffing: Staffing | null;
  readonly orderNumber: number | null;
  readonly disambiguator: string | null;
}

export interface ExistingPersonnel {
  readonly units: readonly ExistingUnit[];
  readonly people: readonly ExistingPerson[];
}
