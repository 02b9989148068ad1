import type { AccountRole, MatterKind, Whose } from '../../shared/vocabulary/words.ts';
import { countSent } from '../exchange/bundle-log-sql.ts';
import { answeredItems, countFeedback, FEEDBACK_MATTERS } from '../exchange/feedback-sql.ts';
import { actionsWaiting } from '../registers/actions/actions-register.ts';
import { type Asking, whoseMoves } from '../registers/actor.ts';
import { ordersWaiting } from '../registers/evaluation/evaluation-orders.ts';
import { draftsOfGroup } from '../registers/evaluation/evaluation-sheet.ts';
import { type ItemsAsking, itemsWaiting, myItems } from '../registers/rectification/item-lists.ts';
import { filingsWaiting } from '../registers/self-inspection/self-inspection-register.ts';
import { makeupsWaiting } from '../registers/study/study-attendance.ts';
import { sessionsWaiting } from '../registers/study/study-register.ts';
import { openWeeks } from '../registers/weekly-reports/weekly-reports-register.ts';
import type { Readable } from '../store/handles.ts';

interface Waiting {
  readonly kind: MatterKind;
  readonly whose: Whose;
  readonly count: number;
  readonly round?: { readonly id: string; readonly name: string };
}

type Register =
  | 'study'
  | 'selfInspection'
  | 'rectification'
  | 'actions'
  | 'evaluation'
  | 'weeklyReports'
  | 'exchange';

/** What waits at an office, every matter once, under whoever must act next. */
export function officeMatters(db: Readable, asking: Asking) {
  const { office, today, actor } = asking;
  const bundles: Waiting[] = [{ kind: 'bundleUnacknowledged', whose: 'group', count: countSent(db, true) }];
  if (!readsRegisters(actor.roles)) return shown(asking, { exchange: bundles });
  return shown(asking, {
    study: [...sessionsWaiting(db, asking), ...makeupsWaiting(db, asking)],
    selfInspection: filingsWaiting(db, office, today),
    rectification: itemsWaiting(db, asking),
    actions: actionsWaiting(db, asking),
    evaluation: ordersWaiting(db, asking),
    weeklyReports: [{ kind: 'weekOpen', whose: 'clerk', count: openWeeks(db, office, today).length }],
    exchange: [
      ...bundles,
      ...FEEDBACK_MATTERS.map((kind) => ({
        kind,
        whose: kind === 'remarkUnread' ? ('clerk' as const) : ('reviewer' as const),
        count: countFeedback(db, { target: null, state: null, matter: kind, own: office }),
      })),
    ],
  });
}

/** What waits at a group: the items of all its offices that the group is to decide, and what it has to send. */
export function groupMatters(db: Readable, asking: Asking) {
  const bundles: Waiting[] = [{ kind: 'bundleUnacknowledged', whose: 'unit', count: countSent(db, true) }];
  if (!readsRegisters(asking.actor.roles)) return shown(asking, { exchange: bundles });
  const everywhere = { ...asking, office: null, answered: answeredItems(db, asking.office) };
  return shown(asking, {
    rectification: [
      ...itemsWaiting(db, everywhere).filter(({ kind }) => kind === 'itemAtGroup'),
      { kind: 'feedbackDraft', whose: 'group', count: countFeedback(db, { target: null, state: 'draft' }) },
    ],
    evaluation: draftsOfGroup(db),
    exchange: bundles,
  });
}

/** The asking account's own items, the most urgent first. */
export function mine(
  db: Readable,
  asking: ItemsAsking,
  input: {
    readonly only?: 'urgent' | 'returned' | undefined;
    readonly offset: number;
    readonly limit: number;
  },
) {
  if (!readsRegisters(asking.actor.roles)) return { total: 0, rows: [] };
  const { total, items } = myItems(db, asking, input);
  const rows = items.map((item) => ({
    id: item.id,
    number: item.number,
    subject: item.problem,
    unitName: item.unitName,
    dueOn: item.extendedDueOn ?? item.dueOn,
    originalDueOn: item.extendedDueOn ? item.dueOn : null,
    daysLeft: item.daysLeft,
    returned: item.returned,
    state: item.state,
  }));
  return { total, rows };
}

/** Only what the leader alone may do waits for a role and not for a side. */
const LEADERS_ALONE: readonly MatterKind[] = ['feedbackDraft', 'evaluationDraft'];

function shown({ today, actor }: Asking, byRegister: Partial<Record<Register, readonly Waiting[]>>) {
  const own = whoseMoves(actor.roles);
  const matters = Object.entries(byRegister).flatMap(([register, waiting]) =>
    waiting
      .filter(({ count }) => count > 0)
      .map((one) => ({
        ...one,
        round: one.round ?? null,
        register: register as Register,
        mine: LEADERS_ALONE.includes(one.kind) ? actor.roles.includes('leader') : own.includes(one.whose),
      })),
  );
  return { asOf: today, matters };
}

function readsRegisters(roles: readonly AccountRole[]): boolean {
  return roles.some((role) => role !== 'administrator');
}
