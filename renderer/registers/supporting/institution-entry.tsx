import { Button } from 'antd';
import { type KeyboardEvent, useRef } from 'react';
import { supporting } from '../../../shared/contract/supporting.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { institutionsText as text } from '../../text/institutions-page.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { InstitutionFields } from './institution-fields.tsx';
import { type InstitutionValues, institutionInput } from './institution-values.ts';

/** One line for one institution; kind, day and unit stay for the next. */
export function InstitutionEntry() {
  const { today } = useIdentity();
  const line = useRef<HTMLElement>(null);
  const empty: InstitutionValues = {
    kind: 'created',
    title: null,
    documentNumber: null,
    on: today,
    unit: null,
  };
  const form = useContractForm<InstitutionValues>({
    schema: inputOf(supporting.addInstitution),
    defaults: empty,
    draft: 'supporting.addInstitution',
  });
  const add = useWrite(
    (values: InstitutionValues) => core.supporting.addInstitution(institutionInput(values)),
    {
      shownInPlace: true,
      done: () => text.saved,
      onDone: (_, values) => prepareNext(values),
    },
  );
  const submit = form.handleSubmit((values) => add.mutate(values));
  useShortcuts({ 'ctrl+enter': () => void submit(), 'ctrl+n': () => focusTitle(line.current) });
  return (
    <section
      className="panel institutions-entry"
      aria-label={text.entry}
      ref={line}
      onKeyDown={(event) => submitByEnter(event)}
    >
      <header className="panel-title">
        <h2>{text.entry}</h2>
        <span className="secondary">{text.entryNote}</span>
      </header>
      <DraftNote isDraft={form.isDraft} onDrop={startOver} />
      <ErrorNotice refusal={add.error} />
      <div className="institutions-line">
        <InstitutionFields control={form.control} />
        <Button type="primary" onClick={() => void submit()} loading={add.isPending}>
          {text.save}
          <Key>Ctrl+Enter</Key>
        </Button>
      </div>
    </section>
  );

  function submitByEnter(event: KeyboardEvent<HTMLElement>): void {
    const isText = event.target instanceof HTMLInputElement && event.target.matches('.ant-input');
    if (event.key !== 'Enter' || event.ctrlKey || !isText || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    void submit();
  }

  function prepareNext({ kind, on, unit }: InstitutionValues): void {
    form.reset({ kind, on, unit, title: null, documentNumber: null });
    form.dropDraft();
    focusTitle(line.current);
  }

  function startOver(): void {
    form.reset(empty);
    form.dropDraft();
  }
}

function focusTitle(line: HTMLElement | null): void {
  line?.querySelector<HTMLInputElement>('input.ant-input')?.focus();
}
