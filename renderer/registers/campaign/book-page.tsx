import './campaign.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { refusalOf } from '../../state/refusals.ts';
import { booksText as text } from '../../text/campaign-page.ts';
import { frameText } from '../../text/frame.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActionsRoom } from '../actions/index.ts';
import { FiguresTable } from '../figures/index.ts';
import { OfficeSessions } from '../offices/index.ts';
import { ItemsLedger } from '../rectification/index.ts';
import { FilingsLedger } from '../self-inspection/index.ts';
import { CountersLedger, InstitutionsLedger, TalksLedger } from '../supporting/index.ts';
import { type Book, campaignQueries } from './campaign-queries.ts';

const TABS = [
  'figures',
  'study',
  'selfInspection',
  'rectification',
  'actions',
  'institutions',
  'counters',
  'talks',
] as const;
type TabId = (typeof TABS)[number];

/** What is frozen in them is read as it is printed. */
const BOOK_FORMS = ['evaluationSheet', 'weeklyReport'] as const;

/** Closed books, read only, as they were on the day they were closed. */
export function BookPage() {
  const { office: id = '' } = useParams({ strict: false });
  const { data, error } = useQuery(campaignQueries.books);
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  if (!data) return <Empty>{frameText.loading}</Empty>;
  const book = data.find((one) => one.id === id);
  if (!book) return <Empty action={<ToBooks />}>{text.unknown}</Empty>;
  return <BookRegisters key={id} book={book} />;
}

function BookRegisters({ book }: { readonly book: Book }) {
  const { tab, choose } = useTab();
  return (
    <Page
      title={
        <>
          <ToBooks /> / {book.campaign}
        </>
      }
      subtitle={
        <>
          <span className="chip grey">{text.readOnly}</span> {book.officeName} · {text.closed(book.closedOn)}
        </>
      }
      strip={
        <Tabs
          label={text.tabsLabel}
          tabs={TABS.map((id) => ({ id, title: text.tabs[id] }))}
          chosen={tab}
          onChoose={choose}
        />
      }
      actions={BOOK_FORMS.map((form) => (
        <Link key={form} to="/forms" search={{ form, office: book.id }} className="button-link">
          {text.toForms[form]}
        </Link>
      ))}
      flush
    >
      <Register tab={tab} book={book} />
    </Page>
  );
}

function Register({ tab, book }: { readonly tab: TabId; readonly book: Book }) {
  if (tab === 'study') return <OfficeSessions office={book.id} isClosed />;
  if (tab === 'selfInspection') return <FilingsLedger office={book.id} />;
  if (tab === 'rectification') return <ItemsLedger office={book.id} />;
  if (tab === 'actions') return <ActionsRoom office={book.id} />;
  if (tab === 'institutions') return <InstitutionsLedger office={book.id} />;
  if (tab === 'counters') return <CountersLedger office={book.id} />;
  if (tab === 'talks') return <TalksLedger office={book.id} />;
  return <BookFigures book={book} />;
}

function BookFigures({ book }: { readonly book: Book }) {
  const { data, error } = useQuery(campaignQueries.figures(book.closedOn, book.id));
  return (
    <div className="campaign-padded">
      {error && <ErrorNotice refusal={refusalOf(error)} />}
      {data && (
        <Panel title={text.figures} note={text.figuresNote(book.closedOn)}>
          <FiguresTable figures={data.figures} withDefinitions />
        </Panel>
      )}
    </div>
  );
}

function ToBooks() {
  return (
    <Link to="/campaign" search={{ view: 'books' }} className="campaign-back">
      {text.back}
    </Link>
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
