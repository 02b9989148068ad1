import { printRate } from '../../../shared/rules/rates.ts';
import { Refusal } from '../../../shared/vocabulary/refusal.ts';
import type { Write } from '../../store/handles.ts';
import type { EvaluationDesk } from './evaluation-desk.ts';
import { namedIndicators } from './evaluation-lists.ts';
import { freeze } from './evaluation-moves.ts';
import { ordersOf } from './evaluation-orders.ts';
import { findEvaluation } from './evaluation-register.ts';
import { evaluatedOffice, linesOf } from './evaluation-sql.ts';

type Sent = string | number | boolean | string[] | null;

/** What freezing would do, told beforehand; `write` is a rehearsal, which takes everything back. */
export function freezePreview(write: Write, desk: EvaluationDesk, id: string) {
  const row = findEvaluation(write, id);
  const office = evaluatedOffice(row);
  const rates = desk.figuresOn(office, row.as_of);
  const computed = namedIndicators(write, office, row.phase).flatMap(({ name, figure }) => {
    const rate = figure === null ? undefined : rates[figure];
    return figure === null ? [] : [{ name, value: rate ? { ...rate, text: printRate(rate) } : null }];
  });
  const effects = ordersOf(write, row).map((one) => ({
    ...{ order: one.id, kind: one.kind, subjectName: one.subject_name },
  }));
  return {
    ...{ rev: row.rev, asOf: row.as_of, figures: computed, effects },
    texts: linesOf(write, row.pk).length,
    why: refusalOf(() => freeze(write, asFreezer(desk), { id, rev: row.rev })),
  };
}

/** A clerk is told what a reviewer would meet, a member what a leader would. */
function asFreezer(desk: EvaluationDesk): EvaluationDesk {
  const role = desk.at === 'office' ? 'reviewer' : 'leader';
  if (desk.actor.roles.includes(role)) return desk;
  return { ...desk, actor: { account: 0, roles: [role], singleAccount: false } };
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
