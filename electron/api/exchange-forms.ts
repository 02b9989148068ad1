import type { FormAsked } from '../../shared/contract/forms.ts';
import { ensure } from '../../shared/vocabulary/refusal.ts';
import { type SentLine, sentForForm } from '../exchange/bundle-ledger-sql.ts';
import { enteredCode } from '../exchange/receipts.ts';
import { exchangeRegister, exchangeSubject, type PrintedExchange } from '../forms/exchange-register.ts';
import { type Form, type FormDesk, printingOf } from './form-printing.ts';
import { officeAsked } from './office-asked.ts';

type Asked = Extract<FormAsked, { form: 'exchangeRegister' }>;

/** Form 11: what was sealed in a span of days, or one number. @throws Refusal `not_found` */
export function exchangeForm(desk: FormDesk, asked: Asked): Form {
  const { db, ledger } = desk;
  const party = asked.party === undefined ? undefined : officeAsked(db, ledger.office, asked.party);
  const { epoch, sequence, from, until } = asked;
  const lines = sentForForm(db, { party, epoch, sequence, from, until });
  const single = sequence !== undefined;
  ensure(!single || lines.length > 0, 'not_found', { register: 'sent_bundle' });
  // one number to two parties, or in two epochs, is a list
  const range = { from: from ?? null, until: until ?? null, single: single && lines.length === 1 };
  const printing = printingOf(desk, ledger.office, undefined);
  const subject = single ? { subject: exchangeSubject(sequence) } : {};
  return { printing, document: exchangeRegister(lines.map(printed), range, printing), ...subject };
}

function printed(line: SentLine): PrintedExchange {
  const { sequence, epoch, kind, hash, bytes, medium } = line;
  return {
    ...{ sequence, epoch, kind, hash, bytes, medium },
    full: line.full === 1,
    recipient: line.party_name,
    fileName: line.file_name,
    sealedOn: line.sealed_on,
    sealedBy: line.sealed_by,
    writtenOn: line.written_on,
    deliveredOn: line.delivered_on,
    receipt: enteredCode(line),
    acknowledgedOn: line.acknowledged_on,
    namesReason: line.names_reason,
  };
}
