import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { supporting } from '../../../shared/contract/supporting.ts';
import { nextPaperNumber } from '../../../shared/rules/paper-numbers.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { talksText as text } from '../../text/talks-page.ts';
import { DraftNote } from '../../ui/draft-note.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { type Focusable, PersonField } from './person-field.tsx';
import { type TalkValues, talkInput } from './talk-values.ts';

interface TalkEntryProps {
  /** Chosen in the list of those who were not talked with yet. */
  readonly picked: { readonly person: string } | null;
}

/** One line for one talk; day and talker stay for the next, whose number follows. */
export function TalkEntry({ picked }: TalkEntryProps) {
  const { today } = useIdentity();
  const line = useRef<HTMLElement>(null);
  const box = useRef<Focusable>(null);
  const empty: TalkValues = { on: today, person: null, by: null, recordNumber: null };
  const form = useContractForm<TalkValues>({
    schema: inputOf(supporting.addTalk),
    defaults: empty,
    draft: 'supporting.addTalk',
  });
  const add = useWrite((values: TalkValues) => core.supporting.addTalk(talkInput(values)), {
    shownInPlace: true,
    done: () => text.saved,
    onDone: (_, values) => prepareNext(values),
  });
  const submit = form.handleSubmit((values) => add.mutate(values));
  useShortcuts({ 'ctrl+enter': () => void submit(), 'ctrl+n': () => box.current?.focus() });
  const { setValue } = form;
  useEffect(() => {
    if (!picked) return;
    setValue('person', picked.person, { shouldDirty: true });
    focusNumber(line.current);
  }, [picked, setValue]);
  const { control } = form;
  return (
    <section
      className="panel supporting-entry"
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
      <div className="supporting-line">
        <DateField {...{ control }} name="on" label={text.on} required />
        <PersonField {...{ control, box }} onChosen={() => focusNumber(line.current)} />
        <TextField {...{ control }} name="recordNumber" label={text.recordNumber} required />
        <TextField {...{ control }} name="by" label={text.by} required />
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

  function prepareNext({ on, by, recordNumber }: TalkValues): void {
    form.reset({ on, by, person: null, recordNumber: nextPaperNumber(recordNumber ?? '') });
    form.dropDraft();
    box.current?.focus();
  }

  function startOver(): void {
    form.reset(empty);
    form.dropDraft();
  }
}

function focusNumber(line: HTMLElement | null): void {
  line?.querySelector<HTMLInputElement>('input.ant-input')?.focus();
}
