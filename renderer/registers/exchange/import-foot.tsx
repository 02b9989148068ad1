import { Button, Input } from 'antd';
import { useIdentity, useMay } from '../../state/session.ts';
import { importText } from '../../text/exchange-page.ts';
import { importDeskText as text } from '../../text/import-desk.ts';
import { Key } from '../../ui/page.tsx';
import type { Offer } from './import-page.tsx';

interface ImportFootProps {
  readonly offer: Offer;
  readonly isApplied: boolean;
  readonly isRunning: boolean;
  readonly dropReason: string;
  readonly onDropReason: (reason: string) => void;
  readonly onApply: () => void;
  readonly onAgain: () => void;
}

/** What can be taken back, said beforehand, and the two ways on. */
export function ImportFoot(props: ImportFootProps) {
  const { offer, isApplied, isRunning, dropReason, onDropReason, onApply, onAgain } = props;
  const mayDrop = useMay('leader', 'administrator');
  return (
    <div className="import-foot">
      <Reversible />
      {offer.isLossy && mayDrop && !isApplied && (
        <Input
          aria-label={importText.dropReason}
          placeholder={importText.dropReason}
          value={dropReason}
          onChange={({ target }) => onDropReason(target.value)}
        />
      )}
      <Button onClick={onAgain} disabled={isRunning}>
        {isApplied ? importText.again : importText.cancel}
      </Button>
      {!isApplied && (
        <Button type="primary" onClick={onApply} disabled={isRunning || !offer.canApply}>
          {labelOf(offer)}
          <Key>Ctrl+Enter</Key>
        </Button>
      )}
    </div>
  );
}

function Reversible() {
  const { role } = useIdentity();
  if (role === 'office') return <span className="secondary">{importText.noUndo}</span>;
  return (
    <span className="import-reversible">
      <b>↩ {text.undoable}</b>，{text.until}
    </span>
  );
}

function labelOf({ applicable, noted, canApply }: Offer): string {
  if (applicable > 0 || (canApply && noted === 0)) return importText.apply(applicable);
  return noted > 0 ? text.set(noted) : importText.nothing;
}
