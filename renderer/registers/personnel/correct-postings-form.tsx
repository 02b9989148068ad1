import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { contract } from '../../../shared/contract/index.ts';
import type { PostingStatus } from '../../../shared/vocabulary/words.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { correctionText, peopleText, personText } from '../../text/personnel-page.ts';
import { ChoiceField, DateField, LongTextField } from '../../ui/fields.tsx';
import { statusChoices, unitChoices } from './choices.ts';
import { FormDialog } from './form-dialog.tsx';
import { PersonRefusal } from './person-refusal.tsx';
import { type PersonCard, personnelQueries } from './personnel-queries.ts';
import { firstDayAfter, lastDayOf, postingFaults } from './postings.ts';

/** As a person reads it: with the last day of each posting. */
interface Correction {
  readonly id: string;
  readonly rev: number;
  readonly reason: string;
  readonly postings: readonly {
    readonly unit: string;
    readonly status: PostingStatus;
    readonly from: string;
    readonly last: string | null;
  }[];
}

const { shape } = inputOf(contract.personnel.correctPostings) as z.ZodObject<{
  id: z.ZodType;
  rev: z.ZodType;
  reason: z.ZodType;
  postings: z.ZodArray<
    z.ZodObject<{ unit: z.ZodType; status: z.ZodType; from: z.ZodType; until: z.ZodType }>
  >;
}>;
const { unit, status, from, until } = shape.postings.element.shape;
/** The contract's own, but for the name of the day that is written otherwise here. */
const schema = z.object({
  id: shape.id,
  rev: shape.rev,
  reason: shape.reason,
  postings: z
    .array(z.object({ unit, status, from, last: until }))
    .min(1)
    .max(200),
});

interface CorrectPostingsFormProps {
  readonly person: PersonCard;
  readonly onClose: () => void;
}

/** The whole series as it should have been; a transfer that happens now is registered as one, with its day. */
export function CorrectPostingsForm({ person, onClose }: CorrectPostingsFormProps) {
  const defaults = correctionOf(person);
  const form = useContractForm<Correction>({ schema, defaults, draft: `postings ${person.id}` });
  const name = person.name ?? peopleText.nameless;
  const write = useWrite(
    (correction: Correction) => core.personnel.correctPostings(inputOfCorrection(correction)),
    {
      shownInPlace: true,
      done: () => correctionText.done(name),
      onDone: () => {
        form.dropDraft();
        onClose();
      },
    },
  );
  return (
    <FormDialog
      title={correctionText.title(name)}
      wide
      form={form}
      write={write}
      defaults={defaults}
      refusal={
        <PersonRefusal
          refusal={write.error}
          id={person.id}
          onSaveMine={({ rev }) => {
            form.setValue('rev', rev);
            void form.handleSubmit((values) => write.mutate(values))();
          }}
          onDiscardMine={() => {
            form.dropDraft();
            onClose();
          }}
        />
      }
      onClose={onClose}
    >
      <p className="secondary">{correctionText.note}</p>
      <PostingRows form={form} />
      <LongTextField
        control={form.control}
        name="reason"
        label={correctionText.reason}
        hint={correctionText.reasonHint}
        rows={2}
        required
      />
    </FormDialog>
  );
}

function PostingRows({ form }: { readonly form: ReturnType<typeof useContractForm<Correction>> }) {
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'postings' as never });
  const units = useQuery(personnelQueries.units());
  const series = form.watch('postings');
  const faults = postingFaults(series);
  return (
    <>
      <ul className="postings-editor">
        {fields.map(({ id }, at) => (
          <li key={id}>
            <ChoiceField
              control={control}
              name={`postings.${at}.unit`}
              label={personText.unit}
              choices={unitChoices(units.data ?? [])}
              placeholder={formText.notChosen}
            />
            <ChoiceField
              control={control}
              name={`postings.${at}.status`}
              label={personText.status}
              choices={statusChoices}
            />
            <DateField control={control} name={`postings.${at}.from`} label={personText.from} />
            <DateField control={control} name={`postings.${at}.last`} label={correctionText.last} />
            <button
              type="button"
              className="link-button"
              disabled={fields.length === 1}
              aria-label={correctionText.removeRow(at + 1)}
              onClick={() => remove(at)}
            >
              {correctionText.remove}
            </button>
          </li>
        ))}
      </ul>
      {faults.length > 0 && (
        <div className="notice danger" role="alert">
          {faults.map((fault) => (
            <p key={fault.at}>{correctionText.fault(fault)}</p>
          ))}
        </div>
      )}
      <div>
        <Button size="small" onClick={() => append(nextRow(series) as never)}>
          {correctionText.add}
        </Button>
      </div>
    </>
  );
}

function nextRow(series: Correction['postings']) {
  const last = series.at(-1);
  return {
    unit: last?.unit,
    status: 'onDuty',
    from: last?.last ? firstDayAfter(last.last) : null,
    last: null,
  };
}

function correctionOf({ id, rev, postings }: PersonCard): Correction {
  return {
    id,
    rev,
    reason: '',
    postings: postings.map(({ unit, status, from, until }) => ({
      unit,
      status,
      from,
      last: until === null ? null : lastDayOf(until),
    })),
  };
}

function inputOfCorrection({ postings, ...correction }: Correction) {
  return {
    ...correction,
    postings: postings.map(({ last, ...posting }) => ({
      ...posting,
      until: last === null ? null : firstDayAfter(last),
    })),
  };
}
