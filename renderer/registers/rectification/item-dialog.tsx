import { Button } from 'antd';
import { useState } from 'react';
import { ITEM_SOURCES } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { formText } from '../../text/form.ts';
import { itemFormText, ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftNote } from '../../ui/draft-note.tsx';
import { ChoiceField, DateField, LongTextField, TextField } from '../../ui/fields.tsx';
import { ConflictNotice, ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { useItemChoices } from './item-choices.ts';
import { fixedFields, type ItemField } from './item-fields.ts';
import { ItemPicker } from './item-picker.tsx';
import type { Item } from './rectification-queries.ts';
import { useItemForm } from './use-item-form.ts';
import { useLatestItem } from './use-latest-item.ts';
import { VersionsCompared } from './versions-compared.tsx';
import { WorkingDays } from './working-days.tsx';

const sources = ITEM_SOURCES.map((value) => ({ value, label: itemSourceWords[value] }));
const text = itemFormText.fields;

interface ItemDialogProps {
  /** Null: a new one. */
  readonly item: Item | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

/** A new draft, or what may still change of an item. */
export function ItemDialog({ item: opened, onClose, onSaved }: ItemDialogProps) {
  // The list behind goes on being asked; the form stays with what it was opened on.
  const [item] = useState(opened);
  const { form, save, submit, startOver } = useItemForm(item, onSaved);
  const { units, categories } = useItemChoices(item);
  const { today } = useIdentity();
  const fixed = item ? fixedFields(item) : [];
  const title = item ? itemFormText.edit(item.number ?? ledgerText.numberless) : itemFormText.create;

  return (
    <Dialog wide title={title} onClose={onClose} onSubmit={() => void submit()} foot={foot()}>
      <DraftNote isDraft={form.isDraft} onDrop={() => startOver(item)} />
      <Refused {...{ item, form, save, submit, startOver }} />
      <p className="secondary">{fixed.length > 0 ? itemFormText.fixedNote : itemFormText.draftNote}</p>
      <div className="form-grid">
        <LongTextField {...field('problem')} required rows={2} />
        <ChoiceField {...field('source')} required choices={sources} />
        <ChoiceField {...field('category')} required choices={categories} allowClear />
        <ChoiceField {...field('unit')} required choices={units} allowClear />
        <div>
          <DateField {...field('dueOn')} required />
          {!fixed.includes('dueOn') && (
            <WorkingDays
              from={today}
              onDue={(day) => form.setValue('dueOn', day, { shouldDirty: true, shouldValidate: true })}
            />
          )}
        </div>
        <TextField {...field('leader')} required />
        <TextField {...field('owner')} required />
        <LongTextField {...field('measures')} required rows={2} />
        <ItemPicker {...field('repeats')} state="closed" hint={itemFormText.repeatsHint} own={item?.id} />
      </div>
    </Dialog>
  );

  function field<Name extends ItemField>(name: Name) {
    return { control: form.control, name, label: text[name], disabled: fixed.includes(name) };
  }
  function foot() {
    return (
      <>
        <Button onClick={onClose}>{formText.cancel}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {item && item.state !== 'draft' ? formText.save : itemFormText.saveDraft}
          <Key>Ctrl+Enter</Key>
        </Button>
      </>
    );
  }
}

type RefusedProps = ReturnType<typeof useItemForm> & { readonly item: Item | null };

/** Somebody else was first: both versions side by side until the user has chosen; any other refusal in place. */
function Refused({ item, form, save, submit, startOver }: RefusedProps) {
  const { latest, readAgain } = useLatestItem(item?.id, save.error);
  if (save.error?.code !== 'conflict') return <ErrorNotice refusal={save.error} />;
  return (
    <ConflictNotice
      refusal={save.error}
      changes={latest && <VersionsCompared theirs={latest} mine={form.getValues()} />}
      onSaveMine={() => void saveMine()}
      onDiscardMine={() => void discardMine()}
    />
  );

  async function saveMine(): Promise<void> {
    form.setValue('rev', (await readAgain()).rev);
    await submit();
  }
  async function discardMine(): Promise<void> {
    startOver(await readAgain());
    save.reset();
  }
}
