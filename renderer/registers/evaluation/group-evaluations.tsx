import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { EVALUATION_STATES } from '../../../shared/vocabulary/evaluation-words.ts';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { deliveryWord, evaluationText, groupEvaluationsText as text } from '../../text/evaluation-page.ts';
import { dayOf } from '../../text/frame.ts';
import { evaluationStateWords } from '../../text/words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty, Page, Panel } from '../../ui/page.tsx';
import { evaluationQueries, type GroupEvaluation } from './evaluation-queries.ts';
import { VerdictSign } from './evaluation-signs.tsx';

const ALL = 'all';

/** What this group found of its offices: drafts that wait for the leader, and what became of the rest. */
export function GroupEvaluations() {
  const params: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = EVALUATION_STATES.find((one) => one === params.state);
  const { key, ask } = evaluationQueries.ofGroup(state);
  const rows = usePagedRows<GroupEvaluation>(key, ask);
  return (
    <Page title={evaluationText.title} subtitle={text.subtitle} flush>
      <div className="evaluation-room">
        <Panel
          title={text.title}
          note={text.note}
          extra={
            <Select
              aria-label={text.states}
              value={state ?? ALL}
              options={[
                { value: ALL, label: text.all },
                ...EVALUATION_STATES.map((one) => ({
                  value: one as string,
                  label: evaluationStateWords[one],
                })),
              ]}
              onChange={(chosen) => void navigate({ to: '.', search: { state: chosen }, replace: true })}
            />
          }
          foot={`${text.foot(rows.total)} · ${text.definition}`}
        >
          {rows.error ? <ErrorNotice refusal={refusalOf(rows.error)} /> : null}
          <DataTable
            id="groupEvaluations"
            label={text.title}
            columns={COLUMNS}
            total={rows.total}
            row={rows.row}
            rowKey={({ id }) => id}
            onShow={rows.show}
            onOpen={open}
            opensOnClick
            empty={<Empty action={<Link to="/offices">{text.toOffices}</Link>}>{text.empty}</Empty>}
          />
        </Panel>
      </div>
    </Page>
  );

  function open({ id, office, phase }: GroupEvaluation): void {
    const search = { tab: 'evaluation', phase, evaluation: id };
    void navigate({ to: '/offices/$office', params: { office }, search });
  }
}

const COLUMNS: readonly Column<GroupEvaluation>[] = [
  { id: 'office', title: text.columns.office, width: 180, cell: ({ officeName }) => officeName },
  { id: 'phase', title: text.columns.phase, width: 120, cell: ({ phaseName }) => phaseName },
  {
    id: 'place',
    title: text.columns.place,
    width: 150,
    cell: ({ round, level }) => evaluationText.matrix.column(round, level),
  },
  {
    id: 'evaluatedOn',
    title: text.columns.evaluatedOn,
    width: 110,
    cell: ({ evaluatedOn }) => dayOf(evaluatedOn),
  },
  {
    id: 'verdict',
    title: text.columns.verdict,
    width: 100,
    cell: ({ verdict }) => <VerdictSign verdict={verdict} deadline={null} />,
  },
  { id: 'state', title: text.columns.state, width: 90, cell: ({ state }) => evaluationStateWords[state] },
  {
    id: 'openOrders',
    title: text.columns.openOrders,
    width: 90,
    align: 'number',
    cell: ({ openOrders, state }) => (state === 'frozen' ? openOrders : ''),
  },
  {
    id: 'delivery',
    title: text.columns.delivery,
    cell: ({ delivery, state }) => {
      const said = delivery ? deliveryWord(delivery) : state === 'draft' ? text.toFreeze : '';
      return <span title={said}>{said}</span>;
    },
  },
];
