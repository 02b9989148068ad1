import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { selfInspection } from '../../../shared/contract/self-inspection.ts';
import { inputOf, useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { reviewManyText as text } from '../../text/self-inspection-batches.ts';
import { returnText, unitsText } from '../../text/self-inspection-page.ts';
import { declarationWords } from '../../text/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { useBatchChoice } from './batch-choice.ts';
import { BatchRows } from './batch-rows.tsx';
import type { ManyMove } from './chosen-filings.ts';
import type { FilingRow } from './self-inspection-queries.ts';

interface ReviewManyDialogProps {
  readonly rows: readonly FilingRow[];
  readonly move: ManyMove;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Values {
  readonly reason: string | null;
}

type Moved = Parameters<typeof core.selfInspection.moveFilings>[0];

const asked = inputOf(selfInspection.moveFilings) as z.ZodObject;
const SCHEMAS: Readonly<Record<ManyMove, z.ZodType>> = {
  approve: asked.pick({}),
  return: asked.pick({ reason: true }).required(),
  archive: asked.pick({}),
};

/** One move for many filings: all make it, or none and each line says why. */
export function ReviewManyDialog({ rows: opened, move, onClose, onDone }: ReviewManyDialogProps) {
  // As they were decided on: one that somebody changes meanwhile stays, with why it was refused.
  const [rows] = useState(opened);
  const choice = useBatchChoice();
  const form = useContractForm<Values>({
    schema: SCHEMAS[move],
    defaults: { reason: null },
    draft: null,
  });
  const chosen = rows.filter(({ person }) => choice.isChosen(person));
  const make = useWrite((step: Moved) => core.selfInspection.moveFilings(step), {
    shownInPlace: true,
    done: ({ applied, done }) => (applied ? text.done(move, done.length) : null),
    onDone: ({ applied, refused }, { filings }) => {
      if (applied) onDone();
      else choice.refuse(filings.map(personOf), refused);
    },
  });
  const isReady = chosen.length > 0 && !make.isPending;
  return (
    <Dialog
      wide
      title={text.title(move)}
      onClose={onClose}
      onSubmit={() => isReady && void form.handleSubmit(write)()}
      foot={
        <>
          <Button onClick={onClose}>{formText.cancel}</Button>
          <Button type="primary" htmlType="submit" disabled={!isReady} loading={make.isPending}>
            {chosen.length > 0 ? text.confirm(move, chosen.length) : text.nothing} <Key>Ctrl+Enter</Key>
          </Button>
        </>
      }
    >
      <p className="notice warn">{text.beforehand[move]}</p>
      <ErrorNotice refusal={make.error} />
      {move === 'return' && (
        <LongTextField control={form.control} name="reason" label={returnText.reason} required autoFocus />
      )}
      <BatchRows
        label={text.rows}
        detail={text.declared}
        rows={rows.map((row) => ({
          key: row.person,
          name: row.name ?? unitsText.nameless,
          detail: saidOf(row),
        }))}
        choice={choice}
      />
    </Dialog>
  );

  function personOf({ id }: Moved['filings'][number]): string {
    return rows.find((row) => row.id === id)?.person ?? '';
  }
  function write({ reason }: Values): void {
    const filings = chosen.flatMap(({ id, rev }) => (id !== null && rev !== null ? [{ id, rev }] : []));
    make.mutate({ filings, move, ...(reason && { reason }) });
  }
}

function saidOf({ unitName, paperNumber, declared, items }: FilingRow): string {
  return text.said(unitName, paperNumber, declared ? declarationWords[declared] : '', items);
}
