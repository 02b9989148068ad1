import {
  type InstallationRole,
  type MatterKind,
  WHOSE,
  type Whose,
} from '../../../shared/vocabulary/words.ts';
import type { workListText } from '../../text/work-list-page.ts';
import { type MatterLink, matterLink } from './matter-links.ts';
import type { Matter } from './work-list-queries.ts';

export type MatterRowId = keyof typeof workListText.rows;

/** Kinds that are steps of one piece of work stand in one row: the columns tell them apart. */
const ROWS: readonly { readonly id: MatterRowId; readonly kinds: readonly MatterKind[] }[] = [
  { id: 'sessionHeld', kinds: ['sessionToHold'] },
  { id: 'sessionMarked', kinds: ['sessionToMark'] },
  { id: 'sessionReviewed', kinds: ['sessionToSubmit', 'sessionToApprove'] },
  { id: 'sessionReturned', kinds: ['sessionReturned'] },
  { id: 'sessionDiffering', kinds: ['sessionDiffering'] },
  { id: 'makeup', kinds: ['makeupToRecord', 'makeupToConfirm', 'makeupOfLeaver'] },
  { id: 'filing', kinds: ['filingDue', 'filingToApprove'] },
  { id: 'filingReturned', kinds: ['filingReturned'] },
  { id: 'filingClosed', kinds: ['filingItemOpen', 'filingToArchive'] },
  { id: 'itemDraft', kinds: ['itemDraft'] },
  { id: 'itemOverdue', kinds: ['itemOverdue'] },
  { id: 'itemDueSoon', kinds: ['itemDueSoon'] },
  { id: 'itemToComplete', kinds: ['itemToComplete'] },
  { id: 'itemLater', kinds: ['itemLater'] },
  { id: 'itemReviewed', kinds: ['itemToApprove', 'itemAtGroup'] },
  { id: 'itemFollowUp', kinds: ['itemFollowUpDue'] },
  { id: 'actionsOverdue', kinds: ['actionsOverdue'] },
  { id: 'actionsDueSoon', kinds: ['actionsDueSoon'] },
  { id: 'evaluationOrders', kinds: ['evaluationOrders'] },
  { id: 'weekOpen', kinds: ['weekOpen'] },
  { id: 'remarkUnread', kinds: ['remarkUnread'] },
  { id: 'templateWaiting', kinds: ['templateWaiting'] },
  { id: 'feedback', kinds: ['feedbackDraft'] },
  { id: 'evaluationDraft', kinds: ['evaluationDraft'] },
  { id: 'bundle', kinds: ['bundleUnacknowledged'] },
];

export type MatterColumn = 'mine' | Whose;

/** One kind's number in a cell, of filings one round's, and the way to the rows that it counts. */
export interface MatterPart {
  readonly kind: MatterKind;
  /** The round's name. */
  readonly round: string | null;
  readonly count: number;
  readonly link: MatterLink;
}

/** More than one part where steps of one piece of work wait for the same account; none where nothing waits. */
export interface MatterCell {
  readonly parts: readonly MatterPart[];
}

export interface MatterRow {
  readonly id: MatterRowId;
  readonly register: Matter['register'];
  readonly cells: readonly MatterCell[];
}

export interface MatterMatrix {
  readonly columns: readonly MatterColumn[];
  /** Kinds of work of which nothing waits are left out. */
  readonly rows: readonly MatterRow[];
  readonly totals: readonly number[];
}

/** What waits as a matrix, kind of work × whose move; each matter stands in one cell. */
export function matrixOf(matters: readonly Matter[], role: InstallationRole): MatterMatrix {
  const columns = columnsOf(matters, role);
  const rows = ROWS.flatMap(({ id, kinds }) => {
    const own = matters.filter(({ kind, count }) => kinds.includes(kind) && count > 0);
    const [first] = own;
    if (!first) return [];
    return [{ id, register: first.register, cells: columns.map((column) => cellOf(own, column, role)) }];
  });
  const totals = columns.map((column) => sumOf(matters.filter((matter) => columnOf(matter) === column)));
  return { columns, rows, totals };
}

/** The two sides that every piece of work goes between stand there even when nothing waits for them. */
const USUAL: Readonly<Record<InstallationRole, readonly Whose[]>> = {
  office: ['clerk', 'reviewer', 'group'],
  group: ['group', 'unit'],
};

function columnsOf(matters: readonly Matter[], role: InstallationRole): MatterColumn[] {
  const isOwn = (whose: Whose) => matters.some((matter) => matter.mine && matter.whose === whose);
  const isOthers = (whose: Whose) => matters.some((matter) => !matter.mine && matter.whose === whose);
  const others = WHOSE.filter((whose) => isOthers(whose) || (USUAL[role].includes(whose) && !isOwn(whose)));
  return ['mine', ...others];
}

function columnOf({ mine, whose }: Matter): MatterColumn {
  return mine ? 'mine' : whose;
}

function cellOf(own: readonly Matter[], column: MatterColumn, role: InstallationRole): MatterCell {
  const here = own.filter((matter) => columnOf(matter) === column);
  return { parts: [...Map.groupBy(here, listOf).values()].flatMap((same) => partOf(same, role)) };
}

/** Matters that one list shows together. */
function listOf({ kind, round }: Matter): string {
  return `${kind} ${round?.id ?? ''}`;
}

function partOf(same: readonly Matter[], role: InstallationRole): MatterPart[] {
  const [first] = same;
  if (!first) return [];
  const { kind, round } = first;
  return [{ kind, round: round?.name ?? null, count: sumOf(same), link: matterLink(first, role) }];
}

function sumOf(matters: readonly Matter[]): number {
  return matters.reduce((sum, { count }) => sum + count, 0);
}
