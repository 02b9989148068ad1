import { Button } from 'antd';
import { useState } from 'react';
import type { ActionMove } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { useMay } from '../../state/session.ts';
import { useWrite } from '../../state/writes.ts';
import { actionText as text } from '../../text/actions-page.ts';
import { actionMoveWords } from '../../text/words.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { ActionDialog } from './action-dialog.tsx';
import type { Action } from './actions-queries.ts';
import { MoveDialog } from './move-dialog.tsx';

interface ActionMovesProps {
  readonly action: Action;
  /** False while another action is being fetched. */
  readonly isCurrent: boolean;
  readonly onRemoved: () => void;
}

/** Finishing is what everybody comes for. */
const MAIN: readonly ActionMove[] = ['finish', 'start', 'restore', 'reopen'];

/** What can be done now, and why the rest cannot. */
export function ActionMoves({ action, isCurrent, onRemoved }: ActionMovesProps) {
  const [task, setTask] = useState<ActionMove | 'edit' | null>(null);
  const mayWrite = useMay('clerk', 'reviewer');
  const remove = useWrite(() => core.actions.remove({ id: action.id, rev: action.rev }), {
    done: () => text.removed(action.name),
    onDone: onRemoved,
  });
  const offered = action.allowed.filter(({ why }) => why === null).map(({ move }) => move);
  const main = MAIN.find((move) => offered.includes(move));
  const begin = (next: ActionMove | 'edit') => isCurrent && setTask(next);
  useShortcuts({ 'ctrl+enter': () => main && begin(main) }, main !== undefined && task === null);
  const close = () => setTask(null);
  if (action.allowed.length === 0 || !mayWrite)
    return (
      <footer className="actions-moves">
        <p className="secondary">{text.readOnly}</p>
      </footer>
    );
  return (
    <footer className="actions-moves">
      <div>
        {main && (
          <Button type="primary" onClick={() => begin(main)}>
            {actionMoveWords[main]}
            <Key>Ctrl+Enter</Key>
          </Button>
        )}
        {offered
          .filter((move) => move !== main)
          .map((move) => (
            <Button key={move} onClick={() => begin(move)}>
              {actionMoveWords[move]}
            </Button>
          ))}
        <Button onClick={() => begin('edit')}>{text.edit}</Button>
        {action.removable && (
          <Button onClick={() => remove.mutate(undefined)} loading={remove.isPending}>
            {text.remove}
          </Button>
        )}
      </div>
      {action.allowed.map(
        ({ move, why }) =>
          why !== null && (
            <p key={move} className="secondary">
              {text.blocked(move, reasonOf(move, why))}
            </p>
          ),
      )}
      {task === 'edit' && <ActionDialog action={action} onClose={close} />}
      {task !== null && task !== 'edit' && <MoveDialog action={action} move={task} onClose={close} />}
    </footer>
  );
}

function reasonOf(move: ActionMove, why: string): string {
  if (why === 'action_before_begin' || why === 'date_before_last_move') return text.why[why];
  return text.why.not_allowed(move);
}
