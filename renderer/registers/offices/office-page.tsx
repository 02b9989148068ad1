import './offices.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { frameText } from '../../text/frame.ts';
import { officesText, officeText } from '../../text/offices-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActionsRoom } from '../actions/index.ts';
import { EvaluationLedger } from '../evaluation/index.ts';
import { FiguresTable } from '../figures/index.ts';
import { ItemsLedger } from '../rectification/index.ts';
import { FilingsLedger } from '../self-inspection/index.ts';
import { CountersLedger, InstitutionsLedger } from '../supporting/index.ts';
import { WeeklyLedger } from '../weekly-reports/index.ts';
import { BundleChanges } from './bundle-changes.tsx';
import { OfficeSessions } from './office-sessions.tsx';
import { type Office, officesQueries } from './offices-queries.ts';

const TABS = [
  'figures',
  'study',
  'selfInspection',
  'rectification',
  'actions',
  'evaluation',
  'institutions',
  'counters',
  'weekly',
  'changes',
] as const;
type TabId = (typeof TABS)[number];

/** One office's registers, read only, as its last bundle has them. */
export function OfficePage() {
  const { office: id = '' } = useParams({ strict: false });
  const { today } = useIdentity();
  const { data, error } = useQuery(officesQueries.byOffice(today));
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return <Empty>{frameText.loading}</Empty>;
  const office = data.offices.find((one) => one.id === id);
  if (!office)
    return <Empty action={<Link to="/offices">{officeText.back}</Link>}>{officeText.unknown}</Empty>;
  return <OfficeRegisters key={id} office={office} />;
}

function OfficeRegisters({ office }: { readonly office: Office }) {
  const { tab, choose } = useTab();
  const { dataUntil, lastSequence, name, quarantined } = office;
  return (
    <Page
      title={
        <>
          <Link to="/offices" className="offices-back">
            {officeText.back}
          </Link>{' '}
          / {name}
        </>
      }
      subtitle={
        <>
          <span className="chip grey">{officeText.readOnly}</span>{' '}
          {dataUntil ? officeText.asOf(dataUntil, lastSequence) : officeText.never}{' '}
          {quarantined && <span className="chip danger">{officesText.quarantinedNote}</span>}
        </>
      }
      strip={
        <Tabs
          label={officeText.tabsLabel}
          tabs={TABS.map((id) => ({ id, title: officeText.tabs[id] }))}
          chosen={tab}
          onChoose={choose}
        />
      }
      flush
    >
      {dataUntil ? (
        <Register tab={tab} office={office.id} dataUntil={dataUntil} />
      ) : (
        <Empty action={<Link to="/exchange">{officesText.toExchange}</Link>}>{officeText.nothing}</Empty>
      )}
    </Page>
  );
}

interface RegisterProps {
  readonly tab: TabId;
  readonly office: string;
  readonly dataUntil: string;
}

function Register({ tab, office, dataUntil }: RegisterProps) {
  if (tab === 'study') return <OfficeSessions office={office} />;
  if (tab === 'selfInspection') return <FilingsLedger office={office} />;
  if (tab === 'rectification') return <ItemsLedger office={office} />;
  if (tab === 'actions') return <ActionsRoom office={office} />;
  if (tab === 'evaluation') return <EvaluationLedger office={office} dataUntil={dataUntil} />;
  if (tab === 'institutions') return <InstitutionsLedger office={office} />;
  if (tab === 'counters') return <CountersLedger office={office} />;
  if (tab === 'weekly') return <WeeklyLedger office={office} />;
  if (tab === 'changes') return <BundleChanges office={office} />;
  return <OfficeFigures office={office} asOf={dataUntil} />;
}

function OfficeFigures({ office, asOf }: { readonly office: string; readonly asOf: string }) {
  const { data, error } = useQuery(officesQueries.figures(asOf, office));
  return (
    <div className="offices-padded">
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <Panel title={officeText.figures} note={officeText.figuresNote(asOf)}>
          <FiguresTable figures={data.figures} withDefinitions />
        </Panel>
      )}
    </div>
  );
}

/** Another register begins without the filters of the last. */
function useTab() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    tab: TABS.find((id) => id === params.tab) ?? 'figures',
    choose: (tab: TabId) => void navigate({ to: '.', search: { tab }, replace: true }),
  };
}
