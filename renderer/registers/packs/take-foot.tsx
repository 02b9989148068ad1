import { Button } from 'antd';
import { hasMoves, takeText as text } from '../../text/packs-page.ts';
import { Key } from '../../ui/page.tsx';
import { isReady } from './taken-choices.ts';
import type { TakenPacks } from './taken-packs.ts';

/** What writing would do, and the two ways out. */
export function TakeFoot({ taken, onLeave }: { readonly taken: TakenPacks; readonly onLeave: () => void }) {
  const { toWrite, packs, writing, work } = taken;
  const sum = (of: 'added' | 'changed' | 'held') => toWrite.reduce((all, pack) => all + pack[of], 0);
  const isDone = packs.some(({ applied }) => applied);
  const mayWrite = taken.isCurrent && toWrite.length > 0 && !work.isRunning && !writing.isRunning;
  return (
    <footer className="packs-foot">
      {toWrite.length > 0 && <strong>{text.willWrite(sum('added'), sum('changed'), sum('held'))}</strong>}
      <span className="secondary wide-only">{text.undoable}</span>
      {toWrite.some(hasMoves) && <span className="warn-hint">{text.movesStand}</span>}
      <div className="actions">
        <Button onClick={onLeave} disabled={writing.isRunning}>
          {isDone ? text.leave : text.cancel}
        </Button>
        <Button type="primary" onClick={taken.write} disabled={!mayWrite}>
          {labelOf(taken)}
          {toWrite.length > 0 && <Key>Ctrl+Enter</Key>}
        </Button>
      </div>
    </footer>
  );
}

function labelOf({ writing, work, toWrite, packs, isCurrent }: TakenPacks): string {
  if (writing.isRunning) return text.writing;
  if (work.isRunning) return text.rehearsing;
  if (toWrite.length === 0) return packs.some(isReady) ? text.tickFirst : text.nothing;
  return isCurrent ? text.write(toWrite.length) : text.notCurrent;
}
