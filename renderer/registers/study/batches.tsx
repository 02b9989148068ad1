import { useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { core } from '../../state/core.ts';
import { useIdentity } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { batchText } from '../../text/attendance-page.ts';
import { saveMarks } from './save-marks.ts';
import { type AttendanceRow, studyQueries } from './study-queries.ts';

/** The highest number that the core takes. */
const MOST_BATCHES = 99;

interface BatchesProps {
  readonly session: string;
  readonly rows: readonly AttendanceRow[];
  /** Whom the run on the sheet holds. */
  readonly chosen: readonly AttendanceRow[];
  readonly shown: number | null;
  readonly onShow: (batch: number | null) => void;
  readonly mayAssign: boolean;
}

/** A list that comes in batches has one mark per person all the same: who came with which, and one batch alone. */
export function Batches({ session, rows, chosen, shown, onShow, mayAssign }: BatchesProps) {
  const [batch, setBatch] = useState(1);
  const client = useQueryClient();
  const account = useIdentity().account?.id ?? '';
  const assign = useWrite(
    async (to: number) => {
      // What was typed goes first: the batch is written upon the version that comes of it.
      const { refusal } = await saveMarks(client, { account, session });
      if (refusal) throw refusal;
      const { rev } = await client.ensureQueryData(studyQueries.session(session));
      const marks = chosen.map(({ person }) => ({ person, batch: to }));
      return await core.study.mark({ session, rev, marks });
    },
    { done: (_, to) => batchText.assigned(chosen.length, to) },
  );
  const counts = Map.groupBy(rows, (row) => row.batch);
  const known = [...counts.keys()].sort((one, other) => one - other);
  const isInBatches = known.some((one) => one > 0);
  return (
    <div className="attendance-batches">
      {isInBatches && (
        <Select<number | null>
          size="small"
          aria-label={batchText.shown}
          value={shown}
          onChange={onShow}
          options={[
            { value: null, label: batchText.all },
            ...known.map((one) => ({ value: one, label: batchText.one(one, counts.get(one)?.length ?? 0) })),
          ]}
        />
      )}
      {mayAssign && (
        <span>
          <label htmlFor="batch-number">{batchText.assign}</label>
          <InputNumber
            id="batch-number"
            size="small"
            min={0}
            max={MOST_BATCHES}
            precision={0}
            value={batch}
            onChange={(value) => setBatch(value ?? 0)}
          />
          <Button size="small" loading={assign.isPending} onClick={() => assign.mutate(batch)}>
            {batchText.set(chosen.length)}
          </Button>
        </span>
      )}
    </div>
  );
}
