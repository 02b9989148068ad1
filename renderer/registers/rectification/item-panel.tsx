import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { frameText } from '../../text/frame.ts';
import { itemForms, itemText, ledgerText } from '../../text/rectification-page.ts';
import { ItemStateSign } from '../../ui/item-state-sign.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemMoves } from './item-moves.tsx';
import { ItemWhose, SupervisedSign } from './item-signs.tsx';
import type { ItemTask } from './item-task.ts';
import { type Item, rectificationQueries } from './rectification-queries.ts';

/** A part that scrolls must be reachable by keyboard. */
const REACHABLE = { tabIndex: 0 };

interface ItemPanelProps {
  readonly id: string;
  /** Null: the item is only shown. */
  readonly onTask: ((item: Item, task: ItemTask) => void) | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One item beside the list: its fields, what was done to it, and what can be done now. */
export function ItemPanel({ id, onTask, onOpen, onClose }: ItemPanelProps) {
  const { data: item, error } = useQuery({
    ...rectificationQueries.item(id),
    placeholderData: keepPreviousData,
  });
  useShortcuts({ escape: onClose });
  if (error)
    return (
      <aside className="rectification-panel" aria-label={ledgerText.list}>
        <ErrorNotice refusal={refusalOf(error)} />
      </aside>
    );
  if (!item) return <aside className="rectification-panel">{frameText.loading}</aside>;
  return (
    <aside
      className="rectification-panel"
      aria-label={itemText.panel(item.number ?? ledgerText.numberless)}
      aria-busy={item.id !== id}
    >
      <PanelHead item={item} onClose={onClose} />
      <section
        className="rectification-panel-body"
        aria-label={item.problem || ledgerText.problemBlank}
        {...REACHABLE}
      >
        <ItemDetails item={item} onOpen={onOpen} onFollowUp={followUp(item)} />
        {item.number !== null && <ItemForms id={item.id} />}
        <ItemHistory item={item} />
      </section>
      <ItemMoves item={item} isCurrent={item.id === id} onTask={onTask} />
    </aside>
  );

  function followUp(shown: Item): (() => void) | null {
    return onTask && shown.id === id ? () => onTask(shown, 'supervision') : null;
  }
}

function PanelHead({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  return (
    <header className="rectification-panel-head">
      <div className="rectification-panel-signs">
        <b>{item.number ?? ledgerText.numberless}</b>
        <ItemStateSign {...item} />
        <ItemWhose whose={item.whose} />
        {item.supervision && <SupervisedSign supervision={item.supervision} />}
        <span className="rectification-panel-keys secondary">
          <span className="wide-only">
            <Key>↑</Key>
            <Key>↓</Key> {itemText.nextRow}
          </span>
          <button type="button" className="link-button" onClick={onClose}>
            <Key always>Esc</Key> {itemText.close}
          </button>
        </span>
      </div>
      <h2>{item.problem || ledgerText.problemBlank}</h2>
    </header>
  );
}

/** What is printed about one item; a form that does not fit its state says so itself. */
function ItemForms({ id }: { readonly id: string }) {
  return (
    <p className="rectification-forms">
      <span className="secondary">{itemText.print}</span>
      {Object.entries(itemForms).map(([form, title]) => (
        <Link key={form} to="/forms" search={{ form, item: id }}>
          {title}
        </Link>
      ))}
    </p>
  );
}
