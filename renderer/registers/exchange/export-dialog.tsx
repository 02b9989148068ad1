import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useLongWork } from '../../state/long-work.ts';
import { useIdentity } from '../../state/session.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField, ChoiceField, DateField } from '../../ui/fields.tsx';
import { LongWorkNotice } from '../../ui/long-work-notice.tsx';
import { Key } from '../../ui/page.tsx';
import type { Party } from './exchange-queries.ts';
import { SealedBundleReport } from './sealed-bundle.tsx';

interface Fields {
  recipient: string | undefined;
  full: boolean;
  asOf: string;
}

interface ExportDialogProps {
  readonly parties: readonly Party[];
  readonly onClose: () => void;
}

/** What leaves and for whom; then the bundle is made, and written to the stick with its proof. */
export function ExportDialog({ parties, onClose }: ExportDialogProps) {
  const { today, role } = useIdentity();
  const partners = parties.filter(({ kind }) => kind !== role);
  const form = useContractForm<Fields>({
    schema: inputOf(contract.exchange.exportBundle),
    defaults: { recipient: partners[0]?.officeId, full: false, asOf: today },
    draft: null,
  });
  const seal = useLongWork((fields: Fields, signal) => core.exchange.exportBundle(fields, { signal }));
  if (seal.answer) return <SealedBundleReport bundle={seal.answer} onClose={onClose} />;
  return (
    <Dialog
      title={exchangeText.exportTitle}
      onClose={onClose}
      onSubmit={form.handleSubmit(seal.run)}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={seal.isRunning}>
            {exchangeText.make}
            <Key>Enter</Key>
          </Button>
        </>
      }
    >
      <div className="form-grid">
        <ChoiceField
          control={form.control}
          name="recipient"
          label={exchangeText.recipient}
          required
          choices={partners.map(({ officeId, name }) => ({ value: officeId, label: name }))}
        />
        <DateField control={form.control} name="asOf" label={exchangeText.asOf} required />
        <CheckField
          control={form.control}
          name="full"
          label={exchangeText.full}
          hint={exchangeText.incremental}
          whole
        />
      </div>
      <p className="secondary">{exchangeText.leaves}</p>
      <p className="secondary">{exchangeText.noUndo}</p>
      <LongWorkNotice work={seal} />
    </Dialog>
  );
}
