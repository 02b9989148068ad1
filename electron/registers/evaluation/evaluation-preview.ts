import { printRate } from '../../../shared/rules/rates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import type { Actor } from '../actor.ts';
import { namedIndicators } from './evaluation-lists.ts';
import { type FiguresOn, freeze } from './evaluation-moves.ts';
import { ordersOf } from './evaluation-orders.ts';
import { findEvaluation } from './evaluation-register.ts';
import { linesOf } from './evaluation-sql.ts';

type Sent = string | number | boolean | string[] | null;

/** What freezing would do, told beforehand; `write` is a rehearsal, which takes everything back. */
export function freezePreview(write: Write, actor: Actor, figuresOn: FiguresOn, id: string) {
  const row = findEvaluation(write, id);
  const rates = figuresOn(row.as_of);
  const computed = namedIndicators(write, write.office, row.phase).flatMap(({ name, figure }) => {
    const rate = figure === null ? undefined : rates[figure];
    return figure === null ? [] : [{ name, value: rate ? { ...rate, text: printRate(rate) } : null }];
  });
  const effects = ordersOf(write, row).map((one) => ({
    ...{ order: one.id, kind: one.kind, subjectName: one.subject_name },
  }));
  return {
    ...{ rev: row.rev, asOf: row.as_of, figures: computed, effects },
    texts: linesOf(write, row.pk).length,
    why: refusalOf(() => freeze(write, asReviewer(actor), figuresOn, { id, rev: row.rev })),
  };
}

/** A clerk is told what a reviewer would meet. */
function asReviewer(actor: Actor): Actor {
  return actor.roles.includes('reviewer') ? actor : { account: 0, roles: ['reviewer'], singleAccount: false };
}

function refusalOf(attempt: () => unknown) {
  try {
    attempt();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, fields } = error;
    return { code, fields: structuredClone(fields) as Record<string, Sent> };
  }
}
