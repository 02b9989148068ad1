import type { Actor } from '../../../electron/registers/actor.ts';
import {
  file,
  filings,
  moveFiling,
} from '../../../electron/registers/self-inspection/self-inspection-register.ts';
import { calendarDate } from '../../../shared/vocabulary/dates.ts';
import type { AccountRole } from '../../../shared/vocabulary/words.ts';
import { type FilingOffice, TODAY } from './filing-office.ts';

/** What happens in the books while the page looks at them. */

/** Somebody's filing is approved by the reviewer elsewhere. */
export function approveMeanwhile(office: FilingOffice, name: string): void {
  const { id, rev } = rowOf(office, name);
  const actor = reviewerAs(office, 'reviewer');
  office.host.ledger!.write(actor.account, 'selfInspection.moveFiling', (write) =>
    moveFiling(write, actor, { id: id!, rev: rev!, move: 'approve' }),
  );
}

/** A form that the account entered which now reviews. */
export function fileAsReviewer(office: FilingOffice, name: string): void {
  const { person } = rowOf(office, name);
  const actor = reviewerAs(office, 'clerk');
  const form = { paperNumber: null, declared: 'noProblem', items: [], filedOn: calendarDate(TODAY) } as const;
  office.host.ledger!.write(actor.account, 'selfInspection.file', (write) =>
    file(write, actor, { round: office.round, person, ...form, items: [] }),
  );
}

function rowOf({ host, round }: FilingOffice, name: string) {
  const ledger = host.ledger!;
  const asked = { round, search: name, offset: 0, limit: 1 };
  return ledger.read((db) => filings(db, ledger.office, asked, calendarDate(TODAY)).filings)[0]!;
}

function reviewerAs({ host }: FilingOffice, role: AccountRole): Actor {
  const pk = host.ledger!.read((db) =>
    db.get<{ pk: number }>("SELECT pk FROM account WHERE name = 'reviewer'"),
  )!.pk;
  return { account: pk, roles: [role], singleAccount: false };
}
