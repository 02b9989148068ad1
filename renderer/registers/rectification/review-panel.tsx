import { Button, Input } from 'antd';
import { useState } from 'react';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import type { ItemMove } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { formText } from '../../text/form.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { reviewText as text } from '../../text/rectification-review.ts';
import { useBareKeys } from '../../ui/bare-keys.ts';
import { ItemStateSign } from '../../ui/item-state-sign.tsx';
import { useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Key } from '../../ui/page.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemHistory } from './item-history.tsx';
import { becauseOf } from './move-reasons.ts';
import type { Item } from './rectification-queries.ts';

interface ReviewPanelProps {
  readonly item: Item;
  readonly onNext: () => void;
  readonly onOpen: (id: string) => void;
}

type Verdict = Extract<ItemMove, 'approve' | 'reportUp' | 'return'>;
const DONE = { approve: text.approved, reportUp: text.reportedUp, return: text.returned } as const;

/** One application: what was done about it, and the two answers. */
export function ReviewPanel({ item, onNext, onOpen }: ReviewPanelProps) {
  const [reason, setReason] = useState<string | null>(null);
  const number = item.number ?? ledgerText.numberless;
  const decide = useWrite(
    ({ move, why }: { readonly move: Verdict; readonly why?: string }) =>
      core.rectification.moveItem({ id: item.id, rev: item.rev, move, ...(why && { reason: why }) }),
    { shownInPlace: true, done: (_, { move }) => DONE[move](number), onDone: onNext },
  );
  const onward = (['approve', 'reportUp'] as const).find((move) => isAllowed(item, move));
  const mayReturn = isAllowed(item, 'return');
  const given = reason?.trim() ?? '';
  const act = () => {
    if (decide.isPending) return;
    if (reason === null && onward) decide.mutate({ move: onward });
    if (given !== '') decide.mutate({ move: 'return', why: given });
  };
  useShortcuts({ 'ctrl+enter': act, escape: () => setReason(null) });
  useBareKeys({ t: () => mayReturn && setReason(''), n: onNext }, reason === null);

  return (
    <aside className="rectification-panel rectification-review-panel" aria-label={number}>
      <header className="rectification-panel-head">
        <div className="rectification-panel-signs">
          <b>{number}</b>
          <ItemStateSign {...item} />
          <span className="secondary">{item.appliedOn && text.applied(item.appliedOn)}</span>
          <span className="rectification-panel-keys secondary wide-only">
            <Key>↑</Key>
            <Key>↓</Key> {text.keys}
          </span>
        </div>
        <h2>{item.problem}</h2>
      </header>
      <section className="rectification-panel-body" aria-label={item.problem} {...{ tabIndex: 0 }}>
        <ItemDetails item={item} onOpen={onOpen} onFollowUp={null} />
        <ItemHistory item={item} />
      </section>
      <footer className="rectification-moves">
        <ErrorNotice refusal={decide.error} />
        {reason === null ? answers() : returning(reason)}
      </footer>
    </aside>
  );

  function answers() {
    return (
      <>
        <div className="rectification-buttons">
          {onward && (
            <Button type="primary" loading={decide.isPending} onClick={act}>
              {text[onward]}
              <Key>Ctrl+Enter</Key>
            </Button>
          )}
          {mayReturn && (
            <Button onClick={() => setReason('')}>
              {text.return}
              <Key>T</Key>
            </Button>
          )}
          <Button onClick={onNext}>
            {text.skip}
            <Key>N</Key>
          </Button>
        </div>
        <p className="secondary">{onward ? text[`${onward}Note`] : text.cannot(because(item))}</p>
      </>
    );
  }

  function returning(value: string) {
    return (
      <>
        <label htmlFor="rectification-return-reason">{text.returnReason}</label>
        <Input.TextArea
          id="rectification-return-reason"
          autoFocus
          rows={3}
          maxLength={1000}
          value={value}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="secondary">{text.returnHint}</p>
        <div className="rectification-buttons">
          <Button type="primary" disabled={given === ''} loading={decide.isPending} onClick={act}>
            {text.confirmReturn}
            <Key>Ctrl+Enter</Key>
          </Button>
          <Button onClick={() => setReason(null)}>
            {formText.cancel}
            <Key>Esc</Key>
          </Button>
        </div>
      </>
    );
  }
}

function isAllowed({ allowed }: Item, move: Verdict): boolean {
  return allowed.some((one) => one.move === move && one.why === null);
}

/** Why the reviewer at the desk cannot decide this one. */
function because(item: Item): string {
  const refused = item.allowed.find(({ move, why }) => move === 'return' && why !== null);
  const why = (refused?.why ?? 'move_not_allowed') as ErrorCode;
  return becauseOf({ why, missing: [], needs: ['reviewer'], moves: ['return'] }, item.source);
}
