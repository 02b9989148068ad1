import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RemarkField } from '../../../shared/vocabulary/remark-fields.ts';
import { useIdentity, useMay } from '../../state/session.ts';
import { dayOf } from '../../text/frame.ts';
import { followUpText, superviseText } from '../../text/rectification-detail.ts';
import { itemText, ledgerText } from '../../text/rectification-page.ts';
import { itemSourceWords } from '../../text/words.ts';
import { FieldRemarks, RecordRemarks, useRemarks } from '../../ui/remarks.tsx';
import { ItemDue } from './item-signs.tsx';
import { type Item, rectificationQueries } from './rectification-queries.ts';
import { useCategoryName } from './use-category-name.ts';

const { pairs } = itemText;

/** The fields of each line that the group's remarks can stand beside. */
const BESIDE = {
  due: ['dueOn'],
  responsible: ['unit', 'leader', 'owner'],
  source: ['source', 'category'],
  measures: ['measures'],
  evidence: ['evidenceNumber'],
} as const satisfies Record<string, readonly RemarkField[]>;

interface ItemDetailsProps {
  readonly item: Item;
  readonly onOpen: (id: string) => void;
  /** Null: nothing is written down here. */
  readonly onFollowUp: (() => void) | null;
}

/** Why it came back, while it is back; then every field that the ledger keeps of it. */
export function ItemDetails({ item, onOpen, onFollowUp }: ItemDetailsProps) {
  const categoryName = useCategoryName();
  const remarks = useRemarks(item.id);
  const { dueOn, extendedDueOn, unitName, leader, owner, source, category, timesReworked } = item;
  return (
    <>
      <ReturnReason item={item} />
      <Supervision item={item} onFollowUp={onFollowUp} />
      <RecordRemarks remarks={remarks} except={shownBeside(item)} />
      <dl className="pairs">
        <Pair title={pairs.due}>
          <ItemDue {...item} extendedDueOn={null} dueOn={extendedDueOn ?? dueOn} />
          {extendedDueOn && dueOn && <span className="secondary">{itemText.firstDue(dueOn)}</span>}
          <FieldRemarks remarks={remarks} fields={BESIDE.due} />
        </Pair>
        <Pair title={pairs.responsible}>
          {joined(unitName, leader && itemText.leader(leader), owner && itemText.owner(owner))}
          <FieldRemarks remarks={remarks} fields={BESIDE.responsible} />
        </Pair>
        <Pair title={pairs.source}>
          {joined(
            itemSourceWords[source],
            categoryName(category),
            timesReworked > 0 && itemText.reworked(timesReworked),
          )}
          <FieldRemarks remarks={remarks} fields={BESIDE.source} />
        </Pair>
        <Pair title={pairs.measures}>
          {item.measures ?? itemText.notGiven}
          <FieldRemarks remarks={remarks} fields={BESIDE.measures} />
        </Pair>
        <Progress item={item.id} />
        {item.evidenceNumber && (
          <Pair title={pairs.evidence}>
            {item.evidenceNumber}
            <FieldRemarks remarks={remarks} fields={BESIDE.evidence} />
          </Pair>
        )}
        {item.appliedOn && <Pair title={pairs.applied}>{dayOf(item.appliedOn)}</Pair>}
        {item.closedOn && <Pair title={pairs.closed}>{dayOf(item.closedOn)}</Pair>}
        {item.repeats && <LinkedItem title={pairs.repeats} id={item.repeats} onOpen={onOpen} />}
        {item.mergedInto && <LinkedItem title={pairs.merged} id={item.mergedInto} onOpen={onOpen} />}
      </dl>
    </>
  );
}

function shownBeside({ evidenceNumber }: Item): RemarkField[] {
  const { evidence, ...always } = BESIDE;
  return [...Object.values(always).flat(), ...(evidenceNumber ? evidence : [])];
}

function ReturnReason({ item }: { readonly item: Item }) {
  if (!item.returned) return null;
  const last = item.moves.findLast(({ move }) => move === 'return' || move === 'returnForRework');
  if (!last) return null;
  const { move, effectiveOn, reason } = last;
  const isGroups = move === 'returnForRework';
  return (
    <div className="rectification-return">
      <h3>{itemText.returnedBy[isGroups ? 'returnForRework' : 'return'](effectiveOn)}</h3>
      <p>
        {reason} {isGroups && item.extendedDueOn && itemText.newDue(item.extendedDueOn)}
      </p>
    </div>
  );
}

/** 督办: since when and why, and when to ask again. */
function Supervision({ item, onFollowUp }: Pick<ItemDetailsProps, 'item' | 'onFollowUp'>) {
  const { today } = useIdentity();
  const isReviewer = useMay('reviewer');
  const { supervision } = item;
  if (!supervision) return null;
  const { since, reason, nextOn } = supervision;
  return (
    <div className="rectification-return">
      <h3>{superviseText.since(since)}</h3>
      <p>{reason}</p>
      <p>
        {nextOn && (
          <span className={nextOn <= today ? 'chip warn' : undefined}>
            {nextOn <= today ? superviseText.nextDue(nextOn) : superviseText.next(nextOn)}
          </span>
        )}{' '}
        {onFollowUp && isReviewer && (
          <button type="button" className="link-button" onClick={onFollowUp}>
            {followUpText.button.supervision}
          </button>
        )}
      </p>
    </div>
  );
}

/** The latest entry of the log; all of them stand in the history below. */
function Progress({ item }: { readonly item: string }) {
  const latest = useQuery(rectificationQueries.latestProgress(item)).data?.followUps[0];
  if (!latest) return null;
  return (
    <Pair title={pairs.progress}>
      {latest.text} <span className="secondary">{dayOf(latest.on)}</span>
    </Pair>
  );
}

function LinkedItem(props: {
  readonly title: string;
  readonly id: string;
  readonly onOpen: (id: string) => void;
}) {
  const { title, id, onOpen } = props;
  const { data } = useQuery(rectificationQueries.item(id));
  if (!data) return null;
  return (
    <Pair title={title}>
      <button type="button" className="link-button" onClick={() => onOpen(id)}>
        {data.number ?? ledgerText.numberless}
      </button>{' '}
      {data.problem}
    </Pair>
  );
}

function Pair({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}

function joined(...parts: readonly (string | null | false)[]): string {
  return parts.filter(Boolean).join(' · ') || itemText.notGiven;
}
