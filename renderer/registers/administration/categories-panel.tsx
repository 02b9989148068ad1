import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { refusalOf } from '../../state/refusals.ts';
import { useMay } from '../../state/session.ts';
import { categoriesText as text } from '../../text/categories-page.ts';
import { ErrorNotice } from '../../ui/notices.tsx';
import { Panel } from '../../ui/page.tsx';
import { StateSign } from '../../ui/signs.tsx';
import { SimpleTable } from '../../ui/simple-table.tsx';
import { administrationQueries, type Campaign } from './administration-queries.ts';
import { AddCategoryDialog, RetireCategoryDialog } from './category-dialogs.tsx';

type Category = Campaign['categories'][number] & { readonly isRetired: boolean };

/** What problems can be filed under, with those that only old rows bear. */
export function CategoriesPanel() {
  const isReviewer = useMay('reviewer');
  const campaign = useQuery(administrationQueries.campaign);
  const [open, setOpen] = useState<'add' | Category | null>(null);
  const { categories = [], retired = [] } = campaign.data ?? {};
  const close = () => setOpen(null);
  const { name, list, appliesTo, state, actions } = text.columns;
  return (
    <Panel
      title={text.title}
      note={isReviewer ? text.note : text.needsReviewer}
      foot={text.foot(categories.length, retired.length)}
      extra={
        isReviewer &&
        campaign.data && (
          <Button size="small" type="primary" onClick={() => setOpen('add')}>
            {text.add}
          </Button>
        )
      }
    >
      {campaign.error && <ErrorNotice refusal={refusalOf(campaign.error)} />}
      <SimpleTable<Category>
        label={text.title}
        rows={byList([...placed(categories, false), ...placed(retired, true)])}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', title: name, cell: (row) => row.name },
          { id: 'list', title: list, width: 176, cell: (row) => row.list },
          { id: 'appliesTo', title: appliesTo, width: 136, cell: (row) => text.appliesTo[row.appliesTo] },
          { id: 'state', title: state, width: 168, cell: stateOf },
          ...(isReviewer ? [{ id: 'actions', title: actions, width: 72, cell: actionsOf }] : []),
        ]}
      />
      {campaign.data && open === 'add' && <AddCategoryDialog rev={campaign.data.rev} onClose={close} />}
      {campaign.data && open !== null && open !== 'add' && (
        <RetireCategoryDialog rev={campaign.data.rev} category={open} onClose={close} />
      )}
    </Panel>
  );

  function actionsOf(category: Category) {
    return (
      <button type="button" className="link-button" onClick={() => setOpen(category)}>
        {category.isRetired ? text.restore : text.retire}
      </button>
    );
  }
}

function placed(categories: Campaign['categories'], isRetired: boolean): Category[] {
  return categories.map((category) => ({ ...category, isRetired }));
}

/** A list keeps its place whatever is retired from it. */
function byList(categories: readonly Category[]): Category[] {
  return categories.toSorted((one, other) => one.list.localeCompare(other.list, 'zh-CN'));
}

function stateOf({ isRetired }: Category) {
  if (isRetired) return <StateSign shape="paused">{text.retired}</StateSign>;
  return (
    <StateSign shape="full" tone="ok">
      {text.offered}
    </StateSign>
  );
}
