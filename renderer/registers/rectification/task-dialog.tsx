import { FollowUpDialog } from './follow-up-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import type { ItemTask } from './item-task.ts';
import { MoveDialog } from './move-dialog.tsx';
import type { Item } from './rectification-queries.ts';
import { RepeatDialog } from './repeat-dialog.tsx';
import { SuperviseDialog } from './supervise-dialog.tsx';

/** An item and what is being done with it; null: a new one. */
export type OpenTask = { readonly item: Item; readonly task: ItemTask } | { readonly item: null };

type TaskDialogProps = OpenTask & {
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
};

/** The form of whatever was begun. */
export function TaskDialog(props: TaskDialogProps) {
  const { onClose, onSaved } = props;
  if (props.item === null) return <ItemDialog item={null} onClose={onClose} onSaved={onSaved} />;
  const { item, task } = props;
  if (task === 'edit') return <ItemDialog item={item} onClose={onClose} onSaved={onSaved} />;
  if (task === 'progress' || task === 'supervision')
    return <FollowUpDialog item={item} kind={task} onClose={onClose} />;
  if (task === 'supervise') return <SuperviseDialog item={item} onClose={onClose} />;
  if (task === 'repeat') return <RepeatDialog item={item} onClose={onClose} />;
  return <MoveDialog item={item} move={task} onClose={onClose} />;
}
