import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { makeupText } from '../../text/study-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { OnlyChip } from '../../ui/only-chip.tsx';
import { Empty, Panel } from '../../ui/page.tsx';
import { MakeupActions } from './makeup-actions.tsx';
import {
  chosenRows,
  type MakeupChoice,
  makeupLines,
  toggled,
  withoutSession,
  withSession,
} from './makeup-groups.ts';
import { MakeupList } from './makeup-list.tsx';
import type { StudySearch } from './session-filter.ts';
import { type MakeupRow, type MakeupState, studyQueries } from './study-queries.ts';

interface MakeupsPanelProps {
  readonly search: StudySearch;
  readonly onChange: (more: StudySearch) => void;
}

const NO_ROWS: readonly MakeupRow[] = [];
const MAKEUP_STATES = ['pending', 'done', 'leavers'] as const;
type MakeupTerm = (typeof MAKEUP_STATES)[number];

/** The backlog by the session that was missed; those who stand alike are settled together, whatever they missed. */
export function MakeupsPanel({ search, onChange }: MakeupsPanelProps) {
  const roles = useIdentity().account?.roles ?? [];
  const shown = MAKEUP_STATES.find((state) => state === search.makeups) ?? 'open';
  const backlog = useInfiniteQuery(studyQueries.makeups(shown, search.phase));
  const pages = backlog.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.rows) ?? NO_ROWS, [pages]);
  const lines = useMemo(() => makeupLines(rows), [rows]);
  const [choice, setChoice] = useState<MakeupChoice | null>(null);
  const chosen = useMemo(() => chosenRows(rows, choice), [rows, choice]);
  return (
    <Panel
      title={`${makeupText.title} ${pages?.[0]?.total ?? ''}`}
      note={<MakeupStates phase={search.phase} shown={shown} onShow={(makeups) => onChange({ makeups })} />}
      extra={<PhaseChip phase={search.phase} onClear={() => onChange({ phase: undefined })} />}
      className="study-makeups"
      foot={
        chosen.length > 0 ? (
          <MakeupActions rows={chosen} roles={roles} onDone={() => setChoice(null)} />
        ) : (
          makeupText.note
        )
      }
    >
      {backlog.error && <ErrorNotice refusal={refusalOf(backlog.error)} />}
      {backlog.data && rows.length === 0 && <Empty>{makeupText.none}</Empty>}
      {rows.length > 0 && (
        <MakeupList
          lines={lines}
          roles={roles}
          chosen={chosen}
          onToggle={(row) => setChoice(toggled(choice, row))}
          onWhole={(session, isWanted) => void chooseWhole(session, isWanted)}
          onEnd={() => backlog.hasNextPage && !backlog.isFetching && void backlog.fetchNextPage()}
        />
      )}
    </Panel>
  );

  /** The last session in sight may go on beyond what was read. */
  async function chooseWhole(session: string, isWanted: boolean): Promise<void> {
    let known = rows;
    let { hasNextPage } = backlog;
    while (isWanted && hasNextPage && known.at(-1)?.session === session) {
      const next = await backlog.fetchNextPage();
      known = next.data?.pages.flatMap((page) => page.rows) ?? known;
      hasNextPage = next.hasNextPage && !next.isError;
    }
    setChoice((now) => (isWanted ? withSession(now, known, session, roles) : withoutSession(now, session)));
  }
}

/** The phase that the sessions are narrowed to narrows what was missed in them too. */
function PhaseChip({ phase, onClear }: { readonly phase: string | undefined; readonly onClear: () => void }) {
  const { data } = useQuery(studyQueries.campaign());
  const name = data?.phases.find(({ id }) => id === phase)?.name;
  return name === undefined ? null : <OnlyChip word={name} onClear={onClear} />;
}

interface MakeupStatesProps {
  readonly phase: string | undefined;
  readonly shown: MakeupState;
  readonly onShow: (state: MakeupTerm | undefined) => void;
}

/** ＝ 待补 ＋ 已补待确认 ＋ 离岗待免补; each term filters. */
function MakeupStates({ phase, shown, onShow }: MakeupStatesProps) {
  const counts = {
    pending: useQuery(studyQueries.makeupCount('pending', phase)).data,
    done: useQuery(studyQueries.makeupCount('done', phase)).data,
    leavers: useQuery(studyQueries.makeupCount('leavers', phase)).data,
  };
  const terms = MAKEUP_STATES.filter((state) => state !== 'leavers' || counts.leavers || shown === 'leavers');
  return (
    <fieldset className="makeup-states" aria-label={makeupText.statesLabel}>
      {terms.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={shown === state}
          onClick={() => onShow(shown === state ? undefined : state)}
        >
          {makeupText.states[state]} <b>{counts[state] ?? ''}</b>
        </button>
      ))}
    </fieldset>
  );
}
