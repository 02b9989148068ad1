import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { contract } from '../../../shared/contract/index.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { seriesText, sessionText } from '../../text/study-page.ts';
import type { Series } from './series-fields.tsx';
import {
  emptySession,
  fieldsOf,
  inputFrom,
  rebasedOn,
  type SessionValues,
  sessionValues,
} from './session-fields.ts';
import { type Session, studyQueries } from './study-queries.ts';

const contractInput = inputOf(contract.study.createSession);

/** The dialog holds venues as one line and who is expected as units; the contract checks what becomes of them. */
const schema = sessionValues.superRefine((values, context) => {
  for (const issue of contractInput.safeParse(inputFrom(values)).error?.issues ?? [])
    context.addIssue({ ...issue, path: issue.path.slice(0, 1) } as Parameters<typeof context.addIssue>[0]);
});

interface SessionFormOptions {
  /** Null: a new one. */
  readonly session: Session | null;
  /** The campaign's phase of today, for a new one. */
  readonly phase: string | null;
  /** Of a new one: the same every few weeks. */
  readonly series: Series | null;
  readonly onSaved: (id: string) => void;
}

/** A session's form: kept as a draft, saved upon the version that it was opened with. */
export function useSessionForm({ session, phase, series, onSaved }: SessionFormOptions) {
  const client = useQueryClient();
  // The page behind goes on asking; what is compared and guarded is the version the user began with.
  const [opened, setOpened] = useState(session);
  const values = opened ? fieldsOf(opened) : emptySession(phase);
  const form = useContractForm<SessionValues>({
    schema,
    defaults: values,
    draft: `session ${session?.id ?? 'new'}`,
  });
  const save = useWrite(
    ({ typed, upon }: { readonly typed: SessionValues; readonly upon: Session | null }) =>
      upon
        ? core.study.updateSession({ ...inputFrom(typed), id: upon.id, rev: upon.rev })
        : series
          ? createSeries(typed, series)
          : core.study.createSession(inputFrom(typed)),
    {
      shownInPlace: true,
      done: () =>
        session ? sessionText.saved : series ? seriesText.created(series.times) : sessionText.created,
      onDone: ({ id }) => {
        form.dropDraft();
        onSaved(id);
      },
    },
  );

  return {
    form,
    save,
    submit: form.handleSubmit((typed) => save.mutate({ typed, upon: opened })),
    startOver,
    saveMine,
  };

  /** The text is given up for a version of the core's. */
  function startOver(upon: Session | null = opened): void {
    setOpened(upon);
    form.dropDraft();
    form.reset(upon ? fieldsOf(upon) : emptySession(phase));
    save.reset();
  }

  async function saveMine(): Promise<void> {
    if (!session) return;
    const theirs = await client.fetchQuery({ ...studyQueries.session(session.id), staleTime: 0 });
    const mine = rebasedOn(fieldsOf(theirs), form.getValues(), values);
    form.reset(mine, { keepDefaultValues: true });
    setOpened(theirs);
    await form.handleSubmit((typed) => save.mutate({ typed, upon: theirs }))();
  }
}

/** @returns the first of them, so that it can be opened */
async function createSeries(typed: SessionValues, { every, times }: Series) {
  const { ids, rev } = await core.study.createSeries({
    session: inputFrom(typed),
    every,
    times,
    suffix: seriesText.suffix,
  });
  return { id: ids[0] ?? '', rev };
}
