import { Button } from 'antd';
import { useState } from 'react';
import { supporting } from '../../../shared/contract/supporting.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { institutionsText as text } from '../../text/institutions-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { InstitutionFields } from './institution-fields.tsx';
import { type InstitutionValues, institutionInput, valuesOf } from './institution-values.ts';
import type { Institution } from './supporting-queries.ts';

interface InstitutionDialogProps {
  readonly institution: Institution;
  readonly onClose: () => void;
}

/** An institution that was written down wrongly. */
export function InstitutionDialog({ institution: opened, onClose }: InstitutionDialogProps) {
  const [institution] = useState(opened);
  const { id, rev } = institution;
  const form = useContractForm<InstitutionValues>({
    schema: inputOf(supporting.addInstitution),
    defaults: valuesOf(institution),
    draft: null,
  });
  const save = useWrite(
    (values: InstitutionValues) =>
      core.supporting.updateInstitution({ id, rev, ...institutionInput(values) }),
    { shownInPlace: true, done: () => text.updated, onDone: onClose },
  );
  const submit = form.handleSubmit((values) => save.mutate(values));
  return (
    <Dialog
      title={text.editTitle}
      onClose={onClose}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {formText.save}
            <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <ErrorNotice refusal={save.error} />
      <div className="form-grid">
        <InstitutionFields control={form.control} />
      </div>
    </Dialog>
  );
}
