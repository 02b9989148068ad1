import type {
  FilingMatter,
  InstallationRole,
  ItemMatter,
  MatterKind,
  SessionMatter,
} from '../../../shared/vocabulary/words.ts';
import type { Matter } from './work-list-queries.ts';

export interface MatterLink {
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

/** The room and the filter that show the rows a number counts. */
export function matterLink({ kind, mine, whose, round }: Matter, role: InstallationRole): MatterLink {
  if (role === 'group' && kind === 'itemAtGroup') return { to: '/feedback', search: { tab: 'review' } };
  const link = AT_OFFICE[kind];
  if (round) return { ...link, search: { ...link.search, round: round.id } };
  if (link.to !== LEDGER) return link;
  // Whoever has more than one role is shown all of a matter that is theirs, whichever role it waits for.
  const ofWhom = mine ? { view: 'mine' } : { view: 'open', whose };
  return { to: LEDGER, search: { ...link.search, ...ofWhom } };
}

/** One item open beside those that wait for the same account. */
export function itemLink(item: string): MatterLink {
  return { to: LEDGER, search: { view: 'mine', item } };
}

const LEDGER = '/rectification';

const AT_OFFICE: Readonly<Record<MatterKind, MatterLink>> = {
  sessionToHold: sessions('sessionToHold'),
  sessionToMark: sessions('sessionToMark'),
  sessionToSubmit: sessions('sessionToSubmit'),
  sessionReturned: sessions('sessionReturned'),
  sessionToApprove: sessions('sessionToApprove'),
  sessionDiffering: sessions('sessionDiffering'),
  makeupToRecord: { to: '/study', search: { makeups: 'pending' } },
  makeupToConfirm: { to: '/study', search: { makeups: 'done' } },
  makeupOfLeaver: { to: '/study', search: { makeups: 'leavers' } },
  filingDue: filings('filingDue'),
  filingReturned: filings('filingReturned'),
  filingToApprove: filings('filingToApprove'),
  filingItemOpen: filings('filingItemOpen'),
  filingToArchive: filings('filingToArchive'),
  itemDraft: items('itemDraft'),
  itemOverdue: items('itemOverdue'),
  itemDueSoon: items('itemDueSoon'),
  itemToComplete: items('itemToComplete'),
  itemLater: items('itemLater'),
  itemToApprove: items('itemToApprove'),
  itemAtGroup: items('itemAtGroup'),
  itemFollowUpDue: items('itemFollowUpDue'),
  actionsOverdue: { to: '/actions', search: { view: 'overdue' } },
  actionsDueSoon: { to: '/actions', search: { view: 'dueSoon' } },
  evaluationOrders: { to: '/evaluation', search: { orders: 'open' } },
  weekOpen: { to: '/figures/weekly', search: {} },
  bundleUnacknowledged: { to: '/exchange', search: { matter: 'bundleUnacknowledged' } },
  remarkUnread: { to: '/exchange', search: { feedback: 'remarkUnread' } },
  templateWaiting: { to: '/exchange', search: { feedback: 'templateWaiting' } },
  evaluationDraft: { to: '/evaluation', search: { state: 'draft' } },
  feedbackDraft: { to: '/feedback', search: { tab: 'sent', state: 'draft' } },
};

function sessions(matter: SessionMatter): MatterLink {
  return { to: '/study', search: { matter } };
}

function filings(matter: FilingMatter): MatterLink {
  return { to: '/self-inspection', search: { matter } };
}

function items(matter: ItemMatter): MatterLink {
  return { to: LEDGER, search: { matter } };
}
