import { bundlesText } from '../../text/handing-over.ts';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import type { Party, Standing } from './exchange-queries.ts';

interface StandingPanelProps {
  readonly parties: readonly Party[];
  readonly standings: readonly Standing[];
  /** Shows one party's numbers alone. */
  readonly onChoose: (party: string) => void;
}

/** At who has many parties: how far the exchange with each of them is, in both directions. */
export function StandingPanel({ parties, standings, onChoose }: StandingPanelProps) {
  const titles = bundlesText.standingColumns;
  const number = (id: 'last' | 'written' | 'delivered' | 'acknowledged', title: string) => ({
    id,
    title,
    width: 72,
    cell: ({ sent }: Standing) => bundlesText.number(sent[id]),
  });
  return (
    <Panel
      title={bundlesText.standing}
      className="exchange-standing"
      foot={bundlesText.standingFoot(standings.length)}
    >
      <SimpleTable<Standing>
        label={bundlesText.standing}
        rows={standings}
        rowKey={({ party }) => party}
        isMarked={({ received }) => received.quarantined > 0}
        columns={[
          {
            id: 'name',
            title: titles.name,
            cell: ({ party }) => (
              <button type="button" className="link-button" onClick={() => onChoose(party)}>
                {parties.find(({ officeId }) => officeId === party)?.name ?? '—'}
              </button>
            ),
          },
          number('last', titles.sent),
          number('written', titles.written),
          number('delivered', titles.delivered),
          number('acknowledged', titles.has),
          {
            id: 'applied',
            title: titles.applied,
            width: 72,
            cell: ({ received }) => <b>{bundlesText.number(received.applied)}</b>,
          },
          {
            id: 'missing',
            title: titles.missing,
            width: 130,
            cell: ({ received }) => bundlesText.gaps(received.gaps, received.missing),
          },
          {
            id: 'quarantined',
            title: titles.quarantined,
            width: 60,
            cell: ({ received }) => bundlesText.quarantined(received.quarantined),
          },
        ]}
      />
    </Panel>
  );
}
