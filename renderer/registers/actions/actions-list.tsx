import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { usePagedRows } from '../../state/paged-rows.ts';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { actionsText as text } from '../../text/actions-page.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { isComposing, useShortcuts } from '../../ui/keyboard.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Empty } from '../../ui/page.tsx';
import { useWide } from '../../ui/use-wide.ts';
import { actionsColumns, choosingColumn } from './actions-columns.tsx';
import { type ActionRow, actionsQueries, type Office } from './actions-queries.ts';
import { type ActionsSearch, isFiltered, NO_FILTER } from './actions-search.ts';
import { FinishManyDialog } from './finish-many-dialog.tsx';

interface ActionsListProps {
  readonly office: Office;
  readonly search: ActionsSearch;
  readonly change: (part: Partial<ActionsSearch>) => void;
  readonly onOpen: (action: string) => void;
  readonly onPlan: (() => void) | undefined;
}

/** The actions by phase and due date, and those chosen to be finished at once. */
export function ActionsList({ office, search, change, onOpen, onPlan }: ActionsListProps) {
  const { key, ask } = actionsQueries.list(office, search);
  const rows = usePagedRows<ActionRow>(key, ask);
  const all = useQuery(actionsQueries.counts(office)).data?.views.all;
  const campaign = useQuery(actionsQueries.campaign(office)).data;
  const mayFinish = useMay('clerk') && office === undefined;
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isFinishing, setFinishing] = useState(false);
  const [pointedAt, pointAt] = useState<string | null>(null);
  const chosen = shown().filter(({ id }) => chosenIds.has(id));
  const clear = () => setChosen(new Set());
  useShortcuts({ escape: clear }, chosen.length > 0 && !search.action);
  const columns = actionsColumns({
    isWide: useWide(),
    phaseName: (id) => campaign?.phases.find((phase) => phase.id === id)?.name ?? id,
    above: (index) => (index > 0 ? rows.row(index - 1) : undefined),
  });
  if (rows.error) return <ErrorNotice refusal={refusalOf(rows.error)} />;
  return (
    <section className="actions-list" aria-label={text.list} onKeyDown={chooseByKey}>
      <DataTable
        id="actions"
        label={text.list}
        columns={mayFinish ? [choosingColumn(chosenIds, toggle), ...columns] : columns}
        total={rows.total}
        row={rows.row}
        rowKey={({ id }) => id}
        onShow={rows.show}
        selected={search.action ?? pointedAt}
        onSelect={({ id }) => (search.action ? onOpen(id) : pointAt(id))}
        onOpen={({ id }) => onOpen(id)}
        opensOnClick
        isMarked={({ daysLeft }) => daysLeft !== null && daysLeft < 0}
        empty={rows.isLoading ? null : emptyList()}
      />
      {chosen.length > 0 ? (
        <ChosenBar count={chosen.length} onClear={clear} onFinish={() => setFinishing(true)} />
      ) : (
        <span hidden />
      )}
      <footer className="panel-foot">
        {text.foot(rows.total, all ?? rows.total)} · {text.definition}
      </footer>
      {isFinishing && (
        <FinishManyDialog
          actions={chosen}
          onClose={() => setFinishing(false)}
          onDone={() => {
            setFinishing(false);
            clear();
          }}
        />
      )}
    </section>
  );

  function shown(): ActionRow[] {
    return Array.from({ length: rows.total }, (_, at) => rows.row(at)).filter((row) => row !== undefined);
  }

  function toggle({ id }: ActionRow): void {
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  }

  function chooseByKey(event: KeyboardEvent<HTMLElement>): void {
    const { target, key, nativeEvent } = event;
    const line = target instanceof HTMLElement ? target.getAttribute('data-index') : null;
    if (!mayFinish || key !== ' ' || line === null || isComposing(nativeEvent)) return;
    event.preventDefault();
    const row = rows.row(Number(line));
    if (row && row.daysLeft !== null) toggle(row);
  }

  function emptyList() {
    if (all)
      return <Empty action={<Button onClick={showAll}>{text.showAll}</Button>}>{text.nothingFound}</Empty>;
    if (!onPlan) return <Empty>{text.emptyReadOnly}</Empty>;
    return (
      <Empty
        action={
          <Button type="primary" onClick={onPlan}>
            {text.plan}
          </Button>
        }
      >
        {text.empty}
      </Empty>
    );
  }

  function showAll(): void {
    change(isFiltered(search) ? { ...NO_FILTER, view: 'all' } : { view: 'all' });
  }
}

interface ChosenBarProps {
  readonly count: number;
  readonly onFinish: () => void;
  readonly onClear: () => void;
}

function ChosenBar({ count, onFinish, onClear }: ChosenBarProps) {
  return (
    <div className="actions-chosen" role="toolbar" aria-label={text.chosen(count)}>
      <b role="status">{text.chosen(count)}</b>
      <Button size="small" onClick={onFinish}>
        {text.finishMany}
      </Button>
      <button type="button" className="link-button" onClick={onClear}>
        {text.unchoose}
      </button>
      <span className="secondary wide-only">{text.chooseKeys}</span>
    </div>
  );
}
