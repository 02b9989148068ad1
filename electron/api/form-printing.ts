import type { FormDocument } from '../../shared/contract/forms.ts';
import { allParties } from '../exchange/parties.ts';
import type { Printing } from '../forms/form-document.ts';
import type { CategoryNames } from '../forms/item-words.ts';
import { campaignOffice, currentCampaign, hasCampaign } from '../registers/campaign/campaign-register.ts';
import type { Readable } from '../store/handles.ts';
import type { OpenLedger } from '../store/ledger-store.ts';
import type { Host } from './host.ts';
import { openLedgerOf } from './procedures.ts';

/** A form as it was asked for. */
export interface Form {
  readonly document: FormDocument;
  readonly printing: Printing;
  /** What tells two forms of one office and day apart. */
  readonly subject?: string;
}

/** Who asks for a form: of whose data, at which installation. */
export interface FormDesk {
  readonly host: Host;
  readonly db: Readable;
  readonly ledger: OpenLedger;
}

export function printingOf(
  { host, db, ledger }: FormDesk,
  office: number,
  asOf: Printing['asOf'] | undefined,
): Printing {
  const { ownOffice, office: own } = ledger;
  const party = office === own ? undefined : allParties(db).find(({ pk }) => pk === office);
  const today = host.ports.clock.today();
  return {
    office: party?.keys.name ?? ownOffice.name,
    installation: { name: ownOffice.name, role: ownOffice.kind },
    demo: ownOffice.demo,
    asOf: asOf ?? today,
    today,
  };
}

export function formDesk(host: Host, db: Readable): FormDesk {
  return { host, db, ledger: openLedgerOf(host) };
}

/** Whether the rows of an office are those of this installation, written by its own hands. */
export function isOwn({ ledger }: FormDesk, office: number): boolean {
  return ledger.ownOffice.kind === 'office' && office === ledger.office;
}

/** By the office's own campaign where it has arrived, else ours; a category of another one keeps what the row says. */
export function categoryNames({ db, ledger }: FormDesk, office: number): CategoryNames {
  const of = campaignOffice(db, ledger.office, office);
  const lists = hasCampaign(db, of) ? currentCampaign(db, of).content.categoryLists : [];
  const names = new Map(lists.flatMap((list) => list.categories.map(({ id, name }) => [id, name])));
  return (id) => (id === null ? null : (names.get(id) ?? id));
}
