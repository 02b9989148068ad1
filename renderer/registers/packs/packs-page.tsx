import './packs.css';
import { IssueRoom } from './issue-room.tsx';
import { usePacksSearch } from './packs-search.ts';
import { TakeRoom } from './take-room.tsx';

/** Files that units fill: given out here, and taken in here when they come back. */
export function PacksPage() {
  const { search, change } = usePacksSearch();
  return search.view === 'take' ? (
    <TakeRoom kind={search.kind} />
  ) : (
    <IssueRoom search={search} onChange={change} />
  );
}
