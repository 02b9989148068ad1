import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ITEM_VIEWS, type ItemView } from '../../../shared/vocabulary/words.ts';
import { useNotices } from '../../state/notices.ts';
import { useMay } from '../../state/session.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { type Tab, Tabs } from '../../ui/tabs.tsx';
import { useLedgerNames } from './ledger-names.ts';
import { type LedgerSearch, ledgerSearchOf, NO_FILTER } from './ledger-search.ts';
import { isSameView, MOST_VIEWS, type OwnView, useOwnViews, wordsOf } from './own-views.ts';
import { PrintLink } from './print-link.tsx';
import { type Place, rectificationQueries } from './rectification-queries.ts';

const TONES: Readonly<Partial<Record<ItemView, 'danger' | 'warn'>>> = { overdue: 'danger', dueSoon: 'warn' };
const text = ledgerText.ownView;

interface LedgerViewsProps {
  readonly place: Place;
  readonly search: LedgerSearch;
  readonly change: (change: Partial<LedgerSearch>) => void;
}

/** The views that everybody has, those of what came from above, and those the account has put together. */
export function LedgerViews({ place, search, change }: LedgerViewsProps) {
  const own = useOwnViews();
  const isOwnLedger = place.office === undefined;
  const views = isOwnLedger ? own.views : [];
  const words = wordsOf(search);
  const chosenOwn = views.find((view) => isSameView(view.words, words));
  const { viewTitle } = useLedgerNames(place);
  const tabs = [
    ...useStandardTabs(place, search),
    ...useOwnTabs(place, views, (view) => viewTitle(view.words)),
  ];
  const { tellDone } = useNotices.getState();

  const strip = useChosenInSight(chosen());

  return (
    <div className="rectification-views" ref={strip}>
      <Tabs label={ledgerText.viewsLabel} tabs={tabs} chosen={chosen()} onChoose={choose} />
      <span className="rectification-keep">
        <PrintLink place={place} search={search} />
        {isOwnLedger && keeper()}
      </span>
    </div>
  );

  function chosen(): string {
    if (chosenOwn) return chosenOwn.id;
    if (search.matter === 'itemToComplete') return 'toComplete';
    if (search.fromGroup && search.view === 'open') return 'fromGroup';
    return search.view;
  }

  function choose(id: string): void {
    const view = views.find((one) => one.id === id);
    const special = { fromGroup: undefined, matter: undefined };
    if (view) change({ ...ledgerSearchOf(view.words), item: search.item });
    else if (id === 'fromGroup') change({ ...special, view: 'open', fromGroup: true });
    else if (id === 'toComplete') change({ ...special, view: 'open', matter: 'itemToComplete' });
    else if (chosenOwn) change({ ...NO_FILTER, group: undefined, view: viewOf(id) });
    else
      change({
        ...(search.matter === 'itemToComplete' || search.fromGroup ? special : {}),
        view: viewOf(id),
      });
  }

  function keeper() {
    if (chosenOwn) {
      const remove = () => {
        own.remove(chosenOwn.id);
        tellDone(text.removed(viewTitle(chosenOwn.words)));
      };
      return keeperButton(text.remove, remove, null);
    }
    const isPlain = Object.keys(words).every((name) => ['view', 'sort'].includes(name));
    const why = isPlain ? text.chooseFirst : views.length >= MOST_VIEWS ? text.full(MOST_VIEWS) : null;
    const save = () => {
      own.save(search);
      tellDone(text.saved(viewTitle(words)));
    };
    return keeperButton(`＋ ${text.save}`, save, why);
  }
}

/** More tabs than the strip has room for scroll: the chosen one is never out of sight. */
function useChosenInSight(chosen: string) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = chosen && strip.current?.querySelector('[aria-selected="true"]');
    if (tab) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return strip;
}

function keeperButton(title: string, onClick: () => void, why: string | null) {
  return (
    <button
      type="button"
      className="link-button"
      disabled={why !== null}
      title={why ?? text.searchNotKept}
      onClick={onClick}
    >
      {title}
    </button>
  );
}

function useStandardTabs(place: Place, search: LedgerSearch): Tab<string>[] {
  const isClerk = useMay('clerk', 'reviewer');
  const isOffice = place.office === undefined && isClerk;
  const own = { ...search, fromGroup: undefined, matter: undefined };
  const isSpecial = search.fromGroup !== undefined || search.matter === 'itemToComplete';
  const counts = useQuery(rectificationQueries.counts(place, isSpecial ? own : search)).data;
  const above = useQuery({
    ...rectificationQueries.counts(place, { ...own, fromGroup: true }),
    enabled: isOffice,
  }).data;
  const lacking = useQuery({
    ...rectificationQueries.counts(place, { ...own, matter: 'itemToComplete' }),
    enabled: isOffice,
  }).data;
  const tabs: Tab<string>[] = ITEM_VIEWS.map((id) => ({
    id,
    title: ledgerText.views[id],
    count: counts?.[id],
    tone: TONES[id],
  }));
  const isLacking = search.matter === 'itemToComplete' || (lacking?.open ?? 0) > 0;
  if (isOffice && isLacking)
    tabs.push({ id: 'toComplete', title: ledgerText.toComplete, count: lacking?.open, tone: 'warn' });
  if (isOffice) tabs.push({ id: 'fromGroup', title: ledgerText.fromGroup, count: above?.open });
  return tabs;
}

function useOwnTabs(
  place: Place,
  views: readonly OwnView[],
  title: (view: OwnView) => string,
): Tab<string>[] {
  const searches = views.map(({ words }) => ledgerSearchOf(words));
  const counts = useQueries({ queries: searches.map((one) => rectificationQueries.counts(place, one)) });
  return views.map((view, at) => ({
    id: view.id,
    title: title(view),
    count: counts[at]?.data?.[searches[at]?.view ?? 'open'],
  }));
}

function viewOf(id: string): ItemView {
  return ITEM_VIEWS.find((view) => view === id) ?? 'open';
}
