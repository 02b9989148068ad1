import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ItemMove, ItemSource, ItemState } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { dayOf, signText, timeOf } from '../../text/frame.ts';
import { historyText as text } from '../../text/rectification-detail.ts';
import { itemText, ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import { ITEM_STATE_SHAPES } from '../../ui/item-state-sign.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { type StateShape, StateSign } from '../../ui/signs.tsx';
import { type Item, type ItemEventRow, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

const GROUPS_OWN: readonly ItemMove[] = ['confirm', 'returnForRework'];
const RETURNS: readonly ItemMove[] = ['return', 'returnForRework'];
/** Events asked for at once; an item that has more is a rare one. */
const AT_ONCE = 30;

/** Who, when, what, and what stood there before: the newest first. */
export function ItemHistory({ item }: { readonly item: Item }) {
  const { key, ask } = rectificationQueries.history(item.id);
  const { data, error, fetchNextPage, hasNextPage } = useInfiniteQuery({
    queryKey: key,
    initialPageParam: 0,
    queryFn: ({ pageParam }) => ask(pageParam, AT_ONCE),
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return read < last.total && last.rows.length > 0 ? read : undefined;
    },
  });
  const events = data?.pages.flatMap(({ rows }) => rows) ?? [];
  const total = data?.pages[0]?.total ?? 0;
  return (
    <section className="rectification-history">
      <h3>{text.title}</h3>
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && total === 0 && <p className="secondary">{text.empty}</p>}
      <ol>
        {events.map((event, at) => (
          // Counted from the first: what comes later stands above and changes no number.
          <EventLine key={numberOf(at)} event={event} item={item} />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="link-button" onClick={() => void fetchNextPage()}>
          {text.earlier(total - events.length)}
        </button>
      )}
    </section>
  );

  function numberOf(at: number): number {
    return total - at;
  }
}

interface EventLineProps {
  readonly event: ItemEventRow;
  readonly item: Item;
}

function EventLine({ event, item }: EventLineProps) {
  // Names of another office's accounts do not leave it.
  const nameless = useIdentity().role === 'group' ? itemText.office : itemText.program;
  const who = authorOf(event, item) ?? nameless;
  return (
    <li title={text.done(timeOf(event.at))}>
      <span className="secondary">{signText.day(event.on)}</span>
      <StateSign shape={shapeOf(event)}>{text.line(who, whatOf(event))}</StateSign>
      {event.text && <p>{event.text}</p>}
      {event.changes.length > 0 && (
        <p className="rectification-changes">
          {event.changes.map(({ field, before, after }) => (
            <span key={field}>
              {text.field(field)}
              {before !== null && (
                <>
                  <FieldValue {...{ field }} value={before} /> →{' '}
                </>
              )}
              <FieldValue {...{ field }} value={after} />
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function whatOf({ event, move, followUp, isOn, changes }: ItemEventRow): string {
  if (event === 'move' && move) return text.moved(move);
  if (event === 'followUp') return text.followUp(followUp ?? 'progress');
  if (event === 'supervision') return text.supervised(isOn ?? true);
  return text.edited(changes.map(({ field }) => field));
}

function shapeOf({ event, move, to }: ItemEventRow): StateShape {
  if (event !== 'move') return 'dotted';
  if (move && RETURNS.includes(move)) return 'returned';
  return ITEM_STATE_SHAPES[(to ?? 'draft') as ItemState];
}

/** The group's moves come with its feedback: the account that took the bundle in is not their author. */
function authorOf({ event, move, by }: ItemEventRow, { feedback }: Item): string | null {
  if (event !== 'move' || move === null) return by;
  if (GROUPS_OWN.includes(move) || (move === 'issue' && feedback !== null)) return itemText.group;
  return by;
}

/** A field's value as it is read; of another item its number. */
function FieldValue({ field, value }: { readonly field: string; readonly value: string | null }) {
  const categoryName = useCategoryName();
  if (!value) return text.blank;
  if (field === 'source') return itemSourceWords[value as ItemSource] ?? value;
  if (field === 'category') return categoryName(value);
  if (field === 'dueOn' || field === 'extendedDueOn') return dayOf(value);
  if (field === 'repeats' || field === 'mergedInto') return <NumberOf id={value} />;
  return value;
}

function NumberOf({ id }: { readonly id: string }) {
  const { data } = useQuery(rectificationQueries.item(id));
  return data?.number ?? ledgerText.numberless;
}
