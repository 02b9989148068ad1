import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { isOwed } from '../../../shared/rules/reporting.ts';
import { exchangeText } from '../../text/exchange-page.ts';
import { dayOf } from '../../text/frame.ts';
import { cellText as text } from '../../text/oversight-page.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { type GridCell, type GridRow, officesQueries, type Period } from './offices-queries.ts';

interface CellDialogProps {
  readonly office: GridRow;
  readonly period: Period;
  readonly cell: GridCell;
  readonly name: string;
  readonly onClose: () => void;
}

/** What stands behind one cell: the bundle's own line, and where to go on from it. */
export function CellDialog({ office, period, cell, name, onClose }: CellDialogProps) {
  const { state, bundle, missing, daysLate, nil } = cell;
  const kept = useQuery(officesQueries.bundles(office.id)).data?.bundles;
  const line = kept?.find(({ epoch, sequence }) => epoch === bundle?.epoch && sequence === bundle.sequence);
  return (
    <Dialog
      title={text.title(office.name, name)}
      onClose={onClose}
      foot={
        <>
          <Links
            office={office}
            period={period}
            cell={cell}
            comparable={office.kind === 'office' && (line?.comparable ?? false)}
          />
          <Button onClick={onClose}>{text.close}</Button>
        </>
      }
    >
      <p>{text.says[state]}</p>
      <dl className="offices-facts">
        <Fact name={text.dueOn}>{dayOf(period.dueOn)}</Fact>
        {daysLate > 0 && <Fact name={text.daysLate}>{text.days(daysLate)}</Fact>}
        {bundle && <Fact name={text.bundle}>{text.sequence(bundle.sequence)}</Fact>}
        {line && <Fact name={text.asOf}>{dayOf(line.asOf)}</Fact>}
        {line && <Fact name={text.receivedOn}>{dayOf(line.receivedOn)}</Fact>}
        {line && <Fact name={text.bookState}>{exchangeText.kept(line.state)}</Fact>}
        {missing.length > 0 && <Fact name={text.missing}>{text.missingNumbers(missing)}</Fact>}
        {nil && <Fact name={text.nil}>{text.nilSaid}</Fact>}
        {line && (
          <Fact name={text.hash}>
            <code className="offices-hash">{line.hash.slice(0, 16)}</code>
          </Fact>
        )}
      </dl>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface LinksProps extends Pick<CellDialogProps, 'office' | 'period' | 'cell'> {
  readonly comparable: boolean;
}

function Links({ office, period, cell, comparable }: LinksProps) {
  const { bundle } = cell;
  return (
    <span className="offices-links">
      {bundle && comparable && (
        <Link
          to="/offices/$office"
          params={{ office: office.id }}
          search={{ tab: 'changes', to: `${bundle.epoch}-${bundle.sequence}` }}
        >
          {text.toChanges}
        </Link>
      )}
      {isOwed(cell) && (
        <Link to="/forms" search={{ form: 'reminderLetter', office: office.id, until: period.until }}>
          {text.toReminder}
        </Link>
      )}
      {cell.state === 'quarantined' && <Link to="/exchange/quarantine">{text.toQuarantine}</Link>}
      <Link to="/exchange">{text.toExchange}</Link>
    </span>
  );
}
