import { Button } from 'antd';
import { errorSentence } from '../../text/errors.ts';
import { itemText, moveTitle } from '../../text/rectification-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { isEditable } from './item-fields.ts';
import type { ItemTask } from './item-panel.tsx';
import { type Blocked, offeredMoves } from './offered-moves.ts';
import type { Item } from './rectification-queries.ts';

interface ItemMovesProps {
  readonly item: Item;
  /** False while another item is being fetched. */
  readonly isCurrent: boolean;
  readonly onTask: ((item: Item, task: ItemTask) => void) | null;
}

/** What can be done now, and why the rest cannot. */
export function ItemMoves({ item, isCurrent, onTask }: ItemMovesProps) {
  const { main, others, blocked } = offeredMoves(item, item.allowed);
  const start = (task: ItemTask) => isCurrent && onTask?.(item, task);
  useShortcuts({ 'ctrl+enter': () => main && start(main) }, onTask !== null);
  if (!onTask)
    return (
      <footer className="rectification-moves">
        <p className="secondary">{itemText.readOnly}</p>
      </footer>
    );
  const hasButtons = main !== null || others.length > 0 || isEditable(item);
  return (
    <footer className="rectification-moves">
      {hasButtons && (
        <div className="rectification-buttons">
          {main && (
            <Button type="primary" onClick={() => start(main)}>
              {moveTitle(main)}
              <Key>Ctrl+Enter</Key>
            </Button>
          )}
          {isEditable(item) && <Button onClick={() => start('edit')}>{itemText.edit}</Button>}
          {others.map((move) => (
            <Button key={move} onClick={() => start(move)}>
              {moveTitle(move)}
            </Button>
          ))}
        </div>
      )}
      {item.state === 'groupReview' && <p className="secondary">{itemText.waitsForGroup}</p>}
      {blocked.map((one) => (
        <p key={one.moves.join()} className="secondary">
          {itemText.blocked(one.moves, becauseOf(one, item))}
        </p>
      ))}
      {!hasButtons && blocked.length === 0 && <p className="secondary">{itemText.noMoves}</p>}
    </footer>
  );
}

/** In the panel a reason is one short clause; the whole sentence is for a refusal of what was tried. */
function becauseOf({ why, needs, missing, moves }: Blocked, { source }: Item): string {
  const reasons: Readonly<Partial<Record<Blocked['why'], string>>> = {
    not_allowed: itemText.byRole(needs),
    same_account: itemText.ownApplication,
    needs_group_review: itemText.upward(source),
    missing_field: itemText.missing(missing),
    deadline_before_day: itemText.dueOver,
  };
  return reasons[why] ?? errorSentence(why, { register: 'rectification_item', move: moves[0] ?? '' });
}
