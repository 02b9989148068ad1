import { useQuery } from '@tanstack/react-query';
import type { ItemGrouping } from '../../../shared/vocabulary/words.ts';
import { refusalOf } from '../../state/refusals.ts';
import { ledgerText } from '../../text/rectification-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { useLedgerNames } from './ledger-names.ts';
import { chosenGroup, groupFilter, type LedgerSearch, withoutGroup } from './ledger-search.ts';
import { type ItemGroup, type Place, rectificationQueries } from './rectification-queries.ts';

interface LedgerGroupsProps {
  readonly place: Place;
  readonly by: ItemGrouping;
  readonly search: LedgerSearch;
  readonly change: (change: Partial<LedgerSearch>) => void;
}

/** The rows of the list counted by what they have in common; a group narrows the list to its rows. */
export function LedgerGroups({ place, by, search, change }: LedgerGroupsProps) {
  const { groupTitle } = useLedgerNames(place);
  const { data, error } = useQuery(
    rectificationQueries.groups(place, search.view, by, withoutGroup(by, search)),
  );
  const chosen = chosenGroup(by, search);
  const title = ledgerText.groupsTitle(ledgerText.groupings[by]);
  if (error) return <ErrorNotice refusal={refusalOf(error)} />;
  const total = (data ?? []).reduce((sum, { count }) => sum + count, 0);
  const all: Partial<LedgerSearch> = { [by]: undefined, ...(by === 'unit' && { below: undefined }) };
  return (
    <nav className="rectification-groups" aria-label={title}>
      <ul>
        <li>
          <button type="button" aria-pressed={chosen === undefined} onClick={() => change(all)}>
            <span>{ledgerText.groupAll}</span>
            <b>{total}</b>
          </button>
        </li>
        {(data ?? []).map((group) => (
          <li key={group.key ?? ''}>{line(group)}</li>
        ))}
      </ul>
    </nav>
  );

  function line(group: ItemGroup) {
    const { key, name, count, overdue, dueSoon, closed } = group;
    const said = groupTitle(by, key, name);
    const content = (
      <>
        <span>{said}</span>
        {overdue > 0 && <span className="chip danger">{ledgerText.groupOverdue(overdue)}</span>}
        <b>{count}</b>
      </>
    );
    const hint = `${said}：${ledgerText.groupCounts(overdue, dueSoon, closed)}`;
    // Rows that name none cannot be asked for: they are counted only.
    if (key === null) return <p title={hint}>{content}</p>;
    const isChosen = key === chosen;
    return (
      <button
        type="button"
        aria-pressed={isChosen}
        title={hint}
        onClick={() => change(isChosen ? all : groupFilter(by, key))}
      >
        {content}
      </button>
    );
  }
}
