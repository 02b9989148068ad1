import { useQuery } from '@tanstack/react-query';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { campaignText, versionsText as text } from '../../text/campaign-page.ts';
import { timeOf } from '../../text/frame.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { campaignQueries, type Version } from './campaign-queries.ts';

/** Who changed what, from when and why. */
export function VersionsPanel() {
  const { today } = useIdentity();
  const { data = [], error } = useQuery(campaignQueries.versions);
  const { version, effectiveOn, reason, changed, by, at } = text.columns;
  return (
    <Panel title={text.title} note={text.note} foot={text.foot(data.length)}>
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      <SimpleTable<Version>
        label={text.title}
        rows={data}
        rowKey={(row) => String(row.version)}
        columns={[
          { id: 'version', title: version, width: 112, cell: (row) => numberOf(row, data) },
          {
            id: 'effectiveOn',
            title: effectiveOn,
            width: 120,
            cell: (row) => (row.effectiveOn === null ? text.always : campaignText.day(row.effectiveOn)),
          },
          { id: 'changed', title: changed, width: 176, cell: changedOf },
          { id: 'reason', title: reason, cell: (row) => row.reason ?? '—' },
          { id: 'by', title: by, width: 88, cell: (row) => row.by ?? text.program },
          { id: 'at', title: at, width: 128, wideOnly: true, cell: (row) => timeOf(row.at, today) },
        ]}
      />
    </Panel>
  );
}

function numberOf({ version }: Version, all: readonly Version[]) {
  return (
    <>
      {text.version(version)}{' '}
      {version === all[0]?.version && <span className="chip line">{text.inForce}</span>}
    </>
  );
}

function changedOf({ changed, version }: Version): string {
  if (version === 1) return text.first;
  return changed.map((part) => text.parts[part] ?? part).join('、');
}
