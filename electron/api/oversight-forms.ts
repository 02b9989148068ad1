import type { FormAsked } from '../../shared/contract/forms.ts';
import { dueOf } from '../../shared/rules/periods.ts';
import { isOwed } from '../../shared/rules/reporting.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { type GridOffice, reportingGrid as gridOf } from '../exchange/reporting-grid.ts';
import { type ComparedFigure, officeComparison } from '../forms/office-comparison.ts';
import { type Debtor, reminderLetter } from '../forms/reminder-letter.ts';
import { reportingGrid } from '../forms/reporting-grid.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { figuresByOffice } from './group-figures.ts';
import { officeAsked } from './office-asked.ts';

type Asked<Id extends FormAsked['form']> = Extract<FormAsked, { form: Id }>;

/**
 * Form 12, to one office or to all that owe a period.
 * @throws Refusal `wrong_installation` at an office, `not_found`, `reminder_not_needed` where nothing is owed
 */
export function reminderForm(desk: FormDesk, asked: Asked<'reminderLetter'>): Form {
  const grid = gridAsked(desk, asked);
  const named = asked.office && officeAsked(desk.db, desk.ledger.office, asked.office);
  const written = grid.offices.filter(({ party }) => named === undefined || party.pk === named);
  const debtors = written.map((office) => debtorOf(office, grid)).filter(({ owed }) => owed.length > 0);
  ensure(debtors.length > 0, 'reminder_not_needed');
  const printing = printingOf(desk, desk.ledger.office, undefined);
  const [only] = debtors;
  return {
    printing,
    document: reminderLetter(debtors, asked, printing),
    ...(only && named !== undefined && { subject: only.name }),
  };
}

function debtorOf({ party, dataUntil, standings }: GridOffice, grid: ReturnType<typeof gridOf>): Debtor {
  const owed = grid.periods.flatMap((period, at) => {
    const standing = standings[at];
    if (!standing || !isOwed(standing)) return [];
    const { state, daysLate } = standing;
    return [{ ...period, dueOn: dueOf(period, grid.rhythm), daysLate, quarantined: state === 'quarantined' }];
  });
  return { name: party.keys.name, dataUntil, owed };
}

/** Form 13. @throws Refusal `wrong_installation` at an office */
export function gridForm(desk: FormDesk, asked: Asked<'reportingGrid'>): Form {
  const { periods, offices } = gridAsked(desk, asked);
  const printing = printingOf(desk, desk.ledger.office, asked.until);
  const printed = offices.map(({ party, dataUntil, standings }) => ({
    name: party.keys.name,
    ...{ dataUntil, standings },
  }));
  return { printing, document: reportingGrid(periods, printed, printing) };
}

function gridAsked({ host, db, ledger }: FormDesk, asked: Parameters<typeof gridOf>[2]) {
  ensure(ledger.ownOffice.kind === 'group', 'wrong_installation');
  return gridOf(db, host.ports.clock.today(), asked);
}

const OVERVIEW: readonly ComparedFigure[] = [
  'participationWithMakeup',
  'coverage',
  'rectificationCompletion',
  'selfInspectionCoverage',
];

/** Form 14. @throws Refusal `wrong_installation` at an office */
export function comparisonForm(desk: FormDesk, asked: Asked<'officeComparison'>): Form {
  const { db, ledger } = desk;
  ensure(ledger.ownOffice.kind === 'group', 'wrong_installation');
  const printing = printingOf(desk, ledger.office, asked.asOf);
  const { offices, groups, total } = figuresByOffice(db, printing.asOf);
  const figures = asked.figures?.filter((id) => id !== 'attendanceRate' && id !== 'talkCoverage') ?? [];
  const shown = figures.length > 0 ? figures : OVERVIEW;
  return {
    printing,
    document: officeComparison([...offices, ...groups], { figures: shown, total }, printing),
  };
}
