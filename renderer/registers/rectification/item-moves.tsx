import { Button } from 'antd';
import { useState } from 'react';
import type { ItemState } from '../../../shared/vocabulary/words.ts';
import { useMay } from '../../state/session.ts';
import { followUpText, repeatText, superviseText } from '../../text/rectification-detail.ts';
import { itemText, moveTitle } from '../../text/rectification-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { isEditable } from './item-fields.ts';
import type { ItemTask } from './item-task.ts';
import { becauseOf } from './move-reasons.ts';
import { isRare, offeredMoves } from './offered-moves.ts';
import type { Item } from './rectification-queries.ts';

interface ItemMovesProps {
  readonly item: Item;
  /** False while another item is being fetched. */
  readonly isCurrent: boolean;
  readonly onTask: ((item: Item, task: ItemTask) => void) | null;
}

interface Offered {
  readonly task: ItemTask;
  readonly title: string;
}

/** What can be done now, and why the rest cannot. */
export function ItemMoves({ item, isCurrent, onTask }: ItemMovesProps) {
  const { main, others, blocked } = offeredMoves(item, item.allowed);
  const [isMore, setMore] = useState(false);
  const isReviewer = useMay('reviewer');
  const start = (task: ItemTask) => isCurrent && onTask?.(item, task);
  useShortcuts({ 'ctrl+enter': () => main && start(main) }, onTask !== null);
  if (!onTask)
    return (
      <footer className="rectification-moves">
        <p className="secondary">{itemText.readOnly}</p>
      </footer>
    );
  const often = [...beside(item), ...others.filter((move) => !isRare(move)).map(moveOffered)];
  const rare = [...seldom(item, isReviewer), ...others.filter(isRare).map(moveOffered)];
  const shown = isMore ? [...often, ...rare] : often;
  return (
    <footer className="rectification-moves">
      <div className="rectification-buttons">
        {main && (
          <Button type="primary" onClick={() => start(main)}>
            {moveTitle(main)}
            <Key>Ctrl+Enter</Key>
          </Button>
        )}
        {shown.map(({ task, title }) => (
          <Button key={task} onClick={() => start(task)}>
            {title}
          </Button>
        ))}
        {rare.length > 0 && (
          <button
            type="button"
            className="link-button"
            aria-expanded={isMore}
            onClick={() => setMore(!isMore)}
          >
            {isMore ? itemText.less : itemText.more}
          </button>
        )}
      </div>
      {item.state === 'groupReview' && <p className="secondary">{itemText.waitsForGroup}</p>}
      {blocked.map((one) => (
        <p key={one.moves.join()} className="secondary">
          {itemText.blocked(one.moves, becauseOf(one, item.source))}
        </p>
      ))}
      {!main && shown.length + rare.length + blocked.length === 0 && (
        <p className="secondary">{itemText.noMoves}</p>
      )}
    </footer>
  );
}

/** States in which work on an item goes on. */
const AT_WORK: readonly ItemState[] = ['issued', 'inProgress', 'officeReview', 'groupReview'];

function beside(item: Item): Offered[] {
  const isAtWork = AT_WORK.includes(item.state);
  return [
    isAtWork && { task: 'progress' as const, title: followUpText.button.progress },
    isEditable(item) && { task: 'edit' as const, title: itemText.edit },
  ].filter((one) => one !== false);
}

function seldom(item: Item, isReviewer: boolean): Offered[] {
  const isAtWork = AT_WORK.includes(item.state) && item.state !== 'groupReview';
  const repeat = item.repeats === null ? repeatText.link : repeatText.change;
  const supervise = item.supervision === null ? superviseText.begin : superviseText.end;
  return [
    isReviewer && isAtWork && { task: 'supervise' as const, title: supervise },
    (isAtWork || item.state === 'draft') && { task: 'repeat' as const, title: repeat },
  ].filter((one) => one !== false);
}

function moveOffered(task: Parameters<typeof moveTitle>[0]): Offered {
  return { task, title: moveTitle(task) };
}
