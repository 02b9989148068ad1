import { Button } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import type { Declaration } from '../../../shared/vocabulary/words.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { LockSign } from '../../ui/signs.tsx';
import { BatchEntryDialog } from './batch-entry-dialog.tsx';
import { DeclarationChoice } from './declaration-choice.tsx';
import { BLANK_ITEM, type FilingControl } from './filing-values.ts';
import { ItemRows } from './item-rows.tsx';
import { type Focusable, PersonChoice } from './person-choice.tsx';
import type { FilingRow } from './self-inspection-queries.ts';
import type { Entry } from './use-entry.ts';

interface EntryPanelProps {
  readonly round: string;
  /** The unit that the room shows. */
  readonly unit: string | undefined;
  readonly entry: Entry;
  /** The field to which the focus goes for the next form. */
  readonly whoBox: RefObject<Focusable | null>;
}

/** One line for one paper form: number, who, day, declaration; then its items, if there are any. */
export function EntryPanel({ round, unit, entry, whoBox }: EntryPanelProps) {
  const { form, save, submit, enter, startOver } = entry;
  const { control } = form;
  const panel = useRef<HTMLElement>(null);
  const declared = useWatch({ control, name: 'declared' });
  const hasItems = declared === 'hasProblem';
  const [isBatching, setBatching] = useState(false);
  const focusesItem = useRef(false);
  useEffect(() => {
    if (!focusesItem.current || !hasItems) return;
    focusesItem.current = false;
    panel.current?.querySelector<HTMLElement>('.self-inspection-item input')?.focus();
  });
  useShortcuts({ 'ctrl+enter': submit });
  return (
    <section className="self-inspection-entry" aria-label={entryText.title} ref={panel}>
      <header className="panel-title">
        <h2>{entryText.title}</h2>
        <span className="secondary">{entryText.note}</span>
        <span className="extra">
          <button type="button" className="link-button" onClick={() => setBatching(true)}>
            {entryText.batch}
          </button>
        </span>
      </header>
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <ErrorNotice refusal={save.error} />
      <div className="self-inspection-line">
        <TextField control={control} name="paperNumber" label={entryText.paperNumber} />
        <PersonChoice control={control} round={round} box={whoBox} onChosen={choosePerson} />
        <UnitShown control={control} />
        <DateField control={control} name="filedOn" label={entryText.filedOn} required />
        <DeclarationChoice control={control} onChosen={prepareItems} />
      </div>
      {isBatching && (
        <BatchEntryDialog
          {...{ round, unit }}
          first={{ paperNumber: form.getValues('paperNumber'), filedOn: form.getValues('filedOn') }}
          onClose={() => setBatching(false)}
          onSaved={(last) => {
            setBatching(false);
            entry.skipTo(last);
          }}
        />
      )}
      {hasItems && <ItemRows control={control} name="self-inspection-entry" hasKey />}
      <footer className="self-inspection-entry-foot">
        {hasItems && (
          <>
            <span className="self-inspection-seal">
              <LockSign /> {entryText.sealed}
            </span>
            <span className="secondary">{entryText.sealedNote}</span>
          </>
        )}
        <Button type="primary" onClick={submit} loading={save.isPending}>
          {entryText.save}
          <Key>Ctrl+Enter</Key>
        </Button>
      </footer>
    </section>
  );

  function choosePerson(row: FilingRow): void {
    enter(row);
    panel.current?.querySelector<HTMLElement>('input[type="radio"]')?.focus();
  }

  function prepareItems(next: Declaration): void {
    if (next !== 'hasProblem') return;
    if (form.getValues('items').length === 0) form.setValue('items', [BLANK_ITEM], { shouldDirty: true });
    focusesItem.current = true;
  }
}

function UnitShown({ control }: { readonly control: FilingControl }) {
  const who = useWatch({ control, name: 'who' });
  return (
    <div className="field">
      <span className="label">{entryText.unit}</span>
      <output className="self-inspection-unit" aria-label={entryText.unit} title={who?.unitName}>
        {who?.unitName ?? '—'}
      </output>
    </div>
  );
}
