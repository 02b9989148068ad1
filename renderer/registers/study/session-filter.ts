import {
  SESSION_MATTERS,
  SESSION_STATES,
  SESSION_VIEWS,
  type SessionMatter,
  type SessionState,
  type SessionView,
} from '../../../shared/vocabulary/words.ts';

/** The filters as they stand in the address. */
export type StudySearch = Readonly<Record<string, string | undefined>>;

export interface SessionFilter {
  readonly view: SessionView;
  readonly phase: string | undefined;
  readonly search: string | undefined;
  /** Of a link that names one; the page itself offers views only. */
  readonly state: SessionState | undefined;
  /** Of a number of the work list: exactly the rows that it counts. */
  readonly matter: SessionMatter | undefined;
}

export function filterOf({ view, phase, search, state, matter }: StudySearch): SessionFilter {
  return {
    view: SESSION_VIEWS.find((one) => one === view) ?? 'all',
    phase,
    search,
    state: SESSION_STATES.find((one) => one === state),
    matter: SESSION_MATTERS.find((one) => one === matter),
  };
}

export function isFiltered({ view, phase, search, state, matter }: SessionFilter): boolean {
  return view !== 'all' || Boolean(phase ?? search ?? state ?? matter);
}
