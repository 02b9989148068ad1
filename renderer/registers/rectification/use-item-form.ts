import { rectification } from '../../../shared/contract/rectification.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { itemFormText } from '../../text/rectification-page.ts';
import { fieldsOf, type ItemFields } from './item-fields.ts';
import type { Item } from './rectification-queries.ts';

/** `rev` stands with the text: a draft found again still knows on which version it was written. */
type Values = ItemFields & { readonly id?: string; readonly rev?: number };

const NEW: Values = {
  source: 'officeInspection',
  category: null,
  problem: '',
  measures: null,
  unit: null,
  leader: null,
  owner: null,
  dueOn: null,
  repeats: null,
};

export function useItemForm(item: Item | null, onSaved: (id: string) => void) {
  const form = useContractForm<Values>({
    schema: inputOf(item ? rectification.updateItem : rectification.draftItem),
    defaults: valuesOf(item),
    draft: item ? `rectification.updateItem ${item.id}` : 'rectification.draftItem',
  });
  const save = useWrite(saveItem, {
    shownInPlace: true,
    done: () => (item ? itemFormText.updated : itemFormText.created),
    onDone: ({ id }) => {
      form.dropDraft();
      onSaved(id);
    },
  });
  return { form, save, submit: form.handleSubmit((values) => save.mutate(values)), startOver };

  /** Gives up what was typed for what the core has. */
  function startOver(from: Item | null): void {
    form.reset(valuesOf(from));
    form.dropDraft();
  }
}

function saveItem({ id, rev, ...fields }: Values) {
  if (id === undefined || rev === undefined) return core.rectification.draftItem(fields);
  return core.rectification.updateItem({ id, rev, ...fields });
}

function valuesOf(item: Item | null): Values {
  return item ? { ...fieldsOf(item), id: item.id, rev: item.rev } : NEW;
}
