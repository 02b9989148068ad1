import type { ItemState, ItemView, Whose } from '../../../shared/vocabulary/words.ts';
import { dueSpanOf } from './due-span.ts';
import type { LedgerSearch } from './ledger-search.ts';

/** The printed ledger's question, as it stands in the address of the forms. */
export type LedgerForm = Readonly<Record<string, string>>;

/** What a view, a state, a matter or whose move it is says of the rows that can stand on paper. */
interface Standing {
  readonly state?: ItemState | 'open';
  readonly view?: 'overdue' | 'dueSoon' | 'returned';
  readonly whose?: readonly Whose[];
}

interface Phase {
  readonly id: string;
  readonly beginsOn: string;
  readonly endsOn: string;
}

/** 未销号, as far as it is numbered. */
const OPEN: readonly string[] = ['issued', 'inProgress', 'officeReview', 'groupReview'];

const OF_MATTERS: Readonly<Partial<Record<NonNullable<LedgerSearch['matter']>, Standing>>> = {
  itemOverdue: { view: 'overdue', whose: ['clerk'] },
  itemDueSoon: { view: 'dueSoon', whose: ['clerk'] },
  itemToApprove: { state: 'officeReview' },
  itemAtGroup: { state: 'groupReview' },
};

/**
 * Form 5 with the filters under which the ledger is looked at.
 * @param mine whose moves are the account's own
 * @returns null where no printed ledger says the same: drafts, what is to be completed or asked after, what is due later
 */
export function ledgerForm(
  search: LedgerSearch,
  place: {
    readonly office: string | undefined;
    readonly today: string;
    readonly phases?: readonly Phase[] | undefined;
  },
  mine: readonly Whose[],
): LedgerForm | null {
  const standing = together([
    ofView(search.view, mine),
    search.state === 'draft' ? null : search.state ? { state: search.state } : {},
    search.matter ? (OF_MATTERS[search.matter] ?? null) : {},
    search.whose ? { whose: [search.whose] } : {},
  ]);
  const phase = place.phases?.find(({ id }) => id === search.phase);
  if (standing === null || (search.phase && !phase)) return null;
  const { whose, ...stands } = standing;
  const { source, category, unit, owner, search: words } = search;
  return given({
    ...{ form: 'rectificationLedger', office: place.office, ...stands, whose: whose?.join(',') },
    ...{ source, category, unit, owner, search: words, ...dueSpanOf(search.due, place.today) },
    below: unit !== undefined && search.below === false ? 'false' : undefined,
    // an item belongs to the phase in which it was issued, and paper knows days
    ...{ from: phase?.beginsOn, until: phase?.endsOn },
    fromGroup: search.fromGroup && 'true',
    supervised: search.supervised && 'true',
    grouped: search.group === 'unit' ? 'true' : undefined,
  });
}

function ofView(view: ItemView, mine: readonly Whose[]): Standing | null {
  if (view === 'all') return {};
  if (view === 'mine') return mine.length > 0 ? { whose: mine } : null;
  if (view === 'overdue' || view === 'dueSoon' || view === 'returned') return { view };
  return { state: view };
}

/** All of them at once; null where they exclude each other, or the question has no words for it. */
function together(all: readonly (Standing | null)[]): Standing | null {
  return all.reduce<Standing | null>((one, other) => {
    if (one === null || other === null) return null;
    const state = bothStates(one.state, other.state);
    const whose = one.whose && other.whose ? common(one.whose, other.whose) : (one.whose ?? other.whose);
    if (state === null || whose?.length === 0) return null;
    if (one.view && other.view && one.view !== other.view) return null;
    const view = one.view ?? other.view;
    return { ...(state && { state }), ...(view && { view }), ...(whose && { whose }) };
  }, {});
}

function bothStates(one: Standing['state'], other: Standing['state']): Standing['state'] | null {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  if (one === 'open') return OPEN.includes(other) ? other : null;
  return other === 'open' && OPEN.includes(one) ? one : null;
}

function common(one: readonly Whose[], other: readonly Whose[]): readonly Whose[] {
  return one.filter((who) => other.includes(who));
}

function given(words: Readonly<Record<string, string | undefined>>): LedgerForm {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, word]) => (word === undefined ? [] : [[name, word]])),
  );
}
