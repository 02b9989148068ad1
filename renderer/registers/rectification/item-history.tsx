import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { useIdentity } from '../../state/session.ts';
import { signText, timeOf } from '../../text/frame.ts';
import { itemText } from '../../text/rectification-page.ts';
import { StateSign } from '../../ui/signs.tsx';
import { STATE_SHAPES } from './item-signs.tsx';
import type { Item } from './rectification-queries.ts';

type Move = Item['moves'][number];

const GROUPS_OWN: readonly ItemMove[] = ['confirm', 'returnForRework'];
const RETURNS: readonly ItemMove[] = ['return', 'returnForRework'];

/** Who, when, what: the newest first. */
export function ItemHistory({ item }: { readonly item: Item }) {
  const moves = [...item.moves].reverse();
  // Names of another office's accounts do not leave it.
  const nameless = useIdentity().role === 'group' ? itemText.office : itemText.program;
  return (
    <section className="rectification-history">
      <h3>{itemText.history}</h3>
      {moves.length === 0 && <p className="secondary">{itemText.historyEmpty}</p>}
      <ol>
        {moves.map((move) => (
          <li key={`${move.at} ${move.move}`} title={timeOf(move.at)}>
            <span className="secondary">{signText.day(move.effectiveOn)}</span>
            <StateSign shape={RETURNS.includes(move.move) ? 'returned' : STATE_SHAPES[move.to]}>
              {itemText.movedBy(authorOf(move, item) ?? nameless, move.move)}
            </StateSign>
            {move.reason && <p>{move.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The group's moves come with its feedback: the account that took the bundle in is not their author. */
function authorOf({ move, by }: Move, { feedback }: Item): string | null {
  if (GROUPS_OWN.includes(move) || (move === 'issue' && feedback !== null)) return itemText.group;
  return by;
}
