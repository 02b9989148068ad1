import { Button } from 'antd';
import { filingMachine } from '../../../shared/rules/filing-moves.ts';
import type { ErrorCode } from '../../../shared/vocabulary/error-codes.ts';
import { errorSentence } from '../../text/errors.ts';
import { filingText } from '../../text/self-inspection-page.ts';
import { useShortcuts } from '../../ui/keyboard.ts';
import { Key } from '../../ui/page.tsx';
import type { Filing } from './self-inspection-queries.ts';

type Allowed = Filing['allowed'][number];

interface FilingMovesProps {
  readonly filing: Filing;
  readonly isBusy: boolean;
  readonly onMove: (move: Allowed['move']) => void;
}

/** What can be done now, the first of it by Ctrl+Enter, and why the rest cannot. */
export function FilingMoves({ filing, isBusy, onMove }: FilingMovesProps) {
  const offered = filing.allowed.filter(({ why }) => why === null);
  const blocked = filing.allowed.filter(({ why }) => why !== null);
  const main = offered[0]?.move;
  useShortcuts({ 'ctrl+enter': () => main && !isBusy && onMove(main) });
  return (
    <footer className="self-inspection-moves">
      {offered.length > 0 && (
        <div className="self-inspection-buttons">
          {offered.map(({ move }) => (
            <Button
              key={move}
              type={move === main ? 'primary' : 'default'}
              onClick={() => onMove(move)}
              disabled={isBusy}
            >
              {move === 'approve' ? filingText.approveAndNext : filingText.moves[move]}
              {move === main && <Key>Ctrl+Enter</Key>}
            </Button>
          ))}
        </div>
      )}
      {main === 'approve' && <p className="secondary">{filingText.approveBeforehand}</p>}
      {main === 'archive' && <p className="secondary">{filingText.archiveBeforehand}</p>}
      {reasonsOf(blocked).map(({ because, moves }) => (
        <p key={because} className="secondary">
          {filingText.blocked(moves, because)}
        </p>
      ))}
    </footer>
  );
}

/** Moves that wait for the same thing are named together. */
function reasonsOf(blocked: readonly Allowed[]) {
  const because = [...new Set(blocked.map(reasonOf))];
  return because.map((reason) => ({
    because: reason,
    moves: blocked.filter((one) => reasonOf(one) === reason).map(({ move }) => filingText.moves[move]),
  }));
}

function reasonOf({ move, why }: Allowed): string {
  const role = filingMachine.transitions.find((one) => one.move === move)?.who[0];
  if (why === 'not_allowed' && role) return filingText.byRole(role);
  if (why === 'same_account') return filingText.ownFiling;
  if (why === 'filing_items_open') return filingText.itemsOpen;
  return errorSentence(why as ErrorCode, { register: 'filing', move });
}
