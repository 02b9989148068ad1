import './restore.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { z } from 'zod';
import type { Refusal } from '../../../shared/vocabulary/refusal.ts';
import { useContractForm } from '../../state/contract-form.ts';
import { core } from '../../state/core.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useSession } from '../../state/session.ts';
import { restoreText as text } from '../../text/restore-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LongTextField, TextField } from '../../ui/fields.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { WarningSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { paperNumber } from './paper-number.ts';
import type { Chosen } from './restore-choice.tsx';
import { type Restored, useRestored } from './restored.ts';

interface RestoreRehearsalProps {
  readonly chosen: Chosen;
  readonly told: Restored;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What the backup has and lacks, in counts; it is put in place only with a reason and the office's code typed. */
export function RestoreRehearsal({ chosen, told, onBack, onClose }: RestoreRehearsalProps) {
  const apply = useRestoring();
  const form = useContractForm<{ reason: string; lastNumber: string | null; code: string | null }>({
    schema: z.object({
      reason: z.string().trim().min(1).max(100),
      lastNumber: z
        .string()
        .refine((typed) => paperNumber(typed) !== null)
        .nullable(),
      code: z.literal(told.office.code),
    }),
    defaults: { reason: '', lastNumber: null, code: null },
    draft: null,
  });
  const isConfirmed = form.watch('code') === told.office.code;
  return (
    <Dialog
      title={text.rehearsed}
      wide
      onClose={onClose}
      onSubmit={form.handleSubmit(({ reason, lastNumber }) => {
        const number = paperNumber(lastNumber ?? '');
        if (!apply.isPending)
          apply.mutate({ ...chosen, reason, lastNumbers: number ? [number] : [], apply: true });
      })}
      foot={
        <>
          <Button onClick={onBack}>{text.back}</Button>
          <Button danger type="primary" htmlType="submit" disabled={!isConfirmed} loading={apply.isPending}>
            {text.apply}
          </Button>
        </>
      }
    >
      <div className="restore">
        <p className="restore-proved">{text.proved(told.office.name, told.lastWriteAt)}</p>
        <div className="restore-consequences">
          <Consequences told={told} />
          {told.missingWrites === null && (
            <TextField
              control={form.control}
              name="lastNumber"
              label={text.lastNumber}
              hint={text.lastNumberHint}
            />
          )}
          <LongTextField
            control={form.control}
            name="reason"
            label={text.reason}
            rows={2}
            maxLength={100}
            required
          />
          <TextField control={form.control} name="code" label={text.confirm(told.office.code)} required />
        </div>
        <div>
          <Compared told={told} />
          <p className="secondary">{text.tableFoot}</p>
        </div>
      </div>
      <ErrorNotice refusal={apply.error} />
    </Dialog>
  );
}

type CountedRow = Restored['rows'][number];

const nowColumn = {
  id: 'now',
  title: text.columns.now,
  width: 76,
  align: 'number' as const,
  cell: ({ now }: CountedRow) => now,
};

const differenceColumn = {
  id: 'difference',
  title: text.columns.difference,
  width: 84,
  cell: ({ backup, now }: CountedRow) => text.difference(backup - (now ?? 0)),
};

/** Beside the books of now, where they can be read. */
function Compared({ told }: { readonly told: Restored }) {
  const { kind, backup } = text.columns;
  const isCompared = told.rows.some(({ now }) => now !== null);
  return (
    <SimpleTable
      label={text.rehearsed}
      rows={told.rows.filter((row) => row.backup > 0 || (row.now ?? 0) > 0)}
      rowKey={(row) => row.kind}
      columns={[
        { id: 'kind', title: kind, cell: (row) => text.rowWords[row.kind] },
        { id: 'backup', title: backup, width: 76, align: 'number', cell: (row) => row.backup },
        ...(isCompared ? [nowColumn, differenceColumn] : []),
      ]}
    />
  );
}

function Consequences({ told }: { readonly told: Restored }) {
  const { missingWrites, newEpoch, epoch, skippedNumbers, movedTo } = told;
  const isLoss = missingWrites !== 0;
  return (
    <div className={isLoss ? 'notice warn' : 'notice'} role="status">
      <h3>
        {isLoss && <WarningSign />} {text.missing(missingWrites)}
      </h3>
      <ul>
        <li>{newEpoch ? text.epoch(epoch) : text.sameEpoch}</li>
        {skippedNumbers.length > 0 && <li>{text.skipped(skippedNumbers)}</li>}
        {movedTo !== null && <li>{text.movedTo(movedTo)}</li>}
        <li>{text.passwords}</li>
      </ul>
    </div>
  );
}

/** The host is locked by it: what the page knew of the books goes, and the room of signing in tells what was done. */
function useRestoring() {
  const client = useQueryClient();
  return useMutation<Restored, Refusal, Parameters<typeof core.office.restoreBackup>[0]>({
    mutationFn: async (asked) => {
      try {
        const last = await core.office.restoreBackup(asked);
        useRestored.setState({ last });
        return last;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    onSuccess: async () => {
      const wasOpen = useSession.getState().identity !== null;
      useSession.getState().locked();
      if (wasOpen) client.clear();
      else await client.invalidateQueries();
    },
  });
}
