import './rectification.css';
import { useRoomAddress } from '../../state/room-address.ts';
import { useIdentity } from '../../state/session.ts';
import { ItemPanel } from './item-panel.tsx';
import type { ItemTask } from './item-task.ts';
import { ItemsList } from './items-list.tsx';
import { LedgerGroups } from './ledger-groups.tsx';
import { type LedgerSearch, ledgerSearchOf } from './ledger-search.ts';
import { LedgerToolbar } from './ledger-toolbar.tsx';
import { LedgerViews } from './ledger-views.tsx';
import type { Item } from './rectification-queries.ts';

interface ItemsLedgerProps {
  /** An office whose ledger a guidance group reads; the own one when none is named. */
  readonly office?: string | undefined;
  /** Absent: the ledger is only read. */
  readonly onTask?: (item: Item, task: ItemTask) => void;
  readonly onCreate?: () => void;
}

/** Tabs, filters, the list, its groups and the open item beside it; what is shown stands in the address. */
export function ItemsLedger({ office, onTask, onCreate }: ItemsLedgerProps) {
  const { today } = useIdentity();
  const place = { office, today };
  const { search, change } = useLedgerSearch(office);
  const open = (item: string) => change({ item });
  const beside = [search.group && 'with-groups', search.item && 'with-panel'].filter(Boolean).join(' ');
  return (
    <div className="rectification-ledger">
      <LedgerViews {...{ place, search, change }} />
      <LedgerToolbar {...{ place, search, change }} />
      <div className={`rectification-body ${beside}`}>
        {search.group && <LedgerGroups by={search.group} {...{ place, search, change }} />}
        <ItemsList {...{ place, search, change, open, onCreate }} mayWrite={onTask !== undefined} />
        {search.item && (
          <ItemPanel
            id={search.item}
            onTask={onTask ?? null}
            onOpen={open}
            onClose={() => change({ item: undefined })}
          />
        )}
      </div>
    </div>
  );
}

/** Of another office the units are others: only what means the same everywhere is remembered. */
function useLedgerSearch(office: string | undefined) {
  const { params, change } = useRoomAddress({
    room: office === undefined ? 'rectification' : 'rectification.ofOffice',
    remembered: office === undefined ? [...REMEMBERED, ...OWN_WORDS] : REMEMBERED,
    passing: [...OWN_WORDS, 'search', 'owner', 'matter', 'whose', 'fromGroup', 'supervised'],
  });
  return { search: ledgerSearchOf(params), change: (part: Partial<LedgerSearch>) => change({ ...part }) };
}

const REMEMBERED = ['view', 'sort', 'group', 'state', 'source', 'due'];
const OWN_WORDS = ['category', 'unit', 'below'];
