import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { contract } from '../../../shared/contract/index.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { categoriesText as text } from '../../text/categories-page.ts';
import { formText } from '../../text/form.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { administrationQueries, type Campaign } from './administration-queries.ts';

interface DialogOfCampaign {
  /** The campaign's, as the list was read. */
  readonly rev: number;
  readonly onClose: () => void;
}

interface Fields {
  name: string;
  appliesTo: 'unit' | 'all';
}

const schema = contract.campaign.addCategory['~orpc'].inputSchema?.pick({ name: true, appliesTo: true });

export function AddCategoryDialog({ rev, onClose }: DialogOfCampaign) {
  if (!schema) throw new Error('the contract tells no input');
  const readAgain = useReadAgain();
  const form = useContractForm<Fields>({
    schema,
    defaults: { name: '', appliesTo: 'all' },
    draft: null,
  });
  const add = useWrite((fields: Fields) => core.campaign.addCategory({ rev, ...fields }), {
    shownInPlace: true,
    done: (_, { name }) => text.added(name),
    onDone: onClose,
  });
  return (
    <Dialog
      title={text.addTitle}
      onClose={onClose}
      onSubmit={form.handleSubmit((fields) => add.mutate(fields, { onError: readAgain }))}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {formText.save}
          </Button>
        </>
      }
    >
      <TextField
        control={form.control}
        name="name"
        label={text.name}
        hint={text.nameHint}
        required
        autoFocus
      />
      <ChoiceField
        control={form.control}
        name="appliesTo"
        label={text.columns.appliesTo}
        required
        choices={(['all', 'unit'] as const).map((value) => ({ value, label: text.appliesTo[value] }))}
      />
      <ErrorNotice refusal={add.error} />
    </Dialog>
  );
}

interface RetireCategoryDialogProps extends DialogOfCampaign {
  readonly category: Campaign['categories'][number] & { readonly isRetired: boolean };
}

/** Takes a category out of what can be chosen, or lets it in again. */
export function RetireCategoryDialog({ rev, category, onClose }: RetireCategoryDialogProps) {
  const { id, name, isRetired } = category;
  const readAgain = useReadAgain();
  const change = useWrite(() => core.campaign.retireCategory({ rev, category: id, retired: !isRetired }), {
    shownInPlace: true,
    done: () => (isRetired ? text.restoredDone(name) : text.retiredDone(name)),
    onDone: onClose,
  });
  return (
    <Dialog
      title={isRetired ? text.restoreTitle(name) : text.retireTitle(name)}
      onClose={onClose}
      onSubmit={() => change.mutate(undefined, { onError: readAgain })}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {isRetired ? text.restore : text.retire}
          </Button>
        </>
      }
    >
      <p>{isRetired ? text.restoreSays : text.retireSays}</p>
      <ErrorNotice refusal={change.error} />
    </Dialog>
  );
}

/** After somebody else's change the next try goes with the lists as they are now. */
function useReadAgain(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: administrationQueries.campaign.queryKey });
}
