import { monthOf } from '../../../shared/rules/months.ts';
import { COUNTER_UNITS, type CounterUnits } from '../../../shared/vocabulary/words.ts';
import { useRoomAddress } from '../../state/room-address.ts';
import { useIdentity } from '../../state/session.ts';

export type CountersView = 'month' | 'year';

export interface CountersAddress {
  /** The month of today, after which nothing is counted. */
  readonly now: string;
  readonly month: string;
  readonly view: CountersView;
  readonly show: CounterUnits;
  /** Of the year; as it stands in the address. */
  readonly kind: unknown;
  /** Of the year, too. */
  readonly phase: unknown;
  readonly change: (part: Readonly<Record<string, string | undefined>>) => void;
}

/** Which month and which units are shown. @param room under which it is remembered */
export function useCountersAddress(room: string): CountersAddress {
  const now = monthOf(useIdentity().today);
  const { params, change } = useRoomAddress({ room, remembered: ['show'], passing: [] });
  return {
    now,
    month: monthIn(params.month, now),
    view: params.view === 'year' ? 'year' : 'month',
    show: COUNTER_UNITS.find((one) => one === params.show) ?? 'all',
    kind: params.kind,
    phase: params.phase,
    change,
  };
}

function monthIn(said: unknown, now: string): string {
  return typeof said === 'string' && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(said) && said <= now
    ? said
    : now;
}
