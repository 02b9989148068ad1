import { Button } from 'antd';
import { useState } from 'react';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { bulkText as text } from '../../text/rectification-bulk.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { BulkEdit } from './bulk-edit.tsx';
import { BulkExtension } from './bulk-extension.tsx';
import { BulkMove } from './bulk-move.tsx';
import { movable } from './bulk-plan.ts';
import type { Chosen } from './use-chosen.ts';

/** Moves that make sense for many rows at once; 合并 and 作废 want to be thought of one by one. */
const MOVES: readonly Exclude<ItemMove, 'extend'>[] = [
  ...(['issue', 'start', 'apply', 'approve', 'reportUp', 'return', 'withdraw'] as const),
  ...(['keepLongTerm', 'suspend', 'resume'] as const),
];

type Task = 'edit' | 'extend' | (typeof MOVES)[number];

/** What can be done with all the rows that are chosen. */
export function BulkBar({ chosen, today }: { readonly chosen: Chosen; readonly today: string }) {
  const [task, setTask] = useState<Task | null>(null);
  const isReviewer = useMay('reviewer');
  const mover = { roles: useIdentity().account?.roles ?? [], on: today };
  const { rows } = chosen;
  const offered = MOVES.map((move) => ({ move, count: movable(rows, move, mover) })).filter(
    ({ count }) => count > 0,
  );
  const close = () => setTask(null);
  const finish = () => {
    close();
    chosen.clear();
  };
  const shared = { rows, mover, onClose: close, onDone: finish };
  return (
    <div className="rectification-bulk" role="toolbar" aria-label={ledgerText.chosen(rows.length)}>
      <b role="status">{chosen.isChoosing ? ledgerText.choosing : ledgerText.chosen(rows.length)}</b>
      <Button size="small" onClick={() => setTask('edit')}>
        {text.edit}
      </Button>
      {isReviewer && movable(rows, 'extend', mover) > 0 && (
        <Button size="small" onClick={() => setTask('extend')}>
          {text.extend}
        </Button>
      )}
      {offered.map(({ move, count }) => (
        <Button key={move} size="small" onClick={() => setTask(move)}>
          {text.move(move, count)}
        </Button>
      ))}
      <button type="button" className="link-button" onClick={chosen.clear}>
        {ledgerText.unchoose}
      </button>
      <span className="secondary wide-only">{ledgerText.chooseKeys}</span>
      {task === 'edit' && <BulkEdit {...shared} />}
      {task === 'extend' && <BulkExtension {...shared} />}
      {task !== null && task !== 'edit' && task !== 'extend' && <BulkMove {...shared} move={task} />}
    </div>
  );
}
