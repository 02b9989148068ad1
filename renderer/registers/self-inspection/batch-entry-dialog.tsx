import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { batchEntryText as text } from '../../text/self-inspection-batches.ts';
import { filingsText, unitsText } from '../../text/self-inspection-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { useBatchChoice } from './batch-choice.ts';
import { numbersFrom } from './batch-plan.ts';
import { BatchRows } from './batch-rows.tsx';
import { paperSchema } from './filing-values.ts';
import type { Paper } from './last-paper.ts';
import { MOST_AT_ONCE, selfInspectionQueries } from './self-inspection-queries.ts';

interface BatchEntryDialogProps {
  readonly round: string;
  /** The unit that the room shows. */
  readonly unit: string | undefined;
  /** What stands in the entry line. */
  readonly first: Paper;
  readonly onClose: () => void;
  /** @param last the batch's last paper */
  readonly onSaved: (last: Paper) => void;
}

type Batch = Parameters<typeof core.selfInspection.fileMany>[0];

/** A unit's pile of forms that all declare no problem, entered in one step. */
export function BatchEntryDialog({ round, unit: shown, first, onClose, onSaved }: BatchEntryDialogProps) {
  const units = useQuery(selfInspectionQueries.coverage(round)).data?.units.filter(
    ({ sums }) => sums.due > 0,
  );
  const [asked, setAsked] = useState(shown);
  const unit = units?.find((one) => one.unit === asked) ?? units?.[0];
  const { data } = useQuery({
    ...selfInspectionQueries.dueOf(round, unit?.unit ?? ''),
    enabled: unit !== undefined,
  });
  const choice = useBatchChoice();
  const form = useContractForm<Paper>({ schema: paperSchema(), defaults: first, draft: null });
  const paperNumber = useWatch({ control: form.control, name: 'paperNumber' })?.trim() || null;
  const people = data?.filings ?? [];
  const chosen = people.filter(({ person }) => choice.isChosen(person));
  const numbers = numbersFrom(paperNumber, chosen.length);
  const save = useWrite((batch: Batch) => core.selfInspection.fileMany(batch), {
    shownInPlace: true,
    done: ({ applied, done }) => (applied ? text.saved(done.length, unit?.unitName ?? '') : null),
    onDone: ({ applied, refused }, { filings }) => {
      if (!applied)
        return choice.refuse(
          filings.map(({ person }) => person),
          refused,
        );
      const last = filings.at(-1);
      onSaved({ paperNumber: last?.paperNumber ?? null, filedOn: last?.filedOn ?? null });
    },
  });
  const isReady = chosen.length > 0 && numbers !== null && !save.isPending;
  return (
    <Dialog
      wide
      title={text.title}
      onClose={onClose}
      onSubmit={() => isReady && void form.handleSubmit(write)()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={save.isPending}>
            {chosen.length > 0 ? text.save(chosen.length) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="secondary">{text.note}</p>
      <ErrorNotice refusal={save.error} />
      <div className="self-inspection-batch-line">
        <div className="field">
          <label htmlFor="self-inspection-batch-unit">{text.unit}</label>
          <Select
            id="self-inspection-batch-unit"
            value={unit?.unit ?? null}
            onChange={(next) => {
              setAsked(next ?? undefined);
              choice.startOver();
            }}
            options={(units ?? []).map((one) => ({
              value: one.unit,
              label: text.unitOf(one.unitName, one.sums.due),
            }))}
            popupMatchSelectWidth={false}
          />
        </div>
        <DateField control={form.control} name="filedOn" label={text.filedOn} required />
        <TextField
          control={form.control}
          name="paperNumber"
          label={text.first}
          hint={numbers === null ? <span className="field-error">{text.uncounted}</span> : text.firstHint}
        />
      </div>
      {people.length === 0 && <p>{units ? text.none : filingsText.loading}</p>}
      {people.length > 0 && (
        <BatchRows
          label={text.people}
          detail={text.number}
          rows={people.map(({ person, name }) => ({
            key: person,
            name: name ?? unitsText.nameless,
            detail: numbers?.[chosen.findIndex((one) => one.person === person)] ?? '—',
          }))}
          choice={choice}
        />
      )}
      {(data?.total ?? 0) > MOST_AT_ONCE && <p className="secondary">{text.more(MOST_AT_ONCE)}</p>}
    </Dialog>
  );

  function write({ filedOn }: Paper): void {
    const filings = chosen.map(({ person }, at) => ({
      person,
      filedOn: filedOn ?? '',
      paperNumber: numbers?.[at] ?? null,
    }));
    save.mutate({ round, filings } as Batch);
  }
}
