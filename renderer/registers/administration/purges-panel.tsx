import { useQuery } from '@tanstack/react-query';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { dayOf, timeOf } from '../../text/frame.ts';
import { retentionText as text } from '../../text/summaries-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { administrationQueries } from './administration-queries.ts';

/** What was erased, for the one who set the day and the one who answers for the registers. */
export function PurgesPanel() {
  const { today } = useIdentity();
  const purges = useQuery(administrationQueries.purges);
  const rows = purges.data ?? [];
  const { at, by, purgeOn, before, after, scrubbed } = text.reportColumns;
  return (
    <Panel title={text.reports} note={text.reportsNote} foot={text.reportsFoot(rows.length)}>
      {purges.error && <ErrorNotice refusal={refusalOf(purges.error)} />}
      {purges.data?.length === 0 ? (
        <Empty>{text.reportsNone}</Empty>
      ) : (
        <SimpleTable
          label={text.reports}
          rows={rows}
          rowKey={(_, index) => String(rows.length - index)}
          columns={[
            { id: 'at', title: at, width: 104, cell: (row) => timeOf(row.at, today) },
            { id: 'by', title: by, cell: (row) => row.by ?? text.byProgram },
            { id: 'purgeOn', title: purgeOn, width: 84, wideOnly: true, cell: (row) => dayOf(row.purgeOn) },
            { id: 'before', title: before, width: 60, align: 'number', cell: (row) => row.before },
            { id: 'after', title: after, width: 60, align: 'number', cell: (row) => row.after },
            { id: 'scrubbed', title: scrubbed, width: 152, cell: (row) => scrubOf(row.scrubbedAt, today) },
          ]}
        />
      )}
    </Panel>
  );
}

function scrubOf(scrubbedAt: string | null, today: string) {
  if (!scrubbedAt) return <StateSign shape="half">{text.notScrubbed}</StateSign>;
  return (
    <StateSign shape="full" tone="ok">
      {text.scrubbed(scrubbedAt, today)}
    </StateSign>
  );
}
