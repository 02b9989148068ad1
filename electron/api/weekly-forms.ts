import type { FormAsked } from '../../shared/contract/forms.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { weeklyReport, weeklySubject } from '../forms/weekly-report.ts';
import { ensureMonday, frozenWeek } from '../registers/weekly-reports/weekly-reports-register.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

/**
 * Form 10: what was frozen, and nothing else.
 * @throws Refusal `weekly_not_monday`, `weekly_not_frozen`, `not_found` for an office that is not known
 */
export function weeklyForm(desk: FormDesk, asked: Extract<FormAsked, { form: 'weeklyReport' }>): Form {
  ensureMonday(asked.week);
  const office = officeAsked(desk.db, desk.ledger.office, asked.office);
  const { versions, before } = frozenWeek(desk.db, office, asked.week);
  const wanted = asked.version ?? versions.length;
  const week = versions.find(({ version }) => version === wanted);
  ensure(week, 'weekly_not_frozen', { on: asked.week });
  const earlier = versions.find(({ version }) => version === wanted - 1) ?? null;
  const printing = printingOf(desk, office, week.asOf);
  return {
    printing,
    subject: weeklySubject(week),
    document: weeklyReport({ week, earlier, before }, printing),
  };
}
