import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { nextPaperNumber } from '../../../shared/rules/paper-numbers.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { entryText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { type FilingValues, filingSchema } from './filing-values.ts';
import { type Paper, useLastPaper } from './last-paper.ts';
import { type FilingRow, selfInspectionQueries } from './self-inspection-queries.ts';

type Filed = Parameters<typeof core.selfInspection.file>[0];

/**
 * The entry of a pile of paper: after each form the number goes on by one, and the day stays. Whoever has entered
 * none yet goes on where the round stands; later their own pile counts, as another may lie on the desk beside it.
 */
export function useEntry(round: string, onNext: () => void) {
  const { today } = useIdentity();
  const suggested = useSuggestedNumber(round);
  const { next, remember } = useLastPaper(round);
  const form = useContractForm<FilingValues>({
    schema: filingSchema(),
    defaults: blank(round, { paperNumber: next.paperNumber, filedOn: next.filedOn ?? today }),
    draft: `selfInspection.file ${round}`,
  });
  const { getValues, resetField } = form;
  useEffect(() => {
    if (suggested && !getValues('paperNumber')) resetField('paperNumber', { defaultValue: suggested });
  }, [suggested, getValues, resetField]);
  const who = useRef<FilingValues['who']>(null);
  const save = useWrite((values: Filed) => core.selfInspection.file(values), {
    shownInPlace: true,
    done: (_, { paperNumber = null, declared }) =>
      entryText.saved(paperNumber, who.current?.name ?? '', declarationWords[declared]),
    onDone: (_, { paperNumber = null, filedOn }) => {
      remember({ paperNumber, filedOn });
      form.reset(blank(round, { paperNumber: nextPaperNumber(paperNumber ?? ''), filedOn }));
      form.dropDraft();
      onNext();
    },
  });
  const check = form.handleSubmit((values) => save.mutate(values as Filed));
  return { form, save, submit, enter, startOver, skipTo };

  function submit(): void {
    who.current = form.getValues('who');
    if (!save.isPending) void check();
  }
  function enter({ person, name, unitName }: FilingRow): void {
    form.setValue('who', { name: name ?? '', unitName }, { shouldDirty: true });
    form.setValue('person', person, { shouldDirty: true, shouldValidate: true });
    save.reset();
  }
  /** After a batch: its papers lay in the same pile. */
  function skipTo(paper: Paper): void {
    remember(paper);
    const paperNumber = nextPaperNumber(paper.paperNumber ?? '');
    if (paperNumber) resetField('paperNumber', { defaultValue: paperNumber });
  }
  function startOver(): void {
    form.reset(blank(round, { paperNumber: next.paperNumber ?? suggested, filedOn: next.filedOn ?? today }));
    form.dropDraft();
    save.reset();
  }
}

function useSuggestedNumber(round: string): string | null {
  const enabled = useMay('clerk');
  const { data } = useQuery({ ...selfInspectionQueries.nextPaperNumber(round), enabled });
  return data?.paperNumber ?? null;
}

export type Entry = ReturnType<typeof useEntry>;

function blank(round: string, { paperNumber, filedOn }: Paper): FilingValues {
  return { round, person: null, who: null, paperNumber, filedOn, declared: null, items: [] };
}
