import './study.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMemo } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useIdentity } from '../../state/session.ts';
import { studyText } from '../../text/study-page.ts';
import { matrixText } from '../../text/study-tables.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { MatrixCell } from './matrix-cell.tsx';
import { matrixColumns } from './matrix-columns.tsx';
import type { StudySearch } from './session-filter.ts';
import { studyQueries } from './study-queries.ts';

/** People × sessions over a phase: who was reached, and where the gaps are. */
export function MatrixPage() {
  const search: StudySearch = useSearch({ strict: false });
  const { today } = useIdentity();
  const navigate = useNavigate();
  const campaign = useQuery(studyQueries.campaign());
  const units = useQuery(studyQueries.units());
  const phases = campaign.data?.phases ?? [];
  const ofToday = phases.find(({ beginsOn, endsOn }) => beginsOn <= today && today <= endsOn);
  const phase = search.phase ?? ofToday?.id ?? phases[0]?.id;
  const filter = { phase, unit: search.unit, below: true, search: search.search };
  const head = useQuery({ ...studyQueries.matrixHead(filter), enabled: campaign.isSuccess });
  const { key, ask } = studyQueries.matrix(filter);
  const rows = usePagedRows(key, ask);
  const columns = useMemo(() => matrixColumns(head.data?.sessions ?? []), [head.data]);
  const error = head.error ?? rows.error;

  return (
    <Page
      title={
        <>
          <Link to="/study" className="session-title-before">
            {studyText.title}
          </Link>{' '}
          / {matrixText.title}
        </>
      }
      subtitle={matrixText.subtitle}
      strip={
        <div className="toolbar">
          <Select
            className="study-phase"
            aria-label={studyText.phase}
            value={phase ?? null}
            onChange={(id) => change({ phase: id ?? undefined })}
            options={phases.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select<string | null>
            className="matrix-unit"
            aria-label={matrixText.unit}
            showSearch={{ optionFilterProp: 'label' }}
            value={search.unit ?? null}
            onChange={(unit) => change({ unit: unit ?? undefined })}
            options={[
              { value: null, label: matrixText.everyUnit },
              ...(units.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <SearchBox
            label={matrixText.find}
            placeholder={matrixText.find}
            className="study-search"
            value={search.search ?? ''}
            onChange={(text) => change({ search: text || undefined })}
          />
          <MatrixLegend />
        </div>
      }
    >
      {error ? <ErrorNotice refusal={refusalOf(error)} /> : null}
      <Panel
        title={matrixText.people(rows.total)}
        note={matrixText.sessions(head.data?.sessions.length ?? 0)}
        foot={matrixText.definition}
      >
        <DataTable
          label={matrixText.title}
          columns={columns}
          total={rows.total}
          row={rows.row}
          rowKey={({ person }) => person}
          onShow={rows.show}
          empty={rows.isLoading ? undefined : <Empty>{matrixText.empty}</Empty>}
        />
      </Panel>
    </Page>
  );

  function change(more: StudySearch): void {
    const next = { phase, ...search, ...more };
    void navigate({ to: '/study/matrix', search: next, replace: true });
  }
}

const LEGEND = ['p', 'a', 'l', 'm', 'n', 'o', 'e', 'u', '-'] as const;

/** What each box of the matrix says: the shape tells it, the colour only helps. */
function MatrixLegend() {
  return (
    <ul className="matrix-legend" aria-label={matrixText.legend}>
      {LEGEND.map((code) => (
        <li key={code}>
          <MatrixCell code={code} /> {matrixText.cells[code]}
        </li>
      ))}
    </ul>
  );
}
