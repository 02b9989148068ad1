import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DefaultValues, FieldValues } from 'react-hook-form';
import type { z } from 'zod';
import type { CalendarDate } from '../../../shared/vocabulary/dates.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { changeText } from '../../text/campaign-page.ts';
import { type Campaign, type Changes, campaignQueries } from './campaign-queries.ts';

/** Why and from when, beside whatever a form changes. */
export interface Grounds extends FieldValues {
  reason: string | null;
  effectiveOn: CalendarDate | null;
}

export const NO_GROUNDS: Grounds = { reason: null, effectiveOn: null };

interface ChangeOptions<Values extends Grounds> {
  readonly campaign: Campaign;
  readonly schema: z.ZodType;
  readonly defaults: DefaultValues<Values>;
  /** Null: nothing that is typed is kept. */
  readonly draft: string | null;
  /** The parts as they are sent; told the campaign as it is then, for what is changed within a part. */
  readonly changes: (values: Values, campaign: Campaign) => Changes;
  readonly onClose: () => void;
}

/** One form that makes the campaign's next version. */
export function useChange<Values extends Grounds>(options: ChangeOptions<Values>) {
  // The version that the user decided on, whatever the room behind reads meanwhile.
  const [campaign] = useState(options.campaign);
  const client = useQueryClient();
  const form = useContractForm<Values>(options);
  const close = () => {
    form.dropDraft();
    options.onClose();
  };
  const save = useWrite(
    ({ values, on }: { readonly values: Values; readonly on: Campaign }) => {
      const { reason, effectiveOn } = values;
      return core.campaign.change({ rev: on.rev, reason, effectiveOn, ...options.changes(values, on) });
    },
    { shownInPlace: true, done: ({ version }) => changeText.done(version), onDone: close },
  );
  const submitOn = (on: Campaign) => form.handleSubmit((values) => save.mutate({ values, on }))();
  return {
    form,
    save,
    last: campaign.effectiveOn,
    submit: () => void submitOn(campaign),
    /** What was typed is kept for the next time. */
    cancel: options.onClose,
    discard: close,
    startOver: () => {
      form.reset(options.defaults as Values);
      form.dropDraft();
    },
    saveMine: async () => {
      await submitOn(await client.fetchQuery({ ...campaignQueries.current, staleTime: 0 }));
    },
  };
}

export type Change<Values extends Grounds> = ReturnType<typeof useChange<Values>>;
