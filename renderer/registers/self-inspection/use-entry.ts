import { useRef } from 'react';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { type FilingValues, filingSchema } from './filing-values.ts';
import { type Paper, useLastPaper } from './last-paper.ts';
import { nextPaperNumber } from './paper-number.ts';
import type { FilingRow } from './self-inspection-queries.ts';

type Filed = Parameters<typeof core.selfInspection.file>[0];

/** The entry of a pile of paper: after each form the number goes on by one, and the day stays. */
export function useEntry(round: string, onNext: () => void) {
  const { today } = useIdentity();
  const { next, remember } = useLastPaper(round);
  const form = useContractForm<FilingValues>({
    schema: filingSchema(),
    defaults: blank(round, { paperNumber: next.paperNumber, filedOn: next.filedOn ?? today }),
    draft: `selfInspection.file ${round}`,
  });
  const who = useRef<FilingValues['who']>(null);
  const save = useWrite((values: Filed) => core.selfInspection.file(values), {
    shownInPlace: true,
    done: (_, { paperNumber = null, declared }) =>
      entryText.saved(paperNumber, who.current?.name ?? '', declarationWords[declared]),
    onDone: (_, { paperNumber = null, filedOn }) => {
      remember({ paperNumber, filedOn });
      form.reset(blank(round, { paperNumber: nextPaperNumber(paperNumber), filedOn }));
      form.dropDraft();
      onNext();
    },
  });
  const check = form.handleSubmit((values) => save.mutate(values as Filed));
  return { form, save, submit, enter, startOver };

  function submit(): void {
    who.current = form.getValues('who');
    if (!save.isPending) void check();
  }
  function enter({ person, name, unitName }: FilingRow): void {
    form.setValue('who', { name: name ?? '', unitName }, { shouldDirty: true });
    form.setValue('person', person, { shouldDirty: true, shouldValidate: true });
    save.reset();
  }
  function startOver(): void {
    form.reset(blank(round, { paperNumber: next.paperNumber, filedOn: next.filedOn ?? today }));
    form.dropDraft();
    save.reset();
  }
}

export type Entry = ReturnType<typeof useEntry>;

function blank(round: string, { paperNumber, filedOn }: Paper): FilingValues {
  return { round, person: null, who: null, paperNumber, filedOn, declared: null, items: [] };
}
