import { useQuery } from '@tanstack/react-query';
import { SESSION_VIEWS } from '../../../shared/vocabulary/words.ts';
import { studyText } from '../../text/study-page.ts';
import { Tabs } from '../../ui/tabs.tsx';
import type { SessionFilter, StudySearch } from './session-filter.ts';
import { studyQueries } from './study-queries.ts';

interface SessionTabsProps {
  readonly filter: SessionFilter;
  readonly onChange: (more: StudySearch) => void;
}

const TONES = { unmarked: 'warn', returned: 'danger' } as const;

/** The views with how many sessions each would list. */
export function SessionTabs({ filter: { view, phase, search }, onChange }: SessionTabsProps) {
  const counts = useQuery(studyQueries.counts({ phase, search }));
  return (
    <Tabs
      label={studyText.viewsLabel}
      tabs={SESSION_VIEWS.map((id) => ({
        id,
        title: studyText.views[id],
        count: counts.data?.[id],
        tone: id in TONES ? TONES[id as keyof typeof TONES] : undefined,
      }))}
      chosen={view}
      onChoose={(id) => onChange({ view: id, state: undefined, matter: undefined })}
    />
  );
}
