import { Button } from 'antd';
import { useState } from 'react';
import type { AccountRole, MakeupMove } from '../../../shared/vocabulary/words.ts';
import { core } from '../../state/core.ts';
import { useWrite } from '../../state/writes.ts';
import { makeupText } from '../../text/study-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import { MakeupDialog } from './makeup-dialog.tsx';
import { makeupMoves, makeupWrite } from './makeup-groups.ts';
import type { MakeupRow } from './study-queries.ts';

interface MakeupActionsProps {
  /** People whose make-ups stand alike; at least one. */
  readonly rows: readonly MakeupRow[];
  readonly roles: readonly AccountRole[];
  readonly onDone: () => void;
}

/** What can be done with the chosen ones; confirming needs nothing more to be said. */
export function MakeupActions({ rows, roles, onDone }: MakeupActionsProps) {
  const [asking, setAsking] = useState<MakeupMove | null>(null);
  const confirm = useWrite(core.study.moveMakeups, {
    done: () => makeupText.done('confirm', rows.length),
    onDone,
  });
  const [first] = rows;
  const moves = first ? makeupMoves(first, roles) : [];
  const [main] = moves;
  useShortcuts({ 'ctrl+enter': () => main && make(main) }, main !== undefined);
  return (
    <div className="makeup-chosen">
      <span>
        <b>{makeupText.chosen(rows.length)}</b> {makeupText.missed(rows)}
      </span>
      <div>
        {moves.map((move) => (
          <Button
            key={move}
            type={move === main ? 'primary' : 'default'}
            loading={move === 'confirm' && confirm.isPending}
            onClick={() => make(move)}
          >
            {makeupText.moves[move]}
            {move === main && <Key>Ctrl+Enter</Key>}
          </Button>
        ))}
        <Button onClick={onDone}>{makeupText.clear}</Button>
      </div>
      {asking && (
        <MakeupDialog
          move={asking}
          rows={rows}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onDone();
          }}
        />
      )}
    </div>
  );

  function make(move: MakeupMove): void {
    if (move !== 'confirm') setAsking(move);
    else if (first && !confirm.isPending) confirm.mutate({ groups: makeupWrite(rows), move });
  }
}
